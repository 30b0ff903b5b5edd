"""A search that goes on a moment at a time, so that keys are never kept waiting."""

from collections.abc import Iterator
from time import monotonic

from pmflash.collection import Collection
from pmflash.study.scope import Scope

LOOK_SECONDS = 0.01
"""So long it looks for cards before it lets others do something."""


class Looking:
    """Looks for cards among those that there are now."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._finder = collection.finder()
        self.query = self._finder.query("", collection.today())
        """The last search that was understood."""
        self._portions: Iterator[tuple[str, ...]] | None = None

    @property
    def is_over(self) -> bool:
        """Whether all cards were looked at."""
        return self._portions is None

    def begin(self, text: str) -> None:
        """Look for what `text` says from now on; raises `SearchError`."""
        self.query = self._finder.query(text.strip(), self._collection.today())
        self._portions = self._finder.found(self.query)

    def more(self) -> list[str]:
        """Return what is found in a moment."""
        found: list[str] = []
        until = monotonic() + LOOK_SECONDS
        for portion in self._portions or ():
            found += portion
            if monotonic() >= until:
                return found
        self._portions = None
        return found

    def renew(self) -> bool:
        """Take the cards that there are now, and tell whether they are others."""
        finder = self._collection.finder()
        if finder.index is self._finder.index:
            return False
        self._finder = finder
        return True

    def scope(self) -> Scope:
        """Return what a review of the cards found is about."""
        if not self.query.text:
            return self._collection.scope(())
        found = self._finder.planned(self.query, self._collection.today())
        return Scope(search=self.query.text, cards=found)
