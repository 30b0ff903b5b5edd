"""One text picture of every screen at 80x24, as people see it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from builders import an_event
from learner import Learner, Watch
from pmflash.storage.journal_line import encode_event, encode_header
from pmflash.storage.locations import Locations
from tui.sitting import Sitting, sitting

PICTURES = Path(__file__).parent / "pictures"


def _answers(ratings: str) -> tuple[str, ...]:
    """Return the keys that turn and rate so many cards."""
    return tuple(key for rating in ratings for key in ("space", rating))


SCREENS = {
    "today": (),
    "review-front": ("enter",),
    "review-back": ("enter", "space"),
    "review-help": ("enter", "question_mark"),
    "stats": ("s", "3"),
    "stats-cards": ("s", "pagedown", "pagedown"),
    "browse": ("b", "j", "f"),
    "plan": ("p",),
    "plan-day": ("p", "d", "ctrl+u", *"in 3 weeks"),
    "settings": ("comma", "j"),
    "settings-wrong": ("comma",),
    "decks": ("comma", "enter", "space"),
    "problems": ("exclamation_mark", "j"),
    "question": ("p", "x"),
    "browse-wrong": ("b", "slash", *"deck:flexpot", "enter"),
    "summary": ("enter", *_answers("31433")),
    "summary-cram": ("enter", *_answers("31433"), "r", *_answers("3")),
    "review-cram": ("enter", *_answers("31433"), "r", "space"),
    "today-done": ("enter", *_answers("31433"), "enter"),
    "time-up": ("enter", *_answers("1" * 10)),
}
"""Which keys lead from today's screen to each."""
ANSWERS = {
    "answer-number": ("figure", ("4", "5", "enter")),
    "answer-range": ("band", (*"155k", "tab", "1")),
    "answer-choice": ("decision", ("j", "j")),
    "answer-order": ("list", ("J",)),
    "answer-ticks": ("framework", ("space", "a", "b")),
    "answer-grid": ("raci", ("r", "5")),
    "answer-clock": ("script", ("space", "a")),
}
"""Which kind of fact is asked, and which keys lead to each."""

_DECK = """\
title: Flexport
document: Flexport guide
tags: [logistics]
facts:
  - id: kpi
    q: What does the Problem of Four-P have to be tied to?
    a: A measurable KPI, such as container dwell time down 12 % in 90 days.
    why: Without a number nobody can tell whether it was solved.
    caveat: The guide calls it Four-P, yet one of the four is Data.
    source: day-to-day responsibilities
    tags: [metrics]
  - {id: parts, q: How many parts has Four-P?, a: Four}
  - {id: owner, q: Who owns the roadmap?, a: The product manager}
  - {id: drift, q: What is drift?, a: Data that is no longer like the training data}
"""
_OTHER_DECK = """\
title: Side by side
facts: [{id: rounds, q: How many rounds at Descartes?, a: Four}]
"""
ASKING_DECK = """\
title: Flexport
facts:
  - {id: days, kind: figure, of: hiring, ask: How many days?, value: 27, unit: days}
  - {id: pay, kind: band, of: the base salary, low: 155000, high: 180000, unit: $}
  - id: rollback
    kind: decision
    situation: Accuracy fell by a fifth overnight.
    options: [Roll the model back, Retrain it on the newest data, Wait]
    choice: Roll the model back
    because: Customers come first.
  - {id: steps, kind: list, of: the steps of triage, ordered: true,
     items: [Confirm the alert, Find the cause, Repair the input, Tell the others]}
  - id: four-p
    kind: framework
    name: Four-P
    parts: [{name: Problem, meaning: tied to a KPI}, {name: People, meaning: users},
            {name: Data, meaning: what there is}]
  - {id: chart, kind: raci, name: the launch chart, views: [row],
     roles: [PM, Engineer, Legal],
     activities: [{name: Launch note, assign: {PM: RA, Engineer: C, Legal: I}}]}
  - {id: pitch, kind: script, prompt: Tell me about yourself., seconds: 60,
     beats: [What I do, What I shipped, Why Flexport]}
"""
_SETTINGS = """\
interview_on: 2026-01-21
interview: Flexport panel
minutes_per_sitting: 1
"""
_WRONG = {
    "settings-wrong": ("settings.yaml", "sm2: text\nnew_per_day: twenty  # or so\n"),
    "problems": (
        "decks/broken.yaml",
        "facts:\n  - {id: when, q: When?}\n"
        "  - id: drift\n    q: What is drift?\n    answer: Data that has changed\n",
    ),
}
"""Files with mistakes, by the picture that shows them."""
_SECONDS_BETWEEN_LOOKS = 6


def taken() -> dict[str, str]:
    """Return the picture of every screen as it is drawn now, by its name."""
    return asyncio.run(_taken())


def bless() -> list[Path]:
    """Rewrite the stored pictures; return the files that changed."""
    changed = []
    for name, picture in taken().items():
        stored = PICTURES / f"{name}.txt"
        if not stored.exists() or stored.read_text(encoding="utf-8") != picture:
            stored.write_text(picture, encoding="utf-8", newline="\n")
            changed.append(stored)
    return changed


async def _taken() -> dict[str, str]:
    found = {}
    for name, keys in SCREENS.items():
        with _learner() as learner:
            if name in _WRONG:
                learner.writes(*_WRONG[name])
            async with sitting(learner, on_today=True) as desk:
                found[name] = await _picture_after(desk, keys)
    for name, (kind, keys) in ANSWERS.items():
        with _learner() as learner:
            learner.writes("decks/flexport.yaml", ASKING_DECK)
            async with sitting(learner, search=f"kind:{kind}") as desk:
                found[name] = await _picture_after(desk, keys)
    return found


async def _picture_after(desk: Sitting, keys: tuple[str, ...]) -> str:
    await desk.press(*keys)
    return f"{desk.picture}\n"


@contextmanager
def _learner() -> Iterator[Learner]:
    looks = count(step=_SECONDS_BETWEEN_LOOKS)
    with (
        TemporaryDirectory() as name,
        patch("pmflash.storage.content.builtin_folder", return_value=Path(name)),
        patch("pmflash.storage.stamps.builtin_folder", return_value=Path(name)),
        patch("pmflash.tui.screens.review.monotonic", lambda: next(looks)),
        patch.dict("os.environ", HOME=name),
    ):
        folder = Path(name)
        locations = Locations(
            folder / "home", folder / "cache", folder / "state", "laptop"
        )
        learner = Learner(locations, Watch())
        learner.writes("decks/flexport.yaml", _DECK)
        learner.writes("decks/side-by-side.yaml", _OTHER_DECK)
        learner.writes("settings.yaml", _SETTINGS)
        learner.writes("progress/reviews-desktop.jsonl", _past())
        yield learner


def _past() -> str:
    """Return a log of three cards, two of which are due."""
    reviewed = (
        ("flexport/kpi/answer", date(2025, 12, 20)),
        ("flexport/kpi/answer", date(2025, 12, 21)),
        ("flexport/owner/answer", date(2026, 1, 4)),
        ("side-by-side/rounds/answer", date(2026, 1, 3)),
        ("side-by-side/rounds/answer", date(2026, 1, 4)),
    )
    events = (
        an_event(card, day=day, at=f"{day}T07:00:00.000000Z") for card, day in reviewed
    )
    return b"".join([encode_header("desktop"), *map(encode_event, events)]).decode()
