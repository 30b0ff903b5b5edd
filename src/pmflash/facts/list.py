"""A list to know by heart: all of its items, and each one by its cue."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from pmflash.facts.base import Fact, Part, Text, about, slug
from pmflash.facts.shared.parts import mixed_up, repeated_texts, texted, too_few
from pmflash.facts.shared.wording import bare, detailed, listed, the
from pmflash.model.card import Face
from pmflash.model.diagnostic import Problem
from pmflash.model.measured import Statement
from pmflash.model.mode import Order, Ticks


class Item(Part):
    """One entry of a list, with what should bring it to mind."""

    text: Text
    cue: str = ""

    @property
    def filed_as(self) -> str:
        """The last part of its card's id."""
        return slug(self.key or self.text)


class List(Fact):
    """Things that belong together and are recalled together."""

    kind_name: ClassVar[str] = "list"
    view_names: ClassVar[tuple[str, ...]] = ("items", "item")

    of: Text
    items: tuple[Annotated[Item, BeforeValidator(texted)], ...]
    ordered: bool = False
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
