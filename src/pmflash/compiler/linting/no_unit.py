"""Numbers of which nobody knows what they count."""

import re

from pmflash.compiler.linting.base import CardRule, Flaw, called
from pmflash.compiler.linting.shared.numbers import (
    ends_in_noun,
    is_bare_number,
    is_year,
    starts_with_noun,
)
from pmflash.compiler.linting.shared.places import answer_place, first_written
from pmflash.compiler.linting.shared.words import tokens
from pmflash.compiler.words import quoted
from pmflash.facts.base import Fact
from pmflash.model.card import Card, ClozeSegment
from pmflash.model.mode import Number, Range

_UNITLESS = (
    "f1 auc roc nps rmse mae bleu rouge kappa score scores index ratio precision recall"
    " probability correlation coefficient p r2 rank ph"
)
_SCORES = frozenset(_UNITLESS.split())
"""What is measured without a unit."""
_DATING = frozenset({"year", "years", "when"})
_NEAR = 10
"""Stretches of a cloze before and behind a hole in which its unit may stand."""
_NAMED_BY_NUMBER = re.compile(r"\b(?:which|what (?:number|year|version))\b", re.I)


class NoUnit(CardRule):
    """Warns of answers that are a number and nothing else."""

    name = "no-unit"
    explained = "a number has no unit"

    def flaw(self, fact: Fact, card: Card) -> Flaw | None:
        """Return the flaw of a card that asks for a number without its unit."""
        words = tokens(card.prompt)
        if not _SCORES.isdisjoint(words):
            return None
        match card.mode:
            case Number(value=value, unit=unit) | Range(low=value, unit=unit):
                dates = is_year(value) and not _DATING.isdisjoint(words)
                return None if unit or dates else _unwritten(fact, card)
        number = _bare_number(card)
        if not number:
            return None
        return Flaw(
            answer_place(fact, card),
            f"the answer of {called(card)} is {quoted(number)} without a unit",
            "write what it counts or is measured in, as in `45 minutes`",
        )


def _unwritten(fact: Fact, card: Card) -> Flaw:
    return Flaw(
        first_written(fact, "value", "low", "total", "expression", "stages", "parts"),
        f"{called(card)} asks for a number without a unit",
        "add `unit:` with what it counts or is measured in, such as `unit: days`",
    )


def _bare_number(card: Card) -> str:
    """Return the answer where it is a number alone, and nothing says of what."""
    if card.cloze:
        holes = range(len(card.cloze))
        return next((n for at in holes if (n := _bare_hole(card.cloze, at))), "")
    is_name = _NAMED_BY_NUMBER.search(card.prompt)
    return card.answer if is_bare_number(card.answer) and not is_name else ""


def _bare_hole(cloze: tuple[ClozeSegment, ...], at: int) -> str:
    hole = cloze[at]
    if not hole.hidden or not is_bare_number(hole.text):
        return ""
    # What tells the unit stands close by; there may be thousands of holes.
    near = slice(max(0, at - _NEAR), at), slice(at + 1, at + 1 + _NEAR)
    before, after = ("".join(each.text for each in cloze[part]) for part in near)
    return "" if ends_in_noun(before) or starts_with_noun(after) else hole.text
