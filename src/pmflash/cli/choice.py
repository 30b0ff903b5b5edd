"""What a review is told on the command line: which cards, what for, how long."""

from dataclasses import dataclass

from pmflash.collection import Collection
from pmflash.study.session import Session
from pmflash.study.wish import CRAM, WHAT_IS_DUE


@dataclass(frozen=True, slots=True)
class Choice:
    """The words after `review`, as they were typed."""

    decks: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    search: str = ""
    is_cram: bool = False
    minutes: int | None = None
    """How long a sitting may be; None for what the settings say."""

    def session(self, collection: Collection) -> Session:
        """Return the session that is chosen; all later ones are to be as long.

        Raises `UsageError` for a deck, a tag or a search that cannot be.
        """
        collection.minutes = self.minutes
        scope = collection.scope(self.decks, self.tags, self.search)
        return collection.session(scope, CRAM if self.is_cram else WHAT_IS_DUE)
