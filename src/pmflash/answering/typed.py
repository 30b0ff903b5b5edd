"""Type the answer: typography is forgiven, a slip of the finger nearly so."""

from datetime import date
from typing import ClassVar

from pmflash.answering.base import OPEN, Ask, AskNothing, AskText, Reply, Verdict
from pmflash.answering.shared.verdicts import is_blank
from pmflash.model.card import Card
from pmflash.model.mode import Typed

_LONGEST_ANSWER = 60


class TypedAnswer:
    """Compares what was typed with every accepted spelling."""

    name: ClassVar[str] = "typed"

    def ask(self, card: Card, today: date) -> Ask:
        """Return an empty line."""
        return AskText() if isinstance(card.mode, Typed) else AskNothing()

    def judge(self, card: Card, reply: Reply) -> Verdict:
        """Return how near the reply comes to the spelling that it is nearest to."""
        if not isinstance(card.mode, Typed) or is_blank(reply[:1]):
            return OPEN
        # The first card need not wait for the import of what reads replies.
        from pmflash.answering.shared.text_verdict import text_verdict

        return text_verdict(reply[0], _spellings(card, card.mode))


def _spellings(card: Card, mode: Typed) -> tuple[str, ...]:
    """Return all that is right, the one to show first."""
    answer = card.answer.strip()
    if not mode.accept or (len(answer) <= _LONGEST_ANSWER and "\n" not in answer):
        return (answer, *mode.accept)
    return mode.accept
