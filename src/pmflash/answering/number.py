"""Give one number, with or without its unit."""

from datetime import date
from typing import ClassVar

from pmflash.answering.base import OPEN, Ask, AskNothing, AskNumber, Reply, Verdict
from pmflash.answering.shared.verdicts import is_blank
from pmflash.model.card import Card
from pmflash.model.mode import Number


class NumberAnswer:
    """Reads what people type as numbers, and tells a wrong unit from a wrong number."""

    name: ClassVar[str] = "number"

    def ask(self, card: Card, today: date) -> Ask:
        """Return a line with the unit beside it."""
        mode = card.mode
        return AskNumber(mode.unit) if isinstance(mode, Number) else AskNothing()

    def judge(self, card: Card, reply: Reply) -> Verdict:
        """Return how close the number comes."""
        mode = card.mode
        if not isinstance(mode, Number) or is_blank(reply[:1]):
            return OPEN
        # The first card need not wait for the import of what reads replies.
        from pmflash.answering.shared.number_verdicts import number_verdict

        return number_verdict(reply[0], mode)


def is_number(text: str) -> bool:
    """Tell whether `text` can be judged: there is one number in it, and no other."""
    # The first card need not wait for the import of what reads replies.
    from pmflash.answering.shared.figures import figure_in

    return figure_in(text) is not None
