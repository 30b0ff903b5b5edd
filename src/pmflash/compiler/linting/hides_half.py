"""Sentences with too little left to know what is asked."""

import re

from pmflash.compiler.linting.base import CardRule, Flaw, called
from pmflash.compiler.linting.shared.places import prompt_place
from pmflash.facts.base import Fact
from pmflash.model.card import Card

_BOUNDARY = re.compile(r"[.!?]\s+(?=[A-Z0-9“\"\[(])")


class HidesHalf(CardRule):
    """Warns of a cloze card whose holes are as long as what stands around them."""

    name = "hides-half"
    explained = "a cloze card hides half of its sentence or more"

    def flaw(self, fact: Fact, card: Card) -> Flaw | None:
        """Return the flaw of a cloze card that hides too much."""
        hidden, whole = _sizes(card)
        if not hidden or 2 * hidden < whole:
            return None
        return Flaw(
            prompt_place(fact, card),
            f"{called(card)} hides {100 * hidden // whole} % of its sentence",
            "hide less, or number the holes so that each has a card of its own",
        )


def _sizes(card: Card) -> tuple[int, int]:
    """Count the letters and digits hidden, and those of all sentences with a hole."""
    pieces = [[0, 0]]
    lead = f"{card.context}:"
    for segment in card.cloze:
        if segment.hidden:
            pieces[-1][0] += _size(segment.text)
            continue
        text = segment.text
        if segment is card.cloze[0] and card.context:
            text = text.removeprefix(lead)
        first, *later = _BOUNDARY.split(text)
        pieces[-1][1] += _size(first)
        pieces += ([0, _size(sentence)] for sentence in later)
    with_hole = [piece for piece in pieces if piece[0]]
    hidden = sum(piece[0] for piece in with_hole)
    return hidden, hidden + sum(piece[1] for piece in with_hole)


def _size(text: str) -> int:
    return sum(letter.isalnum() for letter in text)
