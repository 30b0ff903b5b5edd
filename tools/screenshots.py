"""Draws the README's pictures from the real application, on the built-in decks.

Every picture is drawn anew by `make pictures`: the same learner, the same days, a clock
that stands still. Where a screen does not show the words that it should, nothing is
written.
"""

import asyncio
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from unittest.mock import patch
from zlib import crc32

from pmflash.clock import find_clock
from pmflash.collection import Collection
from pmflash.model.card import Card
from pmflash.model.mode import Choice, Number, Order, Range
from pmflash.storage.locations import find_locations
from pmflash.study.overview import Overview
from pmflash.study.session import Session
from pmflash.tui.app import PmflashApp

PICTURES = Path(__file__).parent / "pictures"
SIZES = ((80, 24), (120, 40))
THEMES = {"dark": "textual-dark", "light": "textual-light"}
PICTURED_ON = date(2026, 11, 20)
STUDIED_DAYS = 22

_ANSWER_MILLISECONDS = 6_000
# A picture must not make its viewer fetch anything.
_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}\s*")
_CLIPS = re.compile(r'<clipPath id="[^"]*line-.*?</clipPath>\s*', re.DOTALL)
_CLIPPED = re.compile(r' clip-path="url\(#[^"]*line-\d+\)"')
_UNIQUE = re.compile(r"terminal-\d+-?")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen to draw: where the app begins, what is pressed, what it must show."""

    first: Callable[[Collection], "Overview | Session"]
    keys: tuple[str, ...]
    words: tuple[str, ...]


def today(collection: Collection) -> Overview:
    """Return what today's screen shows."""
    return collection.overview()


def at_a_review(collection: Collection) -> Session:
    """Return a sitting that has come back to a card whose answer has a caveat."""
    return _come_to(
        collection,
        lambda card: (
            bool(card.caveat)
            and isinstance(card.mode, Choice | Number | Range)
            and collection.standing(card.id).review_count > 0
        ),
    )


def at_an_order(collection: Collection) -> Session:
    """Return a sitting that has come to things to be put in order."""
    return _come_to(collection, lambda card: isinstance(card.mode, Order))


def at_the_end(collection: Collection) -> Session:
    """Return a sitting in which nothing is left."""
    return _come_to(collection, lambda card: False)


SCREENS = {
    "today": Screen(today, (), ("All decks", "Flexport", "streak")),
    "review-front": Screen(at_a_review, (), ("review ·", "space")),
    "review-back": Screen(at_a_review, ("space",), ("1 Again", "4 Easy", "! ")),
    "order": Screen(at_an_order, ("J", "j"), ("in order", "check")),
    "summary": Screen(at_the_end, (), ("Session done", "Next due")),
    "browse": Screen(
        today, ("b", "slash", *"tag:pay", "enter", "j"), ("Browse", "tag:pay")
    ),
    "statistics": Screen(today, ("s", "2"), ("Recall", "Reviews")),
}


def file_name(screen: str, theme: str, size: tuple[int, int]) -> str:
    """Return what a picture is called."""
    return f"{screen}-{theme}-{size[0]}x{size[1]}.svg"


def text_of(svg: str) -> str:
    """Return the words of a picture."""
    return _TAG.sub(" ", svg).replace("&#160;", " ")


def a_collection(home: Path, day: date) -> Collection:
    """Return the collection in `home` as it is on the morning of `day`."""
    environ = {
        "PMFLASH_HOME": str(home),
        "PMFLASH_CACHE": str(home / "cache"),
        "PMFLASH_DEVICE": "pictures",
        "PMFLASH_NOW": f"{day}T{7 + day.day % 3:02}:00:00+00:00",
    }
    return Collection(find_locations(environ), find_clock(environ))


def study(home: Path) -> None:
    """Answer what each day asks, some of it with Again or Hard, and a few days not."""
    for ago in range(STUDIED_DAYS, 0, -1):
        if ago % 11 != 8:
            collection = a_collection(home, PICTURED_ON - timedelta(days=ago))
            _come_to(collection, lambda card: False)


def pictures(home: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the content of every picture."""
    log = home / "progress" / "reviews-pictures.jsonl"
    study(home)
    studied = log.read_bytes()
    for theme, called in THEMES.items():
        settings = f"theme: {called}\ninterview: Flexport panel\n"
        settings += "interview_on: 2026-12-17\n"
        (home / "settings.yaml").write_text(settings, encoding="utf-8")
        for name, screen in SCREENS.items():
            for size in SIZES:
                log.write_bytes(studied)
                svg = asyncio.run(_drawn(home, screen, size))
                missing = [word for word in screen.words if word not in text_of(svg)]
                if missing:
                    raise LookupError(f"{name} does not show {missing}: {text_of(svg)}")
                yield file_name(name, theme, size), svg


def main() -> int:
    """Write all pictures, and none when one of them fails."""
    with tempfile.TemporaryDirectory() as folder:
        drawn = dict(pictures(Path(folder)))
    for old in PICTURES.glob("*.svg"):
        old.unlink()
    PICTURES.mkdir(exist_ok=True)
    for name, svg in drawn.items():
        (PICTURES / name).write_text(svg, encoding="utf-8", newline="\n")
    size = sum(map(len, drawn.values())) // 1024
    print(f"{len(drawn)} pictures, {size} kB, in {PICTURES}")
    return 0


async def _drawn(home: Path, screen: Screen, size: tuple[int, int]) -> str:
    collection = a_collection(home, PICTURED_ON)
    looks = count(step=_ANSWER_MILLISECONDS // 1000)
    with patch("pmflash.tui.screens.review.monotonic", lambda: next(looks)):
        app = PmflashApp(collection, screen.first(collection))
        async with app.run_test(size=size) as pilot:
            await pilot.press(*screen.keys)
            await pilot.pause()
            svg = app.export_screenshot(title="pmflash")
    return _small(svg)


def _come_to(collection: Collection, is_there: Callable[[Card], bool]) -> Session:
    """Answer until the card that is asked is the one looked for, or nothing is left."""
    session = collection.session(collection.scope(()))
    while session.turn is not None:
        if is_there(collection.card(session.turn.card)):
            return session
        known = session.turn.card in {answer.card for answer in session.answers}
        button = collection.buttons[2 if known else _place_of(session)]
        session = collection.answer(session, button, _ANSWER_MILLISECONDS)
    return session


def _place_of(session: Session) -> int:
    """Return which button a learner presses who forgets now and then."""
    asked = session.turn.card if session.turn else ""
    chance = crc32(f"{asked} {session.today}".encode()) % 20
    return 0 if chance < 2 else 1 if chance < 4 else 3 if chance == 4 else 2


def _small(svg: str) -> str:
    """Return a picture without what it does not need to look the same."""
    for pattern, replacement in (
        (_FONT_FACE, ""),
        (_CLIPS, ""),
        (_CLIPPED, ""),
        (_UNIQUE, "t"),
        (re.compile(r"\n\s*"), "\n"),
    ):
        svg = pattern.sub(replacement, svg)
    return svg.replace("Fira Code", "DejaVu Sans Mono")


if __name__ == "__main__":
    sys.exit(main())
