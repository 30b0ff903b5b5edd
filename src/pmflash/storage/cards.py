"""Cards as the rest of pmflash asks for them, whether cached or just compiled."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from pmflash.model.card import Card
from pmflash.model.compiled import Compiled
from pmflash.model.deck import Deck
from pmflash.model.diagnostic import Diagnostic
from pmflash.model.filing import Filing
from pmflash.model.renames import Renames
from pmflash.model.settings import Settings

if TYPE_CHECKING:
    from pmflash.model.card_text import CardText

IndexRow = tuple[str, str, Filing]
"""Card id, fact id and filing: all that planning a day needs of a card."""


class Cards(Protocol):
    """Everything that the content became."""

    @property
    def index(self) -> tuple[IndexRow, ...]:
        """One row a card, in study order."""

    @property
    def decks(self) -> tuple[Deck, ...]:
        """The decks, in the order of their files."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything that was wrong with the content."""

    @property
    def renames(self) -> Renames:
        """The facts that go by another id than they once did."""

    @property
    def settings(self) -> Settings:
        """The learner's choices."""

    @property
    def replaced(self) -> tuple[str, ...]:
        """Built-in files that a file of the home stands in for."""

    def card(self, card_id: str) -> Card | None:
        """Return the card with that id; None when there is none."""

    def cards(self) -> Iterator[Card]:
        """Yield every card in study order."""

    def texts(self) -> "Iterator[CardText]":
        """Yield what searches look at of every card, in study order."""


class FreshCards:
    """Cards that were compiled just now."""

    def __init__(
        self, compiled: Compiled, settings: Settings, replaced: tuple[str, ...] = ()
    ) -> None:
        self.decks = compiled.decks
        self.diagnostics = compiled.diagnostics
        self.renames = compiled.renames
        self.settings = settings
        self.replaced = replaced
        self._cards = compiled.cards

    @cached_property
    def index(self) -> tuple[IndexRow, ...]:
        """One row a card, in study order."""
        return tuple((card.id, card.fact, card.filing) for card in self._cards)

    def card(self, card_id: str) -> Card | None:
        """Return the card with that id; None when there is none."""
        return self._by_id.get(card_id)

    def cards(self) -> Iterator[Card]:
        """Yield every card in study order."""
        return iter(self._cards)

    def texts(self) -> "Iterator[CardText]":
        """Yield what searches look at of every card, in study order."""
        from pmflash.model.card_text import text_of

        return map(text_of, self._cards)

    @cached_property
    def _by_id(self) -> dict[str, Card]:
        return {card.id: card for card in self._cards}
