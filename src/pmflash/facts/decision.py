"""A situation with several options, one of which is right, and why it is."""

from collections.abc import Iterator
from string import ascii_lowercase
from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from pmflash.facts.base import Fact, Text, about
from pmflash.facts.shared.parts import (
    TextPart,
    repeated_texts,
    texted,
    too_few,
    too_many,
)
from pmflash.facts.shared.wording import nearest, paragraphs
from pmflash.model.card import Face
from pmflash.model.diagnostic import Problem
from pmflash.model.measured import Statement
from pmflash.model.mode import Choice


class Decision(Fact):
    """A choice to make; the prompt lists the options in the author's order."""

    kind_name: ClassVar[str] = "decision"
    view_names: ClassVar[tuple[str, ...]] = ("choose", "why")

    situation: Text
    options: tuple[Annotated[TextPart, BeforeValidator(texted)], ...]
    choice: Text
    """The text of the right option."""
    because: Text

    def problems(self) -> Iterator[Problem]:
        yield from too_few(self.options, 2, "options", "options")
        yield from too_many(self.options, 5, "options", "options")
        yield from repeated_texts(
            (option.text, ("options", position))
            for position, option in enumerate(self.options)
        )
        texts = self._texts()
        if texts and self.choice not in texts:
            yield Problem(
                ("choice",),
                "unknown-choice",
                f"`{self.choice}` is not one of the options",
                nearest(self.choice, texts),
            )

    def statement(self) -> Statement:
        return Statement(self.choice)

    def faces(self, context: str) -> Iterator[Face]:
        texts = self._texts()
        lettered = (
            f"({letter}) {text}"
            for letter, text in zip(ascii_lowercase, texts, strict=False)
        )
        # An option that names the context does not say whose decision it is.
        situation = about(context, self.situation)
        asked = paragraphs(situation, "Which option is right?", *lettered)
        answer = paragraphs(self.choice, self.because)
        yield Face("choose", asked, answer, Choice(self.choice, texts))
        asked = f"{situation}\nThe right choice is “{self.choice}”. Why?"
        yield Face("why", asked, self.because)

    def _texts(self) -> tuple[str, ...]:
        return tuple(option.text for option in self.options)
