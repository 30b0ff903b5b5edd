"""What the compiler makes of all content files together."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pmflash.model.card import Card
from pmflash.model.deck import Deck
from pmflash.model.diagnostic import Diagnostic
from pmflash.model.renames import Renames

if TYPE_CHECKING:
    from pmflash.model.audited import Audited


@dataclass(frozen=True, slots=True)
class Compiled:
    """Cards in study order, the decks, and everything that was wrong."""

    cards: tuple[Card, ...] = ()
    decks: tuple[Deck, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    audited: "tuple[Audited, ...]" = ()
    """What does not add up, explained or not; found by a thorough look only."""
    renames: Renames = field(default_factory=dict)
