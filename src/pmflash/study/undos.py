"""Which events were taken back: undos can be undone, and those undos too."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pmflash.model.event import Event


class Undos:
    """Every undo of a log, in whatever order they were added."""

    def __init__(self) -> None:
        self._events: dict[str, Event] = {}
        self._by_target: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, undo: Event) -> None:
        """Take in an undo that was not known yet."""
        self._events[undo.id] = undo
        self._by_target[undo.target].append(undo.id)

    def __iter__(self) -> Iterator[Event]:
        return iter(self._events.values())

    def counting(self, events: Iterable[Event]) -> list[Event]:
        """Return those of `events` that were not taken back."""
        targets = self._by_target
        if not targets:
            return [*events]
        return [
            event
            for event in events
            if event.id not in targets or not self._is_undone(event.id)
        ]

    def root(self, undo: Event) -> str:
        """Return the id at the other end of a row of undos, each of the next one.

        It may be of an event that is not known. Undos of each other have no end:
        then it is of one of them.
        """
        passed = set()
        while undo.target in self._events and undo.id not in passed:
            passed.add(undo.id)
            undo = self._events[undo.target]
        return undo.target

    def _is_undone(self, event_id: str) -> bool:
        """Tell whether an undo that was not itself undone takes the event back."""
        behind = [event_id]
        known = {event_id}
        for each in behind:
            later = [
                undo for undo in self._by_target.get(each, ()) if undo not in known
            ]
            known.update(later)
            behind += later
        # From the last undo of an undo back to the event itself.
        held: set[str] = set()
        for each in reversed(behind):
            if held.isdisjoint(self._by_target.get(each, ())):
                held.add(each)
        return event_id not in held
