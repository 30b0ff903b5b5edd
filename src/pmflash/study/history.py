"""What the review log says: card states, and what was answered on a day."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, KeysView, Sequence
from datetime import date
from itertools import chain
from operator import attrgetter
from typing import Any

from pmflash.model.collector import collector_paused
from pmflash.model.event import Event, EventKind
from pmflash.model.past import Past
from pmflash.model.renames import NO_RENAMES, Renames, present_name
from pmflash.scheduling.base import Scheduler
from pmflash.study.folding import folded
from pmflash.study.rows import row_of, standing_of
from pmflash.study.standing import ANSWERS, UNSEEN, Standing, replayed
from pmflash.study.undos import Undos

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
_NONE: list[Event] = []
"""Shared by all cards without an event since the past; nobody adds to it."""


class History:
    """The review log, replayed. The order in which events arrive changes nothing.

    Given a past, it knows only the events since. When a question or a new event reaches
    further back, `read_all` must give all events, the new ones too. Then either may
    raise what `read_all` raises, and nothing has changed.
    """

    def __init__(
        self,
        scheduler: Scheduler[Any],
        renames: Renames = NO_RENAMES,
        past: Past | None = None,
        read_all: Callable[[], Iterable[Event]] = tuple,
    ) -> None:
        self._scheduler = scheduler
        self._renames = renames
        self._read_all = read_all
        self._begin(past)

    @property
    def is_whole(self) -> bool:
        """Whether it knows every event, and not only those since a past."""
        return self._past is None

    @collector_paused()
    def add(self, events: Iterable[Event]) -> None:
        """Take in events that were not known yet."""
        events = self._by_present_names(events)
        if self._past is None or self._follow(self._past, events):
            self._take(events)
        else:
            self._go_back()

    def reviewed_cards(self) -> KeysView[str]:
        """Return the ids of all cards that the log speaks of."""
        return self._by_card.keys()

    def standing(self, card: str) -> Standing:
        """Return where `card` stands after everything that happened."""
        found = self._standings.get(card)
        if found is None:
            if card not in self._by_card:
                return UNSEEN
            found = self._standings[card] = self._replayed(card, self._events(card))
        return found

    def standing_before(self, card: str, day: date) -> Standing:
        """Return where `card` stood when study day `day` began."""
        self._reach(day)
        events = self._by_card.get(card)
        if not events or all(event.day < day for event in events):
            return self.standing(card)
        earlier = [event for event in self._events(card) if event.day < day]
        return self._replayed(card, earlier)

    def answers_on(self, day: date) -> tuple[Event, ...]:
        """Return the reviews and drill answers of `day` that still count, in order."""
        return self._counting_on(day, _OF_THE_DAY)

    def undone_on(self, day: date) -> frozenset[str]:
        """Return the cards with a review of `day` that was taken back."""
        self._reach(day)
        events = self._by_day.get(day, ())
        counting = {event.id for event in self._undos.counting(events)}
        undone = (event for event in events if event.id not in counting)
        return frozenset(each.card for each in undone if each.kind is EventKind.REVIEW)

    def crams_on(self, day: date) -> tuple[Event, ...]:
        """Return the cram answers of `day` that still count, in order."""
        return self._counting_on(day, frozenset({EventKind.CRAM}))

    def count_on(self, day: date) -> int:
        """Return how many answers of any kind on `day` still count."""
        return len(self._counting_on(day, ANSWERS))

    def marks_on(self, day: date) -> tuple[Event, ...]:
        """Return the marks of `day` that still count, in order."""
        return self._counting_on(day, MARKS)

    def done_on(self, day: date) -> tuple[Event, ...]:
        """Return all that was done on `day` in order, and what took any of it back."""
        self._reach(day)
        acts = self._by_day.get(day, ())
        return tuple(sorted([*acts, *self._undos_on(day)], key=_IN_ORDER))

    def notes(self) -> dict[str, str]:
        """Return what the learner finds wrong with cards, by their ids."""
        cards = self.reviewed_cards()
        return {card: note for card in cards if (note := self.standing(card).note)}

    def answer_count(self, card: str) -> int:
        """Return how many answers to `card` still count, of whatever kind."""
        counting = self._undos.counting(self._by_card.get(card, ()))
        row = self._past.cards.get(card) if self._past else None
        before = row[0] if row else 0
        return before + sum(event.kind in ANSWERS for event in counting)

    def events_by_card(self) -> Iterator[list[Event]]:
        """Yield the events of each card that still count, in order."""
        self._reach(date.min)
        for card in self._by_card:
            yield self._undos.counting(self._events(card))

    def events_of(self, card: str) -> tuple[Event, ...]:
        """Return everything that was done to `card` and still counts, in order."""
        self._reach(date.min)
        if card not in self._by_card:
            return ()
        return tuple(self._undos.counting(self._events(card)))

    def last_at(self, day: date) -> str:
        """Return when something was done last on `day`; empty when nothing was."""
        self._reach(day)
        events = chain(self._by_day.get(day, ()), self._undos_on(day))
        return max((event.at for event in events), default="")

    def study_days(self) -> frozenset[date]:
        """Return every day on which something was answered."""
        before = self._past.study_days if self._past else frozenset()
        return before | {
            day
            for day, events in self._by_day.items()
            if any(event.kind in ANSWERS for event in self._undos.counting(events))
        }

    def past(self, until: str) -> Past:
        """Return everything before the UTC instant `until`, or a later one, folded."""
        cards = {card: self._events(card) for card in self._by_card}
        return folded(cards, self._undos, self._past, until, self._scheduler)

    def row(self, card: str) -> list[Any]:
        """Return how `card` stands now as a row, like those of a past."""
        return row_of(self.standing(card), self.answer_count(card))

    def _begin(self, past: Past | None) -> None:
        self._past = past
        self._since: set[str] = set()
        self._by_card = dict.fromkeys(past.cards, _NONE) if past else {}
        self._unsorted: set[str] = set()
        self._by_day: defaultdict[date, list[Event]] = defaultdict(list)
        self._undos_by_day: defaultdict[date, list[Event]] = defaultdict(list)
        self._undos = Undos()
        self._standings: dict[str, Standing] = {}
        self._take(past.kept if past else ())

    def _take(self, events: Sequence[Event]) -> None:
        by_card, by_day, undo = self._by_card, self._by_day, EventKind.UNDO
        if self._past is not None:
            self._since.update(event.id for event in events)
        if self._standings:
            for event in events:
                self._standings.pop(event.card, None)
        for event in events:
            day = event.day
            if event.kind is undo:
                self._undos_by_day[day].append(event)
                self._take_undo(event)
                continue
            by_day[day].append(event)
            card = event.card
            known = by_card.get(card)
            if not known:
                by_card[card] = [event]
                continue
            if event.at <= known[-1].at:
                self._unsorted.add(card)
            known.append(event)

    def _take_undo(self, undo: Event) -> None:
        self._undos.add(undo)
        root = self._undos.root(undo)
        known = self._by_card.get(undo.card, ())
        if self._standings and not any(event.id == root for event in known):
            # It may be of a card that is not its own, or was learnt of too early.
            self._standings.clear()

    def _follow(self, past: Past, events: Sequence[Event]) -> bool:
        """Tell whether `events` leave everything before the end of `past` as it is."""
        known = self._since | {event.id for event in events}
        return all(
            event.at >= past.until
            and (event.kind is not EventKind.UNDO or event.target in known)
            for event in events
        )

    def _reach(self, day: date) -> None:
        if self._past is not None and day < self._past.until_day:
            self._go_back()

    @collector_paused()
    def _go_back(self) -> None:
        """Know all events instead of a past."""
        events = self._by_present_names(self._read_all())
        self._begin(None)
        self._take(events)

    def _undos_on(self, day: date) -> list[Event]:
        """Return those undos of `day` that are about something done on it."""
        undos = self._undos_by_day.get(day)
        if not undos:
            return []
        acts = {event.id for event in self._by_day.get(day, ())}
        return [undo for undo in undos if self._undos.root(undo) in acts]

    def _by_present_names(self, events: Iterable[Event]) -> list[Event]:
        return [*map(self._renamed, events)] if self._renames else [*events]

    def _renamed(self, event: Event) -> Event:
        card = present_name(event.card, self._renames)
        return event if card == event.card else event._replace(card=card)

    def _events(self, card: str) -> list[Event]:
        events = self._by_card[card]
        if card in self._unsorted:
            self._unsorted.remove(card)
            events.sort(key=_IN_ORDER)
        return events

    def _counting_on(self, day: date, kinds: frozenset[EventKind]) -> tuple[Event, ...]:
        self._reach(day)
        found = self._undos.counting(self._by_day.get(day, ()))
        ours = (event for event in found if event.kind in kinds)
        return tuple(sorted(ours, key=_IN_ORDER))

    def _replayed(self, card: str, events: Sequence[Event]) -> Standing:
        row = self._past.cards.get(card) if self._past else None
        before = standing_of(row, self._scheduler.state_type) if row else UNSEEN
        if not events:
            return before
        return replayed(before, self._undos.counting(events), self._scheduler)
