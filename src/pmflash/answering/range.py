"""Give both ends of a band, in two fields or in one text such as `155-180k`."""

from datetime import date
from typing import ClassVar

from pmflash.answering.base import OPEN, Ask, AskNothing, AskRange, Reply, Verdict
from pmflash.answering.shared.verdicts import is_blank
from pmflash.model.card import Card
from pmflash.model.mode import Range


class RangeAnswer:
    """Judges each end as a number; an end may take its unit from the other one."""

    name: ClassVar[str] = "range"

    def ask(self, card: Card, today: date) -> Ask:
        """Return two lines with the unit beside them."""
        mode = card.mode
        return AskRange(mode.unit) if isinstance(mode, Range) else AskNothing()

    def judge(self, card: Card, reply: Reply) -> Verdict:
        """Return how many of the ends are right, in whichever order."""
        mode = card.mode
        if not isinstance(mode, Range) or is_blank(reply[:2]):
            return OPEN
        # The first card need not wait for the import of what reads replies.
        from pmflash.answering.shared.number_verdicts import range_verdict

        return range_verdict(reply, mode)
