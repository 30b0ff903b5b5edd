"""A range between two numbers, such as the base salaries of one level."""

from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal
from typing import ClassVar

from pmflash.facts.base import Fact, Text, about
from pmflash.facts.shared.numbers import Amount, numeral
from pmflash.facts.shared.wording import in_parentheses, steady_pick, the
from pmflash.model.card import Face
from pmflash.model.diagnostic import Problem
from pmflash.model.measured import Statement
from pmflash.model.mode import Choice, Number, Range
from pmflash.model.quantity import amount, span

_BELOW, _INSIDE, _ABOVE = "below the band", "inside the band", "above the band"
_SIDES = (_BELOW, _INSIDE, _ABOVE)


class Band(Fact):
    """Two stated ends; a made-up figure tests whether they are known."""

    kind_name: ClassVar[str] = "band"
    view_names: ClassVar[tuple[str, ...]] = ("range", "low", "high", "inside")

    of: Text
    low: Amount
    high: Amount
    unit: Text
    basis: str = ""
    """What exactly the band holds for, such as `senior level`; part of prompts."""
    ask: str = ""

    def problems(self) -> Iterator[Problem]:
        if self.low >= self.high:
            yield Problem(
                ("high",),
                "band-order",
                f"`high` is {self.high}, which is not above `low`, {self.low}",
                "write the smaller number as `low` and the larger one as `high`",
            )

    def faces(self, context: str) -> Iterator[Face]:
        subject = f"{the(self.of)}{in_parentheses(self.basis)}"
        low, high = numeral(self.low), numeral(self.high)
        yield Face(
            "range",
            about(context, self.ask or f"What is the range for {subject}?"),
            span(self.low, self.high, self.unit),
            Range(low, high, self.unit),
        )
        yield Face(
            "low",
            about(context, f"What is the bottom of the range for {subject}?"),
            amount(self.low, self.unit),
            Number(low, self.unit),
        )
        yield Face(
            "high",
            about(context, f"What is the top of the range for {subject}?"),
            amount(self.high, self.unit),
            Number(high, self.unit),
        )
        yield self._made_up(context, subject)

    def statement(self) -> Statement:
        text = span(self.low, self.high, self.unit)
        return Statement(text, self.low, self.high, self.unit)

    def _made_up(self, context: str, subject: str) -> Face:
        figures = _figures(self.low, self.high)
        sides = [side for side in _SIDES if side in figures]
        side = sides[steady_pick(self.id, len(sides))]
        figure = amount(figures[side], self.unit)
        asked = (
            f"A made-up figure: is {figure} below, inside or above the band"
            f" for {subject}?"
        )
        answer = f"{side}\nThe band is {span(self.low, self.high, self.unit)}."
        return Face("inside", about(context, asked), answer, Choice(side, _SIDES))


def _figures(low: Decimal, high: Decimal) -> dict[str, Decimal]:
    """Return a made-up figure for each side; none below a band that starts at 0."""
    step = _half(low, high)
    figures = {_INSIDE: low + step, _ABOVE: high + step}
    if low > 0:
        figures[_BELOW] = low - step if low > step else low / 2
    elif low < 0:
        figures[_BELOW] = low - step
    return figures


def _half(low: Decimal, high: Decimal) -> Decimal:
    """Return half the width, as finely written as the ends where that is not 0."""
    half = (high - low) / 2
    places = min(_exponent(low), _exponent(high), 0)
    return half.quantize(Decimal(1).scaleb(places), ROUND_DOWN) or half


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
