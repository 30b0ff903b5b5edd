"""What the review log says: card states, and what was answered on a day."""

from collections import defaultdict
from collections.abc import Callable, Iterable, KeysView
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any

from pmflash.model.event import Event, EventKind
from pmflash.scheduling.base import CardState, Scheduler

ANSWERS = frozenset({EventKind.REVIEW, EventKind.DRILL})
_IN_ORDER = attrgetter("at", "id")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a card stands: its state, and whether it is set aside."""

    state: CardState | None = None
    """None for a card that was never reviewed, or was reset."""
    is_suspended: bool = False
    buried_on: date | None = None


UNSEEN = Standing()


class History:
    """The review log, replayed. The order in which events arrive changes nothing."""

    def __init__(self, scheduler: Scheduler[Any]) -> None:
        self._scheduler = scheduler
        self._by_card: defaultdict[str, list[Event]] = defaultdict(list)
        self._by_day: defaultdict[date, list[Event]] = defaultdict(list)
        self._undos: defaultdict[str, list[str]] = defaultdict(list)
        self._standings: dict[str, Standing] = {}

    def add(self, events: Iterable[Event]) -> None:
        """Take in events that were not known yet."""
        for event in events:
            if event.kind is EventKind.UNDO:
                self._undos[event.target].append(event.id)
            else:
                self._by_card[event.card].append(event)
                self._by_day[event.day].append(event)
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
        return tuple(
            sorted(
                (
                    event
                    for event in self._by_day.get(day, ())
                    if event.kind in ANSWERS and not self._is_undone(event.id)
                ),
                key=_IN_ORDER,
            )
        )

    def answer_count(self, card: str) -> int:
        """Return how many reviews and drill answers of `card` still count."""
        return sum(
            event.kind in ANSWERS and not self._is_undone(event.id)
            for event in self._by_card.get(card, ())
        )

    def last_at(self, day: date) -> str:
        """Return when the last answer of `day` was given; empty when none was."""
        return max((answer.at for answer in self.answers_on(day)), default="")

    def study_days(self) -> frozenset[date]:
        """Return every day on which something was answered."""
        return frozenset(day for day in self._by_day if self.answers_on(day))

    def _replayed(self, card: str, counts: Callable[[Event], bool]) -> Standing:
        standing = UNSEEN
        events = self._by_card[card]
        events.sort(key=_IN_ORDER)
        for event in events:
            if counts(event) and not self._is_undone(event.id):
                standing = self._after(standing, event)
        return standing

    def _after(self, before: Standing, event: Event) -> Standing:
        state, suspended, buried_on = (
            before.state,
            before.is_suspended,
            before.buried_on,
        )
        match event.kind:
            case EventKind.REVIEW if event.quality is not None:
                state = self._scheduler.review(state, event.quality, event.day)
            case EventKind.SUSPEND:
                suspended = True
            case EventKind.RESUME:
                suspended, buried_on = False, None
            case EventKind.BURY:
                buried_on = event.day
            case EventKind.RESET:
                state = None
            case _:
                return before
        return Standing(state, suspended, buried_on)

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
