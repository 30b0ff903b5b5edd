"""The cards at hand: from the cache where it holds, compiled anew where it does not."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from pmflash.model.diagnostic import Severity
from pmflash.model.failure import StorageError
from pmflash.storage.card_cache import DamagedCacheError, load_cards
from pmflash.storage.cards import Cards, IndexRow
from pmflash.storage.locations import Locations
from pmflash.storage.stamps import content_stamp, edits_stamp

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
        self.unread: tuple[str, ...] = ()
        """Why new cards could not be taken, a sentence each."""
        self._edits = edits_stamp(locations)
        self._stamp = content_stamp(locations)
        self.cards = self._before = self._read_at(self._stamp)

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

    def renew(self) -> None:
        """Take new cards when files of the content have changed."""
        try:
            edits, stamp = edits_stamp(self._locations), content_stamp(self._locations)
            fresh = self.cards if stamp == self._stamp else self._read_at(stamp)
        except StorageError as error:
            self.unread = (error.message,)
            return
        self.unread = ()
        self.cards, self._stamp, self._edits = fresh, stamp, edits

    def takes_edits(self) -> bool:
        """Take new cards when the home was edited without a mistake; tell whether.

        An editor may be writing at this moment, and a learner be in mid-sentence.
        """
        try:
            edits = edits_stamp(self._locations)
            if edits == self._edits:
                return False
            stamp = content_stamp(self._locations)
            fresh = self._read_at(stamp)
            if edits_stamp(self._locations) != edits:
                return False
        except StorageError:
            return False
        # Not read again before they are edited again, whatever they hold.
        self._edits = edits
        if _mistakes(fresh) > _mistakes(self.cards):
            return False
        self._before, self.cards, self._stamp = self.cards, fresh, stamp
        return True

    def has_changed(self, card_id: str) -> bool:
        """Tell whether the last edits that were taken changed a card."""
        now = self.read(lambda cards: cards.card(card_id))
        try:
            return self._before.card(card_id) != now
        except DamagedCacheError:
            return True

    def _read_at(self, stamp: str) -> Cards:
        kept = load_cards(self._locations, stamp)
        return kept or self._compiled(self._locations, stamp)


def _mistakes(cards: Cards) -> int:
    return sum(each.severity is Severity.ERROR for each in cards.diagnostics)
