"""A timeline: stages that follow each other, and how long it all takes."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, ClassVar

from dateutil.relativedelta import relativedelta
from pydantic import BeforeValidator

from pmflash.facts.base import Fact, Text, about
from pmflash.facts.shared.dates import written
from pmflash.facts.shared.numbers import Amount, numeral
from pmflash.facts.shared.parts import (
    NamedPart,
    choice_of_next,
    filed,
    mixed_up,
    named,
    too_few,
)
from pmflash.facts.shared.sums import added, converted, finest, nameable
from pmflash.facts.shared.wording import detailed, in_parentheses, listed, the
from pmflash.model.card import Face
from pmflash.model.diagnostic import Problem
from pmflash.model.disagreement import Disagreement
from pmflash.model.measured import Measured, Statement
from pmflash.model.mode import Choice, Number, Order, Range, Typed
from pmflash.model.origin import Origin
from pmflash.model.quantity import amount, span

_SLACK_OF_ABOUT = Decimal("0.1")
_LAST_DAY = date(2027, 6, 30)
_ABOUT = "about"
_DAYS_IN = {"day": 1, "days": 1, "week": 7, "weeks": 7}
_LONGEST_PLAN_DAYS = 3650


class Stage(NamedPart):
    """One step of a timeline."""

    length: Amount | None = None
    unit: str = ""
    """Of `length`; the timeline's own when not given."""
    tests: str = ""
    """What the stage is meant to find out."""
    measure: str = ""
    """What its length measures, to compare it with stages of other timelines."""


class Timeline(Fact):
    """A course of stages with its lengths as the source states them."""

    kind_name: ClassVar[str] = "timeline"
    view_names: ClassVar[tuple[str, ...]] = (
        "order",
        "next",
        "length",
        "tests",
        "total",
        "longest",
        "start",
        "flexible",
        "plan-back",
    )

    of: Text
    """What has these stages, such as `hiring process`."""
    stages: tuple[Annotated[Stage, BeforeValidator(named)], ...]
    total: Amount | None = None
    total_high: Amount | None = None
    """The upper end, where the total is a range."""
    unit: str = ""
    basis: str = ""
    """How the total is meant, such as `about` or `fixed`."""
    start: str = ""
    flexible: str = ""

    def problems(self) -> Iterator[Problem]:
        yield from too_few(self.stages, 2, "stages", "stages")
        yield from mixed_up(filed("stages", self.stages))
        for position, stage in enumerate(self.stages):
            if stage.length is not None and not self._unit(stage):
                yield _no_unit("stages", position, "length")
        if self.total is not None and not self.unit:
            yield _no_unit("total")
        if self.total_high is not None and self.total is None:
            yield Problem(
                ("total_high",),
                "band-order",
                "`total_high` is the upper end of a total that has no lower one",
                "write `total:` instead, or add it",
            )
        elif self._total_is_upside_down():
            yield Problem(
                ("total_high",),
                "band-order",
                f"`total_high` is {self.total_high}, which is not above"
                f" `total`, {self.total}",
                "write the smaller number as `total`",
            )

    def _total_is_upside_down(self) -> bool:
        low, high = self.total, self.total_high
        return low is not None and high is not None and low >= high

    def _unit(self, stage: Stage) -> str:
        return stage.unit or self.unit

    def faces(self, context: str) -> Iterator[Face]:
        yield self._in_order(context)
        yield from self._successions(context)
        yield from self._lengths(context)
        yield from self._tests(context)
        if self.total is not None:
            yield self._total(context, self.total)
        yield from self._longest(context)
        if self.start:
            asked = about(context, f"When does {the(self.of)} start?")
            yield Face("start", asked, self.start)
        if self.flexible:
            asked = about(context, f"How flexible is the timing of {the(self.of)}?")
            yield Face("flexible", asked, self.flexible)
        yield from self._plan_back(context)

    def _names(self) -> tuple[str, ...]:
        return tuple(stage.name for stage in self.stages)

    def _length(self, stage: Stage) -> str:
        if stage.length is None:
            return ""
        return amount(stage.length, self._unit(stage))

    def _in_order(self, context: str) -> Face:
        names = self._names()
        asked = f"Name the {len(names)} stages of {the(self.of)}, in order."
        lines = (detailed(stage.name, self._length(stage)) for stage in self.stages)
        return Face("order", about(context, asked), listed(lines, True), Order(names))

    def _successions(self, context: str) -> Iterator[Face]:
        for stage, following in pairwise(self.stages):
            asked = f"In {the(self.of)}, what follows “{stage.name}”?"
            mode = choice_of_next(stage.name, following.name, self._names())
            yield Face(
                "next", about(context, asked), following.name, mode, stage.filed_as
            )

    def _lengths(self, context: str) -> Iterator[Face]:
        for stage in self.stages:
            if stage.length is not None:
                asked = f"In {the(self.of)}, how long is “{stage.name}”?"
                mode = Number(numeral(stage.length), self._unit(stage))
                yield Face(
                    "length",
                    about(context, asked),
                    self._length(stage),
                    mode,
                    stage.filed_as,
                )

    def _tests(self, context: str) -> Iterator[Face]:
        for stage in self.stages:
            if stage.tests:
                asked = f"In {the(self.of)}, what does “{stage.name}” test?"
                yield Face(
                    "tests", about(context, asked), stage.tests, key=stage.filed_as
                )

    def _total(self, context: str, total: Decimal) -> Face:
        mode: Number | Range
        if self.total_high is None:
            mode = Number(numeral(total), self.unit)
        else:
            mode = Range(numeral(total), numeral(self.total_high), self.unit)
        asked = about(context, f"How long does {the(self.of)} take in all?")
        return Face("total", asked, self._stated_total(total), mode)

    def statement(self) -> Statement | None:
        if self.total is None:
            return None
        high = self.total_high or self.total
        comparator = _ABOUT if self.basis == _ABOUT else ""
        text = self._stated_total(self.total)
        return Statement(text, self.total, high, self.unit, comparator)

    def measured(self, origin: Origin) -> Iterator[Measured]:
        yield from super().measured(origin)
        for stage in self.stages:
            if stage.measure and stage.length is not None:
                length, unit = stage.length, self._unit(stage)
                stated = Statement(self._length(stage), length, length, unit)
                owner = self.owner or origin.context
                fact_id = f"{origin.id}/{self.id}"
                # The fact's caveat is about the whole, not about one stage.
                yield Measured(
                    stage.measure,
                    owner,
                    fact_id,
                    stated,
                    as_of=self.as_of,
                    valid_until=self.valid_until,
                )

    def disagreements(self) -> Iterator[Disagreement]:
        unit = finest((*map(self._unit, self.stages), self.unit))
        if self.total is None or unit is None:
            return
        lengths = tuple(
            converted(stage.length, self._unit(stage), unit)
            for stage in self.stages
            if stage.length is not None
        )
        found, terms = added(lengths)
        is_partial = len(lengths) < max(2, len(self.stages))
        if is_partial or self._agrees(found, self.total, unit):
            return
        sum_of_stages, stated = amount(found, unit), self._stated_total(self.total)
        yield Disagreement(
            "stage-sum",
            f"the stages of {the(self.of)} add up to {sum_of_stages},"
            f" and the stated total is {stated}",
            f"{terms} = {sum_of_stages}; stated: {stated}",
            nameable(found, unit),
            ("total",),
        )

    def _agrees(self, found: Decimal, total: Decimal, unit: str) -> bool:
        high = converted(self.total_high or total, self.unit, unit)
        total = converted(total, self.unit, unit)
        slack = _SLACK_OF_ABOUT if self.basis == _ABOUT else Decimal(0)
        return total * (1 - slack) <= found <= high * (1 + slack)

    def _stated_total(self, total: Decimal) -> str:
        if self.total_high is None:
            length = amount(total, self.unit)
        else:
            length = span(total, self.total_high, self.unit)
        if self.basis == _ABOUT:
            return f"{_ABOUT} {length}"
        return length + in_parentheses(self.basis)

    def _longest(self, context: str) -> Iterator[Face]:
        lengths = [stage.length for stage in self.stages if stage.length is not None]
        units = {self._unit(stage) for stage in self.stages}
        if len(lengths) < len(self.stages) or len(units) > 1:
            return
        if lengths.count(max(lengths)) > 1:
            return
        longest = self.stages[lengths.index(max(lengths))]
        asked = about(context, f"Which stage of {the(self.of)} is the longest?")
        answer = detailed(longest.name, self._length(longest))
        yield Face("longest", asked, answer, Choice(longest.name, self._names()))

    def _plan_back(self, context: str) -> Iterator[Face]:
        stated = self.total_high or self.total
        if stated is None or self.unit not in _DAYS_IN:
            return
        days = stated * _DAYS_IN[self.unit]
        if not 0 < days <= _LONGEST_PLAN_DAYS or days != int(days):
            return
        first_day = _LAST_DAY - relativedelta(days=int(days))
        longest = "full " if self.total_high else ""
        asked = (
            f"The last day is to be {written(_LAST_DAY)}. Counting the {longest}"
            f"{amount(stated, self.unit)} back, on which day does {the(self.of)}"
            " begin at the latest?"
        )
        answer = f"{written(first_day)} (worked out from the stated total)"
        accepted = (written(first_day), first_day.isoformat())
        yield Face("plan-back", about(context, asked), answer, Typed(accepted))


def _no_unit(*where: str | int) -> Problem:
    return Problem(
        where,
        "missing-unit",
        "this length has no unit",
        "add `unit:` beside it, such as `unit: days`",
    )
