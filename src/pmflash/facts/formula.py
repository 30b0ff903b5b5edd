"""A rule to calculate with: the same question with fresh numbers at each asking."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from pmflash.facts.base import Fact, Text, about
from pmflash.facts.shared.exact import is_all_of, to_decimals, trimmed
from pmflash.facts.shared.expression import ExpressionError, read_expression
from pmflash.facts.shared.formula_parts import (
    Input,
    ask_problems,
    bad_names,
    filled,
    sum_problems,
    too_many,
)
from pmflash.facts.shared.fresh_numbers import fresh_places
from pmflash.facts.shared.numbers import Amount, numeral
from pmflash.facts.shared.wording import paragraphs, the
from pmflash.model.card import Face, Variant
from pmflash.model.diagnostic import Problem
from pmflash.model.mode import Number
from pmflash.model.quantity import amount

_USUAL_DECIMALS = 2
_MOST_WHOLE_DIGITS = 12
_HALF = Decimal("0.5")

Values = Mapping[str, Decimal]


class Formula(Fact):
    """A stated rule, worked out with numbers of our own."""

    kind_name: ClassVar[str] = "formula"
    view_names: ClassVar[tuple[str, ...]] = ("work",)

    of: Text
    inputs: Annotated[dict[str, Input], Field(min_length=1)]
    expression: Text
    ask: str = ""
    """The question, with every input's name in braces."""
    unit: str = ""
    rounded: Annotated[int, Field(ge=0, le=9)] | None = None
    """Decimals of the result; as many as it has, up to two, when not given."""
    tolerance: Annotated[Amount, Field(ge=0)] = Decimal(0)
    """Largest distance from the result that still counts as known, in `unit`."""
    rule: str = ""
    """The rule in words, as the source states it."""

    def value_at(self, values: Values) -> Decimal:
        """Return the result for `values` of all inputs, rounded as answers show it.

        Raises `ArithmeticError` for a division by zero and for a result too long.
        """
        return self._shown(read_expression(self.expression).value(values))

    def problems(self) -> Iterator[Problem]:
        found = tuple(self._wrong_parts())
        yield from found or self._wrong_results()

    def faces(self, context: str) -> Iterator[Face]:
        variants = tuple(self._variant(context, values) for values in self._values())
        first = variants[0]
        yield Face("work", first.prompt, first.answer, first.mode, variants=variants)

    def _values(self) -> Iterator[Values]:
        """Yield the numbers of each variant."""
        counts = [each.count for each in self.inputs.values()]
        for places in fresh_places(self.id, counts):
            chosen = zip(self.inputs.items(), places, strict=True)
            yield {name: each.value(place) for (name, each), place in chosen}

    @property
    def _decimals(self) -> int:
        return _USUAL_DECIMALS if self.rounded is None else self.rounded

    def _amounts(self, values: Values) -> dict[str, str]:
        return {n: amount(values[n], each.unit) for n, each in self.inputs.items()}

    def _shown(self, exact: Decimal) -> Decimal:
        if exact.adjusted() >= _MOST_WHOLE_DIGITS:
            raise OverflowError
        shown = to_decimals(exact, self._decimals)
        return trimmed(shown) if self.rounded is None else shown

    def _variant(self, context: str, values: Values) -> Variant:
        told = self._amounts(values)
        expression = read_expression(self.expression)
        exact = expression.value(values)
        shown = self._shown(exact)
        tolerance, sign = self.tolerance, "="
        if not is_all_of(shown, exact):
            # Who rounds less than the answer does is right too.
            tolerance, sign = max(tolerance, _HALF.scaleb(-self._decimals)), "≈"
        numbers = {name: f"{value:,f}" for name, value in values.items()}
        working = f"{expression.written(numbers)} {sign} {shown:,f}"
        return Variant(
            about(context, filled(self.ask, told) or self._plain_question(told)),
            paragraphs(
                amount(shown, self.unit),
                self.rule,
                f"Worked out: {working}",
            ),
            Number(numeral(shown), self.unit, numeral(tolerance)),
        )

    def _plain_question(self, told: Mapping[str, str]) -> str:
        numbers = ", ".join(f"{name} = {text}" for name, text in told.items())
        return f"Work out {the(self.of)}: {numbers}."

    def _wrong_parts(self) -> Iterator[Problem]:
        unusable = (*too_many(self.inputs), *bad_names(self.inputs))
        if unusable:
            yield from unusable
            return
        for name, each in self.inputs.items():
            yield from each.problems(name)
        if self.ask:
            yield from ask_problems(self.ask, self.inputs)
        try:
            used = read_expression(self.expression).names
        except ExpressionError as error:
            yield _bad_expression(error)
            return
        yield from sum_problems(used, self.inputs)

    def _wrong_results(self) -> Iterator[Problem]:
        """Yield the first thing that goes wrong with any numbers that are asked."""
        for values in self._values():
            try:
                self.value_at(values)
            except ExpressionError as error:
                yield _bad_expression(error)
                return
            except ArithmeticError as error:
                numbers = (
                    f"`{n}` = {text}" for n, text in self._amounts(values).items()
                )
                yield _no_result(error, " and ".join(numbers))
                return


def _bad_expression(error: ExpressionError) -> Problem:
    return Problem(
        ("expression",),
        "bad-expression",
        str(error),
        "use names of inputs, numbers such as `5000` or `0.5`, `+ - * / ( )`,"
        " `min(a, b)` and `max(a, b)`",
    )


def _no_result(error: ArithmeticError, numbers: str) -> Problem:
    if isinstance(error, ZeroDivisionError):
        return Problem(
            ("expression",),
            "divides-by-zero",
            f"with {numbers} this divides by zero",
            "change `low`, `high` or `step` of an input so that it cannot",
        )
    return Problem(
        ("expression",),
        "long-result",
        f"with {numbers} the result has more than {_MOST_WHOLE_DIGITS} whole digits",
        "ask for it in a larger unit, such as `$ M`, or lower the inputs",
    )
