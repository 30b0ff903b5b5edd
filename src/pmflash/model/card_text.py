"""What searches want to know of a card beside its filing."""

from typing import NamedTuple

from pmflash.model.card import Card
from pmflash.model.fold import folded


class CardText(NamedTuple):
    """What is known of a card only when it was read as a whole."""

    kind: str = ""
    words: str = ""
    """Prompt and answer, folded, a line each."""
    as_of: str = ""
    valid_until: str = ""


def text_of(card: Card) -> CardText:
    """Return what a search may find `card` by."""
    words = f"{folded(card.prompt)}\n{folded(card.answer)}"
    return CardText(card.kind, words, card.as_of, card.valid_until)
