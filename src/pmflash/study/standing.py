"""Where a card stands, and what each event makes of that."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from pmflash.model.event import Event, EventKind
from pmflash.model.rating import DRILL_QUALITY
from pmflash.scheduling.base import CardState, Scheduler

ANSWERS = frozenset({EventKind.REVIEW, EventKind.DRILL, EventKind.CRAM})
"""Whatever rates a card."""
_KIND = attrgetter("kind")
_QUALITY_AND_DAY = attrgetter("quality", "day")


class Standing(NamedTuple):
    """Where a card stands: its state, and whether it is set aside."""

    state: CardState | None = None
    """None for a card that was never reviewed, or was reset."""
    is_suspended: bool = False
    buried_on: date | None = None
    is_flagged: bool = False
    note: str = ""
    """What the learner finds wrong with the card; empty for nothing."""
    rev: int = 0
    """The `rev` that the card's fact had when it was last reviewed."""
    last_spoken_seconds: int = 0
    """How long it was spoken the last time; 0 for never."""
    best_spoken_seconds: int = 0
    """The shortest time that was rated Good or Easy; 0 for none.

    One that left out beats is not better for being short.
    """

    @property
    def review_count(self) -> int:
        """How often the card was reviewed, since it was new or reset."""
        return self.state.review_count if self.state else 0

    def is_set_aside(self, today: date) -> bool:
        """Tell whether the card is not asked today because the learner said so."""
        return self.is_suspended or self.buried_on == today

    def is_revised(self, rev: int) -> bool:
        """Tell whether the fact, now of `rev`, changed since the card's last review."""
        return self.state is not None and rev > self.rev

    def due_on(self, today: date, rev: int) -> date | None:
        """Return when a card whose fact is of `rev` is asked; None for a new one.

        A revised card is due at once, though never twice on one day.
        """
        if self.state is None or not self.is_revised(rev):
            return self.state.due_on if self.state else None
        return min(
            self.state.due_on, max(today, self.state.last_on + timedelta(days=1))
        )

    def is_due(self, today: date, rev: int) -> bool:
        """Tell whether a card that was reviewed before should be asked today."""
        due_on = self.due_on(today, rev)
        return due_on is not None and due_on <= today and not self.is_set_aside(today)


UNSEEN = Standing()


def replayed(
    standing: Standing, events: Iterable[Event], scheduler: Scheduler[Any]
) -> Standing:
    """Return where a card stands after `events`, all of which count, in order."""
    for kind, run in groupby(events, _KIND):
        if kind is EventKind.REVIEW:
            standing = _reviewed(standing, tuple(run), scheduler)
        else:
            for event in run:
                standing = _marked(standing, event)
    return standing


def _reviewed(
    before: Standing, run: Sequence[Event], scheduler: Scheduler[Any]
) -> Standing:
    rated = [event for event in run if event.quality is not None]
    # Not `_replace`, which is slower, and this is what happens to every card.
    return Standing(
        scheduler.replay(before.state, [*map(_QUALITY_AND_DAY, rated)]),
        before.is_suspended,
        before.buried_on,
        before.is_flagged,
        before.note,
        rated[-1].rev if rated else before.rev,
        *_spoken_seconds(before, run),
    )


def _spoken_seconds(before: Standing, answers: Iterable[Event]) -> tuple[int, int]:
    """Return how long a card was spoken the last time, and the best one."""
    last, best = before.last_spoken_seconds, before.best_spoken_seconds
    for event in answers:
        if event.spoken_seconds:
            last = event.spoken_seconds
            if event.quality is not None and event.quality >= DRILL_QUALITY:
                best = min(best or last, last)
    return last, best


def _marked(before: Standing, event: Event) -> Standing:
    match event.kind:
        case EventKind.SUSPEND:
            return before._replace(is_suspended=True)
        case EventKind.RESUME:
            return before._replace(is_suspended=False, buried_on=None)
        case EventKind.BURY:
            return before._replace(buried_on=event.day)
        case EventKind.RESET:
            return before._replace(state=None)
        case EventKind.FLAG:
            return before._replace(is_flagged=not before.is_flagged)
        case EventKind.NOTE:
            return before._replace(note=event.note)
        case EventKind.DRILL | EventKind.CRAM if event.spoken_seconds:
            last, best = _spoken_seconds(before, (event,))
            return before._replace(last_spoken_seconds=last, best_spoken_seconds=best)
        case _:
            return before
