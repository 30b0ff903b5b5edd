"""Finds cards: the search language over everything that a learner studies."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, islice, repeat

from pmflash.model.card_text import CardText
from pmflash.model.deck import Deck
from pmflash.study.history import History
from pmflash.study.index import CardIndex
from pmflash.study.scope import Scope, deck_names
from pmflash.study.search.names import Names
from pmflash.study.search.parse import Query, parse
from pmflash.study.search.row import Row
from pmflash.study.standing import Standing

PORTION = 250
"""Cards looked at in one go: a few milliseconds, also when their texts are read."""

_UNREAD = CardText()


class Finder:
    """Knows all cards as they were when it was made, and reads their texts once."""

    def __init__(
        self,
        index: CardIndex,
        texts: Callable[[], Iterator[CardText]],
        decks: Sequence[Deck],
        history: History,
    ) -> None:
        self.index = index
        """One row a card, in study order."""
        self._texts = _Texts(texts)
        self._decks = deck_names(decks)
        self._history = history

    def query(self, text: str, today: date) -> Query:
        """Return what `text` means on that day; raises `SearchError`."""
        return parse(text, today, Names(self._decks, self._tags, self._kinds))

    def found(self, query: Query) -> Iterator[tuple[str, ...]]:
        """Yield the ids of all studied cards that match, a portion at a time.

        Portions may be empty: between two of them a screen can see to its keys.
        """
        return self._matching(query, self._history.standing)

    def planned(self, query: Query, today: date) -> frozenset[str]:
        """Return the cards that match as they stood when the day began.

        So a sitting goes on where it stopped: what was answered today still counts.
        What the learner marked, such as flags, is taken as it is now.
        """

        def standing(card: str) -> Standing:
            now = self._history.standing(card)
            if now.state is None or now.state.last_on < today:
                return now
            before = self._history.standing_before(card, today)
            return now._replace(state=before.state, rev=before.rev)

        return frozenset(chain.from_iterable(self._matching(query, standing)))

    def _matching(
        self, query: Query, standing: Callable[[str], Standing]
    ) -> Iterator[tuple[str, ...]]:
        matches = query.matches
        for start in range(0, len(self.index), PORTION):
            end = start + PORTION
            texts: Iterable[CardText] = repeat(_UNREAD)
            if query.reads_text:
                texts = self._texts.between(start, end)
            yield tuple(
                card
                for (card, fact, filing), text in zip(
                    self.index[start:end], texts, strict=False
                )
                if filing.decks
                and matches(Row(card, fact, filing, standing(card), text))
            )

    def _tags(self) -> frozenset[str]:
        filings = {filing for _, _, filing in self.index}
        return frozenset(
            tag for filing in filings if filing.decks for tag in filing.tags
        )

    def _kinds(self) -> frozenset[str]:
        return frozenset(text.kind for text in self._texts.between(0, len(self.index)))


def searched(scope: Scope, finder: Finder, today: date, as_planned: bool) -> Scope:
    """Return `scope` with the cards that its search finds; raises `SearchError`.

    `as_planned` means as they stood when the day began, else as they stand now.
    """
    query = finder.query(scope.search, today)
    if as_planned:
        return replace(scope, cards=finder.planned(query, today))
    return replace(scope, cards=frozenset(chain.from_iterable(finder.found(query))))


class _Texts:
    """What the cards say, in study order, read as far as it was asked for."""

    def __init__(self, texts: Callable[[], Iterator[CardText]]) -> None:
        self._texts = texts
        self._unread: Iterator[CardText] | None = None
        self._read: list[CardText] = []

    def between(self, start: int, end: int) -> list[CardText]:
        """Return the texts from place `start` up to place `end`."""
        if self._unread is None:
            self._unread = self._texts()
        self._read += islice(self._unread, max(0, end - len(self._read)))
        return self._read[start:end]
