"""Something to say aloud: the occasion, and the points that must come."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from pmflash.facts.base import Fact, Text, about
from pmflash.facts.shared.parts import (
    TextPart,
    repeated_texts,
    texted,
    too_few,
    too_many,
)
from pmflash.facts.shared.wording import listed, paragraphs
from pmflash.model.card import Face
from pmflash.model.diagnostic import Problem
from pmflash.model.mode import Rehearse
from pmflash.model.quantity import amount

_LONGEST_SECONDS = 3600


class Script(Fact):
    """An answer to rehearse, perhaps against the clock."""

    kind_name: ClassVar[str] = "script"
    view_names: ClassVar[tuple[str, ...]] = ("rehearse",)

    prompt: Text
    """What the interviewer asks, or the occasion."""
    beats: tuple[Annotated[TextPart, BeforeValidator(texted)], ...]
    """The points that must come, whatever the words."""
    model_answer: str = ""
    seconds: Annotated[int, Field(ge=0, le=_LONGEST_SECONDS)] = 0
    """Time to stay within; 0 where none is stated."""

    def problems(self) -> Iterator[Problem]:
        yield from too_few(self.beats, 2, "beats", "beats")
        yield from too_many(self.beats, 7, "beats", "beats")
        yield from repeated_texts(
            (beat.text, ("beats", position)) for position, beat in enumerate(self.beats)
        )

    def faces(self, context: str) -> Iterator[Face]:
        beats = tuple(beat.text for beat in self.beats)
        limit = ""
        if self.seconds:
            limit = f" in at most {_spoken(self.seconds)}"
        asked = paragraphs(about(context, self.prompt), f"Say it aloud{limit}.")
        spoken = " ".join(self.model_answer.split())
        yield Face(
            "rehearse",
            asked,
            paragraphs(listed(beats), spoken and f"“{spoken}”"),
            Rehearse(beats, self.seconds),
        )


def _spoken(seconds: int) -> str:
    """Return a time as people say it: `90 seconds`, `2 minutes`."""
    minutes, rest = divmod(seconds, 60)
    if rest:
        return amount(Decimal(seconds), "seconds")
    return amount(Decimal(minutes), "minutes")
