"""A single number with its unit, and whether it is exact, a limit or a guess."""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar, Literal

from pmflash.facts.base import Fact, Text, about
from pmflash.facts.shared.numbers import Amount, numeral
from pmflash.facts.shared.wording import in_parentheses, the
from pmflash.model.card import Face
from pmflash.model.diagnostic import Problem
from pmflash.model.measured import Statement
from pmflash.model.mode import Number
from pmflash.model.quantity import amount

Comparator = Literal["", "<=", ">=", "<", ">", "about", "up to", "at least", "at most"]

_SHOWN = {"<=": "≤", ">=": "≥"}


class Figure(Fact):
    """A number to know, such as a bonus or a threshold."""

    kind_name: ClassVar[str] = "figure"
    view_names: ClassVar[tuple[str, ...]] = ("value",)

    of: Text
    value: Amount
    unit: str = ""
    comparator: Comparator = ""
    basis: str = ""
    """How the number is meant, such as `target`; shown behind it."""
    tolerance: Amount = Decimal(0)
    """Largest distance from `value` that still counts as known, in `unit`."""
    ask: str = ""

    def problems(self) -> Iterator[Problem]:
        if self.tolerance < 0:
            yield Problem(
                ("tolerance",),
                "negative-tolerance",
                f"`tolerance` is {self.tolerance}, and no answer can be that close",
                f"write `{-self.tolerance}`",
            )

    def faces(self, context: str) -> Iterator[Face]:
        yield Face(
            "value",
            about(context, self.ask or f"What is {the(self.of)}?"),
            self._stated(),
            Number(numeral(self.value), self.unit, numeral(self.tolerance)),
        )

    def statement(self) -> Statement:
        value, unit = self.value, self.unit
        return Statement(self._stated(), value, value, unit, self.comparator)

    def _stated(self) -> str:
        sign = _SHOWN.get(self.comparator, self.comparator)
        stated = f"{sign} {amount(self.value, self.unit)}".lstrip()
        return stated + in_parentheses(self.basis)
