"""Where every card stands, worked out anew from the bare log in the plainest way.

Nothing here is shared with the replay that the screens go by, but for the scheduler:
when both agree, neither has forgotten or invented anything.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import Any

from pmflash.model.event import Event, EventKind
from pmflash.model.rating import DRILL_QUALITY
from pmflash.model.renames import Renames, present_name
from pmflash.scheduling.base import CardState, Scheduler

_ANSWERS = {EventKind.REVIEW, EventKind.DRILL, EventKind.CRAM}


@dataclass(slots=True)
class ProvedCard:
    """Where a card stands by the log."""

    state: CardState | None = None
    is_suspended: bool = False
    buried_on: date | None = None
    is_flagged: bool = False
    note: str = ""
    rev: int = 0
    last_spoken_seconds: int = 0
    best_spoken_seconds: int = 0
    answer_count: int = 0


@dataclass(frozen=True, slots=True)
class Proof:
    """All that follows from a log."""

    cards: Mapping[str, ProvedCard]
    """Every card that the log speaks of, by its present id."""
    counting: tuple[Event, ...]
    """What counts, in order, with the present ids of the cards."""

    @property
    def study_days(self) -> frozenset[date]:
        """Every day on which something was answered."""
        return frozenset(each.day for each in self.counting if each.kind in _ANSWERS)


def proof_of(
    events: Iterable[Event], scheduler: Scheduler[Any], renames: Renames
) -> Proof:
    """Return what follows from `events`, each given once."""
    ordered = sorted(events, key=lambda event: (event.at, event.id))
    undone = _undone(ordered)
    cards: defaultdict[str, ProvedCard] = defaultdict(ProvedCard)
    counting = []
    for event in ordered:
        if event.kind is EventKind.UNDO:
            continue
        name = present_name(event.card, renames)
        card = cards[name]
        if event.id not in undone:
            counting.append(event._replace(card=name))
            _take(card, event, scheduler)
    return Proof(dict(cards), tuple(counting))


def _take(card: ProvedCard, event: Event, scheduler: Scheduler[Any]) -> None:
    match event.kind:
        case EventKind.SUSPEND:
            card.is_suspended = True
        case EventKind.RESUME:
            card.is_suspended, card.buried_on = False, None
        case EventKind.BURY:
            card.buried_on = event.day
        case EventKind.RESET:
            card.state = None
        case EventKind.FLAG:
            card.is_flagged = not card.is_flagged
        case EventKind.NOTE:
            card.note = event.note
        case EventKind.REVIEW | EventKind.DRILL | EventKind.CRAM:
            card.answer_count += 1
            if event.kind is EventKind.REVIEW and event.quality is not None:
                card.state = scheduler.review(card.state, event.quality, event.day)
                card.rev = event.rev
            if event.spoken_seconds:
                _speak(card, event.spoken_seconds, event.quality)


def _speak(card: ProvedCard, seconds: int, quality: int | None) -> None:
    card.last_spoken_seconds = seconds
    if quality is not None and quality >= DRILL_QUALITY:
        best = card.best_spoken_seconds
        card.best_spoken_seconds = min(best, seconds) if best else seconds


def _undone(events: Sequence[Event]) -> frozenset[str]:
    """Return what is taken back: by an undo that is not taken back itself."""
    undos: defaultdict[str, list[str]] = defaultdict(list)
    for event in events:
        if event.kind is EventKind.UNDO:
            undos[event.target].append(event.id)
    order: TopologicalSorter[str] = TopologicalSorter(undos)
    # After that error the sorter still yields all that is in no ring.
    with suppress(CycleError):
        order.prepare()
    undone: set[str] = set()
    while ready := order.get_ready():
        for name in ready:
            if any(undo not in undone for undo in undos.get(name, ())):
                undone.add(name)
        order.done(*ready)
    return frozenset(undone)
