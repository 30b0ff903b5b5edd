"""Answers that nobody can say by heart."""

import re

from pmflash.compiler.linting.base import CardRule, Flaw, called
from pmflash.compiler.linting.shared.places import answer_place, first_written
from pmflash.facts.base import Fact
from pmflash.model.card import Card
from pmflash.model.mode import Choice, Grid, Order, Rehearse, Ticks

MOST_WORDS = 40
_HAS_LETTER_OR_DIGIT = re.compile(r"\w")


class LongAnswer(CardRule):
    """Warns of more words than a learner can be asked to give back."""

    name = "long-answer"
    explained = f"an answer has more than {MOST_WORDS} words"

    def flaw(self, fact: Fact, card: Card) -> Flaw | None:
        """Return the flaw of a card whose answer is too long."""
        words = _asked(card).split()
        count = sum(bool(_HAS_LETTER_OR_DIGIT.search(word)) for word in words)
        if count <= MOST_WORDS:
            return None
        return Flaw(
            answer_place(fact, card) or first_written(fact, "items", "beats", "parts"),
            f"the answer of {called(card)} has {count} words",
            f"split it into several facts, or shorten it to {MOST_WORDS} words",
        )


def _asked(card: Card) -> str:
    """Return what the learner is to give back, without what explains it."""
    match card.mode:
        case Ticks(items=items) | Order(items=items) | Rehearse(beats=items):
            return "\n".join(items)
        case Choice(right=right):
            return right
        case Grid(cells=cells):
            return "\n".join(cell for row in cells for cell in row)
        case _:
            return card.answer
