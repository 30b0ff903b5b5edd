"""Say all parts aloud, then tick those that came."""

from datetime import date
from typing import ClassVar

from pmflash.answering.base import OPEN, Ask, AskNothing, AskTicks, Reply, Verdict
from pmflash.answering.shared.verdicts import by_share, is_blank
from pmflash.model.card import Card
from pmflash.model.mode import Ticks


class TicksAnswer:
    """Counts what was ticked; nothing ticked leaves the verdict to the learner."""

    name: ClassVar[str] = "ticks"

    def ask(self, card: Card, today: date) -> Ask:
        """Return the parts in the author's order."""
        mode = card.mode
        return AskTicks(mode.items) if isinstance(mode, Ticks) else AskNothing()

    def judge(self, card: Card, reply: Reply) -> Verdict:
        """Return whether all parts came, or at least half of them."""
        mode = card.mode
        if not isinstance(mode, Ticks) or is_blank(reply):
            return OPEN
        missed = tuple(item for item in mode.items if item not in reply)
        return by_share(missed, len(mode.items))
