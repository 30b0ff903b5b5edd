"""Cards that ask for more than anybody keeps in mind."""

import re

from pmflash.compiler.linting.base import CardRule, Flaw, called
from pmflash.compiler.linting.shared.places import first_written
from pmflash.facts.base import Fact
from pmflash.model.card import Card
from pmflash.model.mode import Grid, Order, Rehearse, Ticks

MOST_THINGS = 7
_BULLET = re.compile(r"^\s*(?:[-*•–]|[0-9]{1,2}[.)])\s+\S", re.MULTILINE)
_LISTS = ("items", "parts", "stages", "beats", "classes", "activities", "rows", "roles")


class LongList(CardRule):
    """Warns of a card with too many things to name, order or fill in."""

    name = "long-list"
    explained = f"one card asks for more than {MOST_THINGS} things"

    def flaw(self, fact: Fact, card: Card) -> Flaw | None:
        """Return the flaw of a card that asks for too much at once."""
        count = _asked_count(card)
        if count <= MOST_THINGS:
            return None
        return Flaw(
            first_written(fact, *_LISTS, "across", "a"),
            f"{called(card)} asks for {count} things at once",
            f"split it into facts of at most {MOST_THINGS} things each",
        )


def _asked_count(card: Card) -> int:
    match card.mode:
        case Ticks(items=items) | Order(items=items):
            return len(items)
        case Rehearse(beats=beats):
            return len(beats)
        case Grid(rows=rows):
            return len(rows)
        case _:
            return len(_BULLET.findall(card.answer))
