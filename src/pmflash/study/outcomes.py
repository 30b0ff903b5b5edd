"""What each button would do to the card that is asked, before it is pressed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pmflash.model.event import EventKind
from pmflash.model.rating import Button
from pmflash.scheduling.base import CardState, Scheduler
from pmflash.study.history import History
from pmflash.study.session import Turn


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one button would do to the card that is asked."""

    button: Button
    state: CardState | None
    """The state that would be stored; None in drill and cram, which store none."""
    change: str
    """What changes beside the interval, in a few words."""


def outcomes(
    turn: Turn,
    buttons: Sequence[Button],
    history: History,
    scheduler: Scheduler[Any],
    today: date,
) -> tuple[Outcome, ...]:
    """Return what each of `buttons` would do to the card of `turn` today."""
    if turn.kind is not EventKind.REVIEW:
        return tuple(Outcome(button, None, "") for button in buttons)
    before = history.standing(turn.card).state
    found = []
    for button in buttons:
        after = scheduler.review(before, button.quality, today)
        found.append(Outcome(button, after, scheduler.change(before, after)))
    return tuple(found)
