"""The review log, replayed by what facts are called at one time or another."""

from collections.abc import Iterable
from typing import Any

from pmflash.model.event import Event
from pmflash.model.renames import NO_RENAMES, Renames
from pmflash.scheduling.base import Scheduler
from pmflash.study.history import History


class Replays:
    """The histories that one log is, each replayed when it is first asked for."""

    def __init__(self, events: Iterable[Event], scheduler: Scheduler[Any]) -> None:
        self._events = tuple(events)
        self._scheduler = scheduler
        self._known: list[tuple[Renames, History]] = []

    def by(self, renames: Renames) -> History:
        """Return the history by the ids that these renames give to cards."""
        for known, history in self._known:
            if known == renames:
                return history
        history = History(self._scheduler, renames)
        history.add(self._events)
        self._known.append((renames, history))
        return history

    def cards(self, renames: Renames = NO_RENAMES) -> list[str]:
        """Return the ids of cards to which something was done that still counts.

        Without renames they are those that are written in the log.
        """
        history = self.by(renames)
        return [card for card in history.reviewed_cards() if history.events_of(card)]
