"""A framework: its parts, what each one means, and what it is for."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from pmflash.facts.base import Fact, Text, about
from pmflash.facts.shared.counted import named_count, starts_with
from pmflash.facts.shared.parts import (
    NamedPart,
    choice_of_next,
    filed,
    mixed_up,
    named,
    repeated_texts,
    too_few,
)
from pmflash.facts.shared.wording import detailed, listed, paragraphs
from pmflash.model.card import Face
from pmflash.model.diagnostic import Problem
from pmflash.model.disagreement import Disagreement
from pmflash.model.measured import Statement
from pmflash.model.mode import Choice, Order, Ticks


class FrameworkPart(NamedPart):
    """One part of a framework."""

    meaning: str = ""
    limit: str = ""
    """A bound that the framework sets on this part, such as `two minutes`."""


class Framework(Fact):
    """A named way to think, made of parts that may follow each other."""

    kind_name: ClassVar[str] = "framework"
    view_names: ClassVar[tuple[str, ...]] = (
        "parts",
        "meaning",
        "part",
        "limit",
        "next",
        "when",
    )

    name: Text
    purpose: str = ""
    used_by: str = ""
    parts: tuple[Annotated[FrameworkPart, BeforeValidator(named)], ...]
    ordered: bool = False

    def problems(self) -> Iterator[Problem]:
        yield from too_few(self.parts, 2, "parts", "parts")
        yield from mixed_up(filed("parts", self.parts))
        yield from repeated_texts(
            (part.meaning, ("parts", position, "meaning"))
            for position, part in enumerate(self.parts)
        )

    def statement(self) -> Statement:
        return Statement(self.name)

    def disagreements(self) -> Iterator[Disagreement]:
        named = named_count(self.name)
        if named is None:
            return
        names = self._part_names()
        counted = "parts"
        if named.letter:
            names = tuple(name for name in names if starts_with(name, named.letter))
            counted = f"parts that start with {named.letter}"
        found = len(names)
        if found != named.count:
            yield Disagreement(
                "named-count",
                f"{self.name} names {named.count} and has {found} {counted}",
                f"named: {named.count}; {counted}: {found}",
                (Decimal(found),),
                ("name",),
            )

    def faces(self, context: str) -> Iterator[Face]:
        yield self._all_parts(context)
        yield from self._meanings(context)
        yield from self._names(context)
        yield from self._limits(context)
        if self.ordered:
            yield from self._successions(context)
        yield from self._uses(context)

    def _all_parts(self, context: str) -> Face:
        ending = ", in order." if self.ordered else "."
        asked = f"Name the {len(self.parts)} parts of {self.name}{ending}"
        lines = (detailed(part.name, part.meaning) for part in self.parts)
        return Face(
            "parts",
            about(context, asked),
            listed(lines, self.ordered),
            Order(self._part_names()) if self.ordered else Ticks(self._part_names()),
        )

    def _part_names(self) -> tuple[str, ...]:
        return tuple(part.name for part in self.parts)

    def _meanings(self, context: str) -> Iterator[Face]:
        for part in self.parts:
            if part.meaning:
                asked = about(context, f"In {self.name}, what does “{part.name}” mean?")
                limit = part.limit and f"Limit: {part.limit}"
                answer = paragraphs(part.meaning, limit)
                yield Face("meaning", asked, answer, key=part.filed_as)

    def _names(self, context: str) -> Iterator[Face]:
        for part in self.parts:
            if part.meaning:
                asked = f"Which part of {self.name} is this?\n{part.meaning}"
                mode = Choice(part.name, self._part_names())
                yield Face(
                    "part", about(context, asked), part.name, mode, part.filed_as
                )

    def _limits(self, context: str) -> Iterator[Face]:
        for part in self.parts:
            if part.limit:
                asked = f"What limit does {self.name} set on “{part.name}”?"
                yield Face(
                    "limit", about(context, asked), part.limit, key=part.filed_as
                )

    def _successions(self, context: str) -> Iterator[Face]:
        for part, following in pairwise(self.parts):
            asked = f"In {self.name}, what follows “{part.name}”?"
            yield Face(
                "next",
                about(context, asked),
                following.name,
                choice_of_next(part.name, following.name, self._part_names()),
                part.filed_as,
            )

    def _uses(self, context: str) -> Iterator[Face]:
        used_by = self.used_by and f"Used by: {self.used_by}"
        match bool(self.purpose), bool(self.used_by):
            case True, True:
                asked = f"What is {self.name} for, and who uses it?"
                answer = paragraphs(self.purpose, used_by)
            case True, False:
                asked, answer = f"What is {self.name} for?", self.purpose
            case False, True:
                asked, answer = f"Who uses {self.name}?", self.used_by
            case _:
                return
        yield Face("when", about(context, asked), answer)
