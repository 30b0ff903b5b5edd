"""A term and its meaning, asked in both directions."""

from collections.abc import Iterator
from typing import ClassVar

from pmflash.facts.base import Fact, Text, about
from pmflash.model.card import Face
from pmflash.model.mode import Typed


class Term(Fact):
    """A word of the field: what it means, and which word means that."""

    kind_name: ClassVar[str] = "term"
    view_names: ClassVar[tuple[str, ...]] = ("meaning", "term")

    term: Text
    meaning: Text

    def faces(self, context: str) -> Iterator[Face]:
        asked = f"What does “{self.term}” mean?"
        yield Face("meaning", about(context, asked), self.meaning)
        asked = f"Which term means this?\n{self.meaning}"
        yield Face("term", about(context, asked), self.term, Typed((self.term,)))
