"""An anecdote: what happened, how it ended, and what it teaches."""

from collections.abc import Iterator
from typing import ClassVar

from pmflash.facts.base import Fact, Text, about
from pmflash.facts.shared.wording import paragraphs
from pmflash.model.card import Face
from pmflash.model.measured import Statement


class Story(Fact):
    """Something that happened, told for its lesson."""

    kind_name: ClassVar[str] = "story"
    view_names: ClassVar[tuple[str, ...]] = ("lesson", "outcome")

    situation: Text
    outcome: Text
    lesson: Text
    ask: str = ""
    """Asked instead of `What is the lesson?`."""

    def faces(self, context: str) -> Iterator[Face]:
        situation = about(context, self.situation)
        question = self.ask or "What is the lesson?"
        asked = paragraphs(situation, self.outcome, question)
        yield Face("lesson", asked, self.lesson)
        yield Face("outcome", paragraphs(situation, "How did it end?"), self.outcome)

    def statement(self) -> Statement:
        return Statement(self.lesson)
