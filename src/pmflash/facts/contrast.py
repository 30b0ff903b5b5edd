"""A weak way to say something beside a strong one, and why the strong one wins."""

from collections.abc import Iterator
from typing import ClassVar

from pmflash.facts.base import Fact, Text, about
from pmflash.facts.shared.parts import repeated_texts
from pmflash.facts.shared.wording import opened, steady_pick
from pmflash.model.card import Face
from pmflash.model.diagnostic import Problem
from pmflash.model.mode import Choice


class Contrast(Fact):
    """Two ways to answer; `why` is shown below the answer, as with every fact."""

    kind_name: ClassVar[str] = "contrast"
    view_names: ClassVar[tuple[str, ...]] = ("better", "repair")

    weak: Text
    strong: Text
    why: Text
    of: str = ""
    """What both are about, such as `describing an ML project`."""

    def problems(self) -> Iterator[Problem]:
        yield from repeated_texts(((self.weak, ("weak",)), (self.strong, ("strong",))))

    def faces(self, context: str) -> Iterator[Face]:
        # The strong text must not always be the second one.
        ways = (self.weak, self.strong)
        ways = ways[::-1] if steady_pick(self.id, 2) else ways
        asked = f"{self._asked('which of the two wins?')}\n(a) {ways[0]}\n(b) {ways[1]}"
        yield Face(
            "better", about(context, asked), self.strong, Choice(self.strong, ways)
        )
        asked = f"{self._asked('make this strong.')}\n{self.weak}"
        yield Face("repair", about(context, asked), self.strong)

    def _asked(self, question: str) -> str:
        return opened(f"{self.of} – {question}" if self.of else question)
