"""The cards at hand: from the cache where it holds, compiled anew where it does not."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from pmflash.storage.card_cache import DamagedCacheError, load_cards
from pmflash.storage.cards import Cards, IndexRow
from pmflash.storage.locations import Locations
from pmflash.storage.stamps import content_stamp

if TYPE_CHECKING:
    from pmflash.model.card_text import CardText

Read = TypeVar("Read")


class Shelf:
    """Cards of a home, taken out by functions that may find their cache broken."""

    cards: Cards
    """All of them, as they are now; one who keeps them is not told of changes."""

    def __init__(
        self, locations: Locations, compiled: Callable[[Locations, str], Cards]
    ) -> None:
        self._locations = locations
        self._compiled = compiled
        self._fill(content_stamp(locations))

    @property
    def index(self) -> tuple[IndexRow, ...]:
        """One row a card, in study order."""
        return self.read(lambda cards: cards.index)

    def read(self, read: Callable[[Cards], Read]) -> Read:
        """Return what `read` finds, in new cards when the cache broke meanwhile."""
        try:
            return read(self.cards)
        except DamagedCacheError:
            self.cards = self._compiled(self._locations, self._stamp)
            return read(self.cards)

    def texts(self) -> "Iterator[CardText]":
        """Yield what searches look at of every card, also when the cache breaks."""
        place = 0
        try:
            for text in self.cards.texts():
                yield text
                place += 1
        except DamagedCacheError:
            self.cards = self._compiled(self._locations, self._stamp)
            yield from islice(self.cards.texts(), place, None)

    def renews(self) -> bool:
        """Take new cards when files of the content have changed, and tell whether."""
        stamp = content_stamp(self._locations)
        if stamp == self._stamp:
            return False
        self._fill(stamp)
        return True

    def _fill(self, stamp: str) -> None:
        self._stamp = stamp
        kept = load_cards(self._locations, stamp)
        self.cards = kept or self._compiled(self._locations, stamp)
