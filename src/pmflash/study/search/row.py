"""What a search knows of a card, and conditions on it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pmflash.model.card_text import CardText
from pmflash.model.filing import Filing
from pmflash.study.standing import UNSEEN, Standing


class Row(NamedTuple):
    """A card as a search sees it."""

    card: str
    """The card's id."""
    fact: str
    filing: Filing
    standing: Standing = UNSEEN
    text: CardText = CardText()
    """Nothing, unless the search reads texts."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds for a row or does not."""

    holds: Callable[[Row], bool]
    reads_text: bool = False
    """Whether it looks at `Row.text`."""


def every(conditions: Sequence[Condition]) -> Condition:
    """Return what holds where all of `conditions` hold; the quick ones come first."""
    return _composed(all, conditions)


def either(conditions: Sequence[Condition]) -> Condition:
    """Return what holds where one of `conditions` holds; the quick ones come first."""
    return _composed(any, conditions)


def opposite(condition: Condition) -> Condition:
    """Return what holds where `condition` does not."""
    return Condition(lambda row: not condition.holds(row), condition.reads_text)


def _composed(
    holds: Callable[[Iterable[bool]], bool], conditions: Sequence[Condition]
) -> Condition:
    if len(conditions) == 1:
        return conditions[0]
    quick_first = sorted(conditions, key=lambda each: each.reads_text)
    checks = tuple(each.holds for each in quick_first)
    return Condition(
        lambda row: holds(check(row) for check in checks),
        any(each.reads_text for each in conditions),
    )
