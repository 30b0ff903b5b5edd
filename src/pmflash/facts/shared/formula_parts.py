"""The pieces of a formula: its inputs, and the question that tells their numbers."""

import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from itertools import islice
from keyword import iskeyword
from typing import Annotated

from pydantic import BaseModel, Field

from pmflash.facts.base import STRICT
from pmflash.facts.shared.exact import EXACT, trimmed
from pmflash.facts.shared.expression import FUNCTIONS
from pmflash.facts.shared.numbers import Amount
from pmflash.facts.shared.wording import nearest
from pmflash.model.diagnostic import Problem

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_IN_BRACES = re.compile(r"\{([^{}]*)\}")
_MOST_INPUTS = 12
_MOST_UNKNOWN_TOLD = 10


class Input(BaseModel):
    """A number that is another one at each asking."""

    model_config = STRICT

    low: Amount
    high: Amount
    step: Annotated[Amount, Field(gt=0)]
    unit: str = ""
    measure: str = ""
    """What it measures; a figure of that measure can stand in for it."""

    @property
    def count(self) -> int:
        """How many values there are from `low` to `high`; none upside down."""
        steps = EXACT.divide_int(EXACT.subtract(self.high, self.low), self.step)
        return int(steps) + 1 if self.low <= self.high else 0

    def value(self, place: int) -> Decimal:
        """Return the value so many steps above `low`."""
        return trimmed(EXACT.fma(self.step, place, self.low))

    def problems(self, name: str) -> Iterator[Problem]:
        """Yield what is wrong with the numbers of the input called `name`."""
        if self.count < 2:
            yield Problem(
                ("inputs", name, "high"),
                "no-range",
                f"from {self.low} to {self.high} in steps of {self.step} there are"
                f" no two values for `{name}`",
                "raise `high` or lower `step`; a number that never changes belongs"
                " in `ask` and `expression`",
            )


def too_many(inputs: Collection[str]) -> Iterator[Problem]:
    """Yield a problem when nobody could keep all `inputs` in mind."""
    if len(inputs) > _MOST_INPUTS:
        yield Problem(
            ("inputs",),
            "too-many-inputs",
            f"a formula has at most {_MOST_INPUTS} inputs, and this one {len(inputs)}",
            "split it into formulas of a few inputs each",
        )


def bad_names(names: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each of `names` that an expression could not use."""
    for name in names:
        is_word = _NAME.fullmatch(name) is not None and not iskeyword(name)
        if not is_word or name in FUNCTIONS:
            yield Problem(
                ("inputs", name),
                "bad-input-name",
                f"`{name}` cannot stand for a number in an expression",
                "name it by one lowercase word, such as `lift` or `new_revenue`",
                on_key=True,
            )


def filled(ask: str, shown: Mapping[str, str]) -> str:
    """Return the question with its numbers in place of the braces."""
    return _IN_BRACES.sub(lambda hole: shown[hole[1].strip()], ask)


def ask_problems(ask: str, inputs: Collection[str]) -> Iterator[Problem]:
    """Yield what keeps `ask` from telling the numbers of all `inputs`."""
    if re.search("[{}]", _IN_BRACES.sub("", ask)):
        yield Problem(
            ("ask",),
            "unmatched-brace",
            "the braces round an input do not match",
            "write each input as `{name}`, and no other braces",
        )
        return
    told = dict.fromkeys(name.strip() for name in _IN_BRACES.findall(ask))
    unknown = tuple(_unknown(told, inputs, "ask"))
    yield from unknown or _unasked(told, inputs)


def sum_problems(used: Collection[str], inputs: Collection[str]) -> Iterator[Problem]:
    """Yield where the names in an expression are not just those of `inputs`."""
    unknown = tuple(_unknown(used, inputs, "expression"))
    yield from unknown or _unused(used, inputs)


def _unasked(told: Collection[str], inputs: Collection[str]) -> Iterator[Problem]:
    for name in inputs:
        if name not in told:
            yield Problem(
                ("ask",),
                "unasked-input",
                f"the question does not tell `{name}`, which the result depends on",
                f"put `{{{name}}}` where its number belongs",
            )


def _unused(used: Collection[str], inputs: Collection[str]) -> Iterator[Problem]:
    for name in inputs:
        if name not in used:
            yield Problem(
                ("inputs", name),
                "unused-input",
                f"the result does not depend on `{name}`",
                f"use `{name}` in `expression`, or take it out",
                on_key=True,
            )


def _unknown(
    names: Collection[str], inputs: Collection[str], field: str
) -> Iterator[Problem]:
    unknown = (name for name in names if name not in inputs)
    for name in islice(unknown, _MOST_UNKNOWN_TOLD):
        yield Problem(
            (field,),
            "unknown-input",
            f"`{name}` is none of the inputs of this formula",
            nearest(name, inputs),
        )
