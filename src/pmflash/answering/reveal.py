"""Think, turn the card, judge yourself: works for every card."""

from datetime import date
from typing import ClassVar

from pmflash.answering.base import OPEN, Ask, AskNothing, Reply, Verdict
from pmflash.model.card import Card


class RevealAnswer:
    """Asks for nothing and leaves the verdict to the learner."""

    name: ClassVar[str] = "reveal"

    def ask(self, card: Card, today: date) -> Ask:
        """Return the ask that any key answers."""
        return AskNothing()

    def judge(self, card: Card, reply: Reply) -> Verdict:
        """Suggest nothing: only the learner knows."""
        return OPEN
