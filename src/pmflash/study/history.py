"""What the review log says: card states, and what was answered on a day."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, KeysView
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import attrgetter
from typing import Any

from pmflash.model.event import Event, EventKind
from pmflash.model.renames import NO_RENAMES, Renames, present_name
from pmflash.scheduling.base import CardState, Scheduler

ANSWERS = frozenset({EventKind.REVIEW, EventKind.DRILL, EventKind.CRAM})
"""Whatever rates a card."""
_OF_THE_DAY = ANSWERS - {EventKind.CRAM}
"""Answers that make up a day's plan: a cram changes nothing there."""
MARKS = frozenset(
    {
        EventKind.SUSPEND,
        EventKind.RESUME,
        EventKind.BURY,
        EventKind.RESET,
        EventKind.FLAG,
        EventKind.NOTE,
    }
)
"""What a learner does to a card beside answering it."""
CHANGES_PLAN = MARKS - {EventKind.FLAG, EventKind.NOTE}
"""Marks after which other cards may be asked that day."""
_IN_ORDER = attrgetter("at", "id")


@dataclass(frozen=True, slots=True)
class Standing:
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


class History:
    """The review log, replayed. The order in which events arrive changes nothing."""

    def __init__(
        self, scheduler: Scheduler[Any], renames: Renames = NO_RENAMES
    ) -> None:
        self._scheduler = scheduler
        self._renames = renames
        self._by_card: defaultdict[str, list[Event]] = defaultdict(list)
        self._by_day: defaultdict[date, list[Event]] = defaultdict(list)
        self._undos: defaultdict[str, list[str]] = defaultdict(list)
        self._standings: dict[str, Standing] = {}

    def add(self, events: Iterable[Event]) -> None:
        """Take in events that were not known yet."""
        for event in map(self._renamed, events):
            self._by_day[event.day].append(event)
            if event.kind is EventKind.UNDO:
                self._undos[event.target].append(event.id)
            else:
                self._by_card[event.card].append(event)
            self._standings.pop(event.card, None)

    def reviewed_cards(self) -> KeysView[str]:
        """Return the ids of all cards that the log speaks of."""
        return self._by_card.keys()

    def standing(self, card: str) -> Standing:
        """Return where `card` stands after everything that happened."""
        if card not in self._by_card:
            return UNSEEN
        if card not in self._standings:
            self._standings[card] = self._replayed(card, lambda event: True)
        return self._standings[card]

    def standing_before(self, card: str, day: date) -> Standing:
        """Return where `card` stood when study day `day` began."""
        if card not in self._by_card:
            return UNSEEN
        if all(event.day < day for event in self._by_card[card]):
            return self.standing(card)
        return self._replayed(card, lambda event: event.day < day)

    def answers_on(self, day: date) -> tuple[Event, ...]:
        """Return the reviews and drill answers of `day` that still count, in order."""
        return self._counting_on(day, _OF_THE_DAY)

    def crams_on(self, day: date) -> tuple[Event, ...]:
        """Return the cram answers of `day` that still count, in order."""
        return self._counting_on(day, frozenset({EventKind.CRAM}))

    def marks_on(self, day: date) -> tuple[Event, ...]:
        """Return the marks of `day` that still count, in order."""
        return self._counting_on(day, MARKS)

    def done_on(self, day: date) -> tuple[Event, ...]:
        """Return all that happened on `day` in order, the undone and undos included."""
        return tuple(sorted(self._by_day.get(day, ()), key=_IN_ORDER))

    def answer_count(self, card: str) -> int:
        """Return how many answers to `card` still count, of whatever kind."""
        return sum(
            event.kind in ANSWERS and not self._is_undone(event.id)
            for event in self._by_card.get(card, ())
        )

    def notes(self) -> dict[str, str]:
        """Return what the learner finds wrong with cards, by their ids."""
        cards = self.reviewed_cards()
        return {card: note for card in cards if (note := self.standing(card).note)}

    def events_by_card(self) -> Iterator[list[Event]]:
        """Yield the events of each card that still count, in order."""
        for events in self._by_card.values():
            events.sort(key=_IN_ORDER)
            yield [event for event in events if not self._is_undone(event.id)]

    def events_of(self, card: str) -> tuple[Event, ...]:
        """Return everything that was done to `card` and still counts, in order."""
        events = sorted(self._by_card.get(card, ()), key=_IN_ORDER)
        return tuple(event for event in events if not self._is_undone(event.id))

    def last_at(self, day: date) -> str:
        """Return when something was done last on `day`; empty when nothing was."""
        return max((event.at for event in self._by_day.get(day, ())), default="")

    def study_days(self) -> frozenset[date]:
        """Return every day on which something was answered."""
        return frozenset(d for d in self._by_day if self._counting_on(d, ANSWERS))

    def _renamed(self, event: Event) -> Event:
        card = present_name(event.card, self._renames)
        return event if card == event.card else replace(event, card=card)

    def _counting_on(self, day: date, kinds: frozenset[EventKind]) -> tuple[Event, ...]:
        found = (
            event
            for event in self._by_day.get(day, ())
            if event.kind in kinds and not self._is_undone(event.id)
        )
        return tuple(sorted(found, key=_IN_ORDER))

    def _replayed(self, card: str, counts: Callable[[Event], bool]) -> Standing:
        standing = UNSEEN
        events = self._by_card[card]
        events.sort(key=_IN_ORDER)
        for event in events:
            if counts(event) and not self._is_undone(event.id):
                standing = self._after(standing, event)
        return standing

    def _after(self, before: Standing, event: Event) -> Standing:
        match event.kind:
            case EventKind.REVIEW if event.quality is not None:
                state = self._scheduler.review(before.state, event.quality, event.day)
                # The usual event, and `replace` is slow.
                return Standing(
                    state,
                    before.is_suspended,
                    before.buried_on,
                    before.is_flagged,
                    before.note,
                    event.rev,
                )
            case EventKind.SUSPEND:
                return replace(before, is_suspended=True)
            case EventKind.RESUME:
                return replace(before, is_suspended=False, buried_on=None)
            case EventKind.BURY:
                return replace(before, buried_on=event.day)
            case EventKind.RESET:
                return replace(before, state=None)
            case EventKind.FLAG:
                return replace(before, is_flagged=not before.is_flagged)
            case EventKind.NOTE:
                return replace(before, note=event.note)
            case _:
                return before

    def _is_undone(self, event_id: str) -> bool:
        """Tell whether an undo that was not itself undone takes the event back."""
        if event_id not in self._undos:
            return False
        behind = [event_id]
        known = {event_id}
        for each in behind:
            later = [undo for undo in self._undos.get(each, ()) if undo not in known]
            known.update(later)
            behind += later
        # From the last undo of an undo back to the event itself.
        held: set[str] = set()
        for each in reversed(behind):
            if held.isdisjoint(self._undos.get(each, ())):
                held.add(each)
        return event_id not in held
