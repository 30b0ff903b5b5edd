"""Put things in order."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from pmflash.answering.base import OPEN, Ask, AskNothing, AskOrder, Reply, Verdict
from pmflash.answering.shared.shuffle import shuffled
from pmflash.answering.shared.verdicts import is_blank, partly, right, wrong
from pmflash.model.card import Card
from pmflash.model.mode import Order

_MOST_MISPLACED = 2
_ATTEMPTS = 8


class OrderAnswer:
    """Begins with an order that is wrong, and as far as possible not nearly right."""

    name: ClassVar[str] = "order"

    def ask(self, card: Card, today: date) -> Ask:
        """Return the things in an order that is another one each day."""
        mode = card.mode
        if not isinstance(mode, Order):
            return AskNothing()
        starts = _starts(mode.items, card, today)
        enough = _MOST_MISPLACED + 1
        # The first of the best ones, so that a wrong enough shuffle stays as it is.
        return AskOrder(
            max(starts, key=lambda start: min(enough, _misplaced(start, mode.items)))
        )

    def judge(self, card: Card, reply: Reply) -> Verdict:
        """Return how many are out of place; of two, one is as wrong as both."""
        mode = card.mode
        if not isinstance(mode, Order) or is_blank(reply):
            return OPEN
        given = (*reply, *("",) * len(mode.items))
        pairs = zip(mode.items, given, strict=False)
        missed = tuple(item for item, there in pairs if item != there)
        if not missed:
            return right()
        if len(missed) <= _MOST_MISPLACED < len(mode.items):
            return partly(missed)
        return wrong(missed)


def _starts(
    items: tuple[str, ...], card: Card, today: date
) -> Iterator[tuple[str, ...]]:
    for attempt in range(_ATTEMPTS):
        yield shuffled(items, card, today, attempt)
    yield (*items[1:], *items[:1])


def _misplaced(given: tuple[str, ...], items: tuple[str, ...]) -> int:
    return sum(one != other for one, other in zip(given, items, strict=True))
