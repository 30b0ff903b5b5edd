"""A whole divided into shares, such as a week or a budget."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from pmflash.facts.base import Fact, Text, about
from pmflash.facts.shared.numbers import Amount, numeral
from pmflash.facts.shared.parts import NamedPart, filed, mixed_up, too_few
from pmflash.facts.shared.sums import added, nameable
from pmflash.facts.shared.wording import (
    detailed,
    in_parentheses,
    listed,
    paragraphs,
    the,
)
from pmflash.model.card import Face
from pmflash.model.diagnostic import Problem
from pmflash.model.disagreement import Disagreement
from pmflash.model.mode import Number, Order, Ticks
from pmflash.model.quantity import amount

_PERCENT = "%"


class Share(NamedPart):
    """One part of the whole, with how much of it the part gets."""

    share: Annotated[Amount, Field(ge=0)]
    why: str = ""
    """Why it gets that much; shown below the share."""


class Allocation(Fact):
    """What a whole is spent on; the shares should add up to it."""

    kind_name: ClassVar[str] = "allocation"
    view_names: ClassVar[tuple[str, ...]] = ("share", "order", "parts")

    of: Text
    unit: str = _PERCENT
    whole: Annotated[Amount, Field(gt=0)] = Decimal(100)
    """What the shares add up to, in `unit`."""
    basis: str = ""
    """How the shares are meant, such as `example`; part of prompts."""
    parts: tuple[Share, ...]

    def problems(self) -> Iterator[Problem]:
        yield from too_few(self.parts, 2, "parts", "parts")
        yield from mixed_up(filed("parts", self.parts))

    def disagreements(self) -> Iterator[Disagreement]:
        total, terms = added(part.share for part in self.parts)
        if total != self.whole:
            found, whole = amount(total, self.unit), amount(self.whole, self.unit)
            yield Disagreement(
                "share-sum",
                f"the shares of {the(self.of)} add up to {found},"
                f" and the whole is {whole}",
                f"{terms} = {found}; whole: {whole}",
                nameable(total, self.unit),
                ("parts",),
            )

    def faces(self, context: str) -> Iterator[Face]:
        subject = f"{the(self.of)}{in_parentheses(self.basis)}"
        for part in self.parts:
            yield self._share(context, subject, part)
        yield from self._by_size(context, subject)
        asked = f"Name the {len(self.parts)} parts of {subject}."
        lines = (detailed(part.name, self._size(part)) for part in self.parts)
        names = tuple(part.name for part in self.parts)
        yield Face("parts", about(context, asked), listed(lines), Ticks(names))

    def _share(self, context: str, subject: str, part: Share) -> Face:
        how_much = "What share" if self.unit == _PERCENT else "How much"
        return Face(
            "share",
            about(context, f"{how_much} of {subject} goes to “{part.name}”?"),
            paragraphs(self._size(part), part.why),
            Number(numeral(part.share), self.unit),
            part.filed_as,
        )

    def _size(self, part: Share) -> str:
        return amount(part.share, self.unit)

    def _by_size(self, context: str, subject: str) -> Iterator[Face]:
        ranked = sorted(self.parts, key=lambda part: part.share, reverse=True)
        if len({part.share for part in ranked}) < len(ranked):
            return
        names = tuple(part.name for part in ranked)
        offered = tuple(sorted(names))
        # The list in the prompt must not happen to be the answer.
        offered = offered[::-1] if offered == names else offered
        asked = f"Put the {len(names)} parts of {subject} in order, the largest first."
        asked = paragraphs(about(context, asked), listed(offered))
        lines = (detailed(part.name, self._size(part)) for part in ranked)
        yield Face("order", asked, listed(lines, True), Order(names))
