"""A monkey at the keyboard: random keys, pastes and sizes, by a seed."""

import asyncio
import itertools
import re
from collections import deque
from itertools import cycle
from pathlib import Path
from random import Random
from time import monotonic
from unittest.mock import patch

from textual.app import App
from textual.events import Event, Key, Paste
from textual.pilot import Pilot

from learner import Learner, a_learner
from pmflash.collection import Collection
from pmflash.study.overview import Overview
from pmflash.study.scope import EVERYTHING, Scope
from pmflash.study.session import Session
from pmflash.study.wish import CRAM
from pmflash.tui.app import PmflashApp
from pmflash.tui.screens.base import PmflashScreen
from pmflash.tui.screens.sitting import SittingScreen
from tui.gallery import ASKING_DECK
from tui.hostile import PAYLOADS, deck_with, file_name

KEYS_BETWEEN_FRAMES = 100
KEYS_BETWEEN_REPLAYS = 500
_KEYS_TOLD = 60
_LONGEST_SITTING = 450
_SECONDS_AN_ANSWER = 15
"""So much time goes by for pmflash; four answers take a minute."""
_USUAL_SIZE = (80, 24)
_SIZES = (
    _USUAL_SIZE,
    (60, 20),
    (120, 40),
    (40, 10),
    (30, 8),
    (1, 1),
    (200, 1),
    (3, 90),
)
_LONGEST_PAUSE = 2.0
_PAUSES = (0.02, _LONGEST_PAUSE)
_KEYS = (
    *"abcdefghijklmnopqrstuvwxyzJKGY0123456789 /?!.,:\"'-+<>=()[]é漢👩",
    *("escape", "enter", "space", "tab", "shift+tab", "backspace", "delete"),
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
    *("shift+up", "shift+down", "shift+left", "shift+right", "insert"),
    *(f"f{number}" for number in range(1, 13)),
    *(f"ctrl+{letter}" for letter in "abdefghijklmnoprstuvwxy"),
    *("ctrl+@", "ctrl+left", "ctrl+right", "ctrl+home", "ctrl+end", "ctrl+backspace"),
)
_TURNED_AND_RATED = ("space", "3")
OPENINGS = (
    *(("today",), ("review",), ("summary",), ("cram",)),
    ("cram of one", *_TURNED_AND_RATED),
    *(("minute", *_TURNED_AND_RATED * 4), ("minute", *_TURNED_AND_RATED * 4, "m")),
    *(("today", key) for key in ("s", "b", "t", "!", "?", "ctrl+p", ",", "p")),
    *(("today", "p", key) for key in ("d", "n", ",", "x")),
    *(("today", ",", "enter"), ("today", ",", "down", "enter")),
    *(("today", "b", "n"), ("today", "b", "/"), ("review", "n"), ("review", "i")),
)
"""What a sitting begins with, in turn: a first screen, and keys that lead further."""
_PUNCTUATION = {"?": "question_mark", "!": "exclamation_mark", "/": "slash"}
_NAMES = {" ": "space", ",": "comma", **_PUNCTUATION}
_WAYS_OUT = frozenset({"q", "ctrl+q", "ctrl+c"})
_ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def a_victim(folder: Path) -> Learner:
    """A learner whose decks ask in every way, and would do harm if they could."""
    learner = a_learner(folder)
    for payload in PAYLOADS:
        learner.writes(f"decks/{file_name(payload)}.yaml", deck_with(payload))
    learner.writes("decks/asking.yaml", ASKING_DECK)
    learner.writes("settings.yaml", "new_per_day: 60\n")
    return learner


class Monkey:
    """Presses keys, and looks now and then whether all is well."""

    def __init__(self, learner: Learner, seed: int) -> None:
        self._learner = learner
        self._seed = seed
        self._random = Random(seed)
        self._time = monotonic()
        self._openings = cycle(OPENINGS)
        self._last: deque[str] = deque(maxlen=_KEYS_TOLD)
        self.seen: set[str] = set()
        """The names of the screens where it was."""

    async def press(self, count: int) -> None:
        """Press `count` keys, beginning anew after every way out."""
        looks = itertools.count(step=_SECONDS_AN_ANSWER)
        try:
            with patch("pmflash.tui.screens.review.monotonic", lambda: next(looks)):
                while count > 0:
                    count -= await self._sit_down(count)
        except Exception as error:
            error.add_note(f"seed {self._seed}, last keys: {' '.join(self._last)}")
            raise

    async def _sit_down(self, most: int) -> int:
        collection = self._learner.opens()
        first, *keys = next(self._openings)
        app = PmflashApp(collection, _first(collection, first))
        async with app.run_test(size=_USUAL_SIZE, notifications=True) as pilot:
            for key in keys:
                self._send(app, _key(key), pause=_LONGEST_PAUSE)
                await _obeyed(app)
            return await self._sit(app, pilot, min(most, _LONGEST_SITTING))

    async def _sit(self, app: PmflashApp, pilot: Pilot[None], most: int) -> int:
        """Press at most so many keys, until the app is left; return how many."""
        number = 0
        self.seen.add(type(app.screen).__name__)
        while number < most:
            # Drawn now and then only: that is what takes long.
            with app.batch_update():
                for _ in range(min(KEYS_BETWEEN_FRAMES, most - number)):
                    number += 1
                    await self._act(app, pilot)
                    await _obeyed(app)
                    if not _runs(app):
                        return number
                    self.seen.add(type(app.screen).__name__)
            await pilot.pause(0)
            self._look(app, is_thorough=number % KEYS_BETWEEN_REPLAYS == 0)
        return most

    async def _act(self, app: PmflashApp, pilot: Pilot[None]) -> None:
        luck = self._random.random()
        if luck < 0.002:
            size = self._random.choice(_SIZES)
            self._last.append(f"{size}")
            await pilot.resize_terminal(*size)
        elif luck < 0.01:
            text = self._random.choice(PAYLOADS)
            self._last.append(f"paste:{text!r}")
            self._send(app, Paste(text))
        else:
            key = self._key(app)
            self._last.append(key)
            self._send(app, _key(key))

    def _key(self, app: PmflashApp) -> str:
        """Return any key, or one that means something on the screen."""
        keys: list[str] = []
        if self._random.random() < 0.3 and isinstance(app.screen, PmflashScreen):
            for action in app.screen.actions_now():
                keys += app.keymap.of(action).keys.split(",")
        key: str = self._random.choice([*filter(None, keys)] or _KEYS)
        if key in _WAYS_OUT and self._random.random() < 0.97:
            return "down"
        return key

    def _send(self, app: App[None], event: Event, pause: float | None = None) -> None:
        self._time += self._random.choice(_PAUSES) if pause is None else pause
        event.time = self._time
        app.post_message(event)

    def _look(self, app: PmflashApp, is_thorough: bool) -> None:
        """Look at the screen, and thoroughly at what became of the log."""
        width = app.size.width
        for strip in app.screen._compositor.render_strips():
            assert not _ACTING.search(strip.text), strip.text
            assert strip.cell_length <= width, strip.text
        if isinstance(app.screen, SittingScreen):
            session = app.screen._session
            assert session.done + session.counts.left == session.total
        if not is_thorough:
            return
        ours, fresh = app._collection, self._learner.opens()
        assert fresh.notices == ()
        assert ours.today() == fresh.today()
        for card, _, _ in fresh.finder().index:
            assert ours.standing(card) == fresh.standing(card)
        assert ours.session(EVERYTHING).counts == fresh.session(EVERYTHING).counts


def _key(name: str) -> Key:
    return Key(_NAMES.get(name, name), name if len(name) == 1 else None)


def _first(collection: Collection, opening: str) -> Session | Overview:
    collection.minutes = 1 if opening == "minute" else None
    match opening:
        case "review":
            return collection.session(collection.scope(()))
        case "cram" | "minute":
            # All cards, whatever settings and earlier sittings have left to review.
            return collection.session(EVERYTHING, CRAM)
        case "cram of one":
            return collection.session(collection.scope((), (), "kind:figure"), CRAM)
        case "summary":
            return collection.session(Scope(frozenset({"none"})))
        case _:
            return collection.overview()


def _runs(app: PmflashApp) -> bool:
    return app.is_running and not app._exit


async def _obeyed(app: PmflashApp) -> None:
    await asyncio.sleep(0)
    while _runs(app) and app.has_typed_ahead:
        await asyncio.sleep(0)
