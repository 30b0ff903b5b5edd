"""A learner with a home and a watch, for tests that go through the whole house."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

import pytest

from pmflash.collection import Collection
from pmflash.model.event import Event
from pmflash.model.rating import FOUR_BUTTONS
from pmflash.storage.journal import Journals
from pmflash.storage.locations import Locations
from pmflash.study.session import Session

BUTTON = {button.label: button for button in FOUR_BUTTONS}
MORNING = datetime.fromisoformat("2026-01-05T08:00:00+01:00")
PAY_FORMULA = """\
title: Pay
facts:
  - id: payout
    kind: formula
    of: payout
    ask: Accuracy rises by {lift}. What is paid?
    inputs:
      lift: {low: 1, high: 6, step: 1, unit: "%"}
    expression: lift * 5000
    unit: $
"""
"""A deck of one card, which asks with six different numbers."""


class Watch:
    """A clock that a test sets, and that ticks a second whenever it is read."""

    def __init__(self, moment: datetime = MORNING) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment

    def set(self, moment: str) -> None:
        """Go to an ISO moment, whose offset becomes the learner's own."""
        self.moment = datetime.fromisoformat(moment)

    def morning_of(self, day: date, hours_ahead: int = 1) -> None:
        """Go to eight o'clock on `day`."""
        zone = timezone(timedelta(hours=hours_ahead))
        self.moment = datetime.combine(day, time(8), zone)


@dataclass(frozen=True, slots=True)
class Learner:
    """Where a learner keeps everything, and what the clock shows there."""

    locations: Locations
    watch: Watch

    def opens(self) -> Collection:
        """What pmflash knows when it starts anew."""
        return Collection(self.locations, self.watch)

    def writes(self, name: str, text: str) -> None:
        """Put a content file into the home."""
        file = self.locations.home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def saved(self) -> tuple[Event, ...]:
        """What the review log holds."""
        return Journals(self.locations).read_new()


def a_learner(folder: Path) -> Learner:
    """A learner whose home, still to be made, is in `folder`."""
    home, cache, state = (folder / name for name in ("home", "cache", "state"))
    return Learner(Locations(home, cache, state, "laptop"), Watch())


def use_builtin(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the seeds and decks in `folder` be the built-in ones."""
    for module in ("content", "stamps", "own_copy"):
        name = f"pmflash.storage.{module}.builtin_folder"
        monkeypatch.setattr(name, lambda: folder)


def deck_of(count: int, title: str = "Biology") -> str:
    """A deck of plain facts, each with one card: `f01` to `f36`, say."""
    facts = (
        f"  - {{id: f{n:02}, q: 'Question {n}?', a: 'Answer {n}'}}\n"
        for n in range(1, count + 1)
    )
    return f"title: {title}\nfacts:\n{''.join(facts)}"


def answered(
    collection: Collection, session: Session, labels: Sequence[str]
) -> Session:
    """The session after pressing these buttons one after the other."""
    for label in labels:
        session = collection.answer(session, BUTTON[label], 4000)
    return session
