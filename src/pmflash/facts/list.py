"""A list to know by heart: all of its items, and each one by its cue."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from pmflash.facts.base import Fact, Text, about
from pmflash.facts.shared.parts import (
    TextPart,
    mixed_up,
    repeated_texts,
    texted,
    too_few,
)
from pmflash.facts.shared.wording import bare, detailed, listed, the
from pmflash.model.card import Face
from pmflash.model.diagnostic import Problem
from pmflash.model.disagreement import Disagreement
from pmflash.model.measured import Statement
from pmflash.model.mode import Order, Ticks

_MOST_ANNOUNCED = 1000


class Item(TextPart):
    """One entry of a list, with what should bring it to mind."""

    cue: str = ""


class List(Fact):
    """Things that belong together and are recalled together."""

    kind_name: ClassVar[str] = "list"
    view_names: ClassVar[tuple[str, ...]] = ("items", "item")

    of: Text
    items: tuple[Annotated[Item, BeforeValidator(texted)], ...]
    ordered: bool = False
    announced: Annotated[int, Field(ge=0, le=_MOST_ANNOUNCED)] | None = None
    """How many the document announces, where it lists another number."""
    ask: str = ""

    def problems(self) -> Iterator[Problem]:
        yield from too_few(self.items, 2, "items", "items")
        yield from mixed_up(
            (item.filed_as, item.text, ("items", position))
            for position, item in enumerate(self.items)
        )
        yield from repeated_texts(
            (item.cue, ("items", position, "cue"))
            for position, item in enumerate(self.items)
        )

    def disagreements(self) -> Iterator[Disagreement]:
        announced, found = self.announced, len(self.items)
        if announced is not None and announced != found:
            yield Disagreement(
                "announced-count",
                f"the document announces {announced} and lists {found}",
                f"announced: {announced}; listed: {found}",
                (Decimal(found),),
                ("announced",),
            )

    def faces(self, context: str) -> Iterator[Face]:
        yield self._all_items(context)
        for item in self.items:
            if item.cue:
                asked = f"Which of {the(self.of)} is this?\n{item.cue}"
                yield Face("item", about(context, asked), item.text, key=item.filed_as)

    def statement(self) -> Statement:
        return Statement("; ".join(item.text for item in self.items))

    def _all_items(self, context: str) -> Face:
        texts = tuple(item.text for item in self.items)
        ending = ", in order." if self.ordered else "."
        asked = self.ask or f"Name the {len(texts)} {bare(self.of)}{ending}"
        lines = (detailed(item.text, item.cue) for item in self.items)
        return Face(
            "items",
            about(context, asked),
            listed(lines, self.ordered),
            Order(texts) if self.ordered else Ticks(texts),
        )
