"""All cards in study order, and those among them that a sitting or a deck is about."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pmflash.model.filing import Filing
from pmflash.study.scope import Scope

IndexRow = tuple[str, str, Filing]
"""Card id, fact id and filing of one card."""
CardIndex = Sequence[IndexRow]
"""One row a card, in study order."""


class Homes(dict[Filing, str | None]):
    """The deck through which cards filed so are in a scope; looked up once a filing.

    What a search found does not matter here.
    """

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self._scope = scope

    def __missing__(self, filing: Filing) -> str | None:
        deck = self[filing] = self._scope.deck_of(filing)
        return deck


def rows_in(index: CardIndex, scope: Scope) -> CardIndex:
    """Return the rows of the cards in `scope`."""
    homes, found = Homes(scope), scope.cards
    rows = tuple(row for row in index if homes[row[2]] is not None)
    return rows if found is None else tuple(row for row in rows if row[0] in found)


def rows_by_deck(index: CardIndex) -> Mapping[str, CardIndex]:
    """Return the rows of each deck that has any; a card can be in several decks."""
    by_deck: defaultdict[str, list[IndexRow]] = defaultdict(list)
    for row in index:
        for deck in row[2].decks:
            by_deck[deck].append(row)
    return by_deck
