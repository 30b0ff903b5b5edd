"""A question and its answer, the plainest fact."""

from collections.abc import Iterator
from typing import ClassVar

from pmflash.facts.base import Fact, Text, about
from pmflash.model.card import Face
from pmflash.model.measured import Statement
from pmflash.model.mode import REVEAL, Typed


class Basic(Fact):
    """One question, typed when the author lists the accepted spellings."""

    kind_name: ClassVar[str] = "basic"
    view_names: ClassVar[tuple[str, ...]] = ("answer",)

    q: Text
    a: Text
    accept: tuple[str, ...] = ()

    def faces(self, context: str) -> Iterator[Face]:
        mode = Typed(self.accept) if self.accept else REVEAL
        yield Face("answer", about(context, self.q), self.a, mode)

    def statement(self) -> Statement:
        return Statement(self.a)
