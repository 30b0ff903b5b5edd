"""What each review of one card did to its schedule, and by which rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pmflash.model.event import Event, EventKind
from pmflash.scheduling.base import CardState, Scheduler


@dataclass(frozen=True, slots=True)
class Step:
    """One event of a card, with what it did to the schedule."""

    event: Event
    state: CardState | None = None
    """The state after a review; None after anything else."""
    reason: str = ""
    """Why the interval is what it is after a review."""
    is_flagged: bool = False
    """Whether the card was flagged after the event."""


def steps(events: Sequence[Event], scheduler: Scheduler[Any]) -> tuple[Step, ...]:
    """Return one step for each of a card's `events` that count, in order."""
    found = []
    state: CardState | None = None
    is_flagged = False
    for event in events:
        if event.kind is EventKind.REVIEW and event.quality is not None:
            reason = scheduler.reason(state, event.quality, event.day)
            state = scheduler.review(state, event.quality, event.day)
            found.append(Step(event, state, reason, is_flagged))
            continue
        is_flagged ^= event.kind is EventKind.FLAG
        if event.kind is EventKind.RESET:
            state = None
        found.append(Step(event, is_flagged=is_flagged))
    return tuple(found)
