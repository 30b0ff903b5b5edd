"""What every check of a home promises: findings, some of them with a cure."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Protocol

from pmflash.collection import Collection
from pmflash.content import uncached_cards
from pmflash.log import scheduler_of
from pmflash.model.event import Event
from pmflash.model.failure import StorageError
from pmflash.storage.backup_file import Copies, copies
from pmflash.storage.cards import Cards
from pmflash.storage.locations import Locations
from pmflash.storage.survey import SurveyedLog, surveyed_logs
from pmflash.study.proof import Proof, proof_of

AHEAD = timedelta(hours=1)
"""Clocks of several devices differ, if not by so much."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a home that its learner should know."""

    rule: str
    """Stable kebab-case name of this sort of finding."""
    message: str
    help: str = ""
    is_trouble: bool = True
    """Whether something is wrong now; the others are good to know."""
    path: Path | None = None
    line: int = 0
    """From 1; 0 when the whole file is meant, or none."""
    details: tuple[str, ...] = ()
    """What it is about, an item each."""
    mend: Callable[[], None] | None = None
    """Puts it right, and loses nothing; raises `StorageError` when it cannot."""


class Case:
    """A home that is looked over."""

    def __init__(
        self,
        locations: Locations,
        opened: Callable[[], Collection],
        moment: datetime,
    ) -> None:
        self.locations = locations
        self._opened = opened
        self.moment = moment
        self.logs: tuple[SurveyedLog, ...] = surveyed_logs(locations)

    @cached_property
    def collection(self) -> Collection:
        """What pmflash makes of the home, by all of its caches."""
        return self._opened()

    @cached_property
    def copies(self) -> Copies:
        """The copies of the home; none where their folder cannot be read."""
        try:
            return copies(self.locations.backups)
        except StorageError:
            return Copies()

    @cached_property
    def events(self) -> dict[str, Event]:
        """Every event that counts, by its id."""
        return first_of_each(event for log in self.logs for _, event in log.events)

    @cached_property
    def proof(self) -> Proof:
        """What follows from the logs, by an independent replay of them."""
        cards = self.cards_by_files
        return proof_of(
            self.events.values(), scheduler_of(cards.settings), cards.renames
        )

    @cached_property
    def cards_by_files(self) -> Cards:
        """The cards that decks and seeds become, with no regard to any cache."""
        return uncached_cards(self.locations)

    @cached_property
    def card_ids(self) -> frozenset[str]:
        """The ids of those cards."""
        return frozenset(card for card, _, _ in self.cards_by_files.index)


def first_of_each(events: Iterable[Event]) -> dict[str, Event]:
    """Return events by their ids; of two with one id the first."""
    found: dict[str, Event] = {}
    for event in events:
        found.setdefault(event.id, event)
    return found


class Check(Protocol):
    """Looks for one sort of thing."""

    def __call__(self, case: Case) -> Iterator[Finding]:
        """Yield what was found."""
