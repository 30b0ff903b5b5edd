"""A sentence with holes: `{{answer}}`, `{{1:answer}}` or `{{1:answer::hint}}`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import ClassVar

from pmflash.facts.base import Fact, Text, about, names
from pmflash.facts.shared.parts import too_many
from pmflash.model.card import ClozeSegment, Face
from pmflash.model.diagnostic import Problem
from pmflash.model.mode import REVEAL, Mode, Typed

_HOLE = re.compile(r"\{\{([^{}]*)\}\}")
_NUMBERED = re.compile(r"([0-9]{1,3}):(?!:)(.*)", re.DOTALL)
_OTHER_NOTATION = re.compile(r"c[0-9]+::")
_LONGEST_TYPED = 40
_MOST_CARDS = 100
"""Each card holds the whole text, so that many more would fill the memory."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Text between holes (number None), or a hole and the card it belongs to."""

    text: str
    number: int | None = None
    hint: str = ""


class Cloze(Fact):
    """One card for each number; holes of one number are hidden together."""

    kind_name: ClassVar[str] = "cloze"
    view_names: ClassVar[tuple[str, ...]] = ("cloze",)

    text: Text

    def problems(self) -> Iterator[Problem]:
        holes = _HOLE.findall(self.text)
        outside = _HOLE.sub("", self.text)
        if "{{" in outside or "}}" in outside:
            yield _bad(
                "the braces of a hole do not match",
                "write each hole as `{{answer}}`, with no braces inside",
            )
        elif any(_OTHER_NOTATION.match(hole) for hole in holes):
            yield _bad(
                "`{{c1::answer}}` is how other programs number a hole",
                "write `{{1:answer}}`",
            )
        elif not all(_opened(hole).text for hole in holes):
            yield _bad("a hole hides nothing", "write `{{answer}}`")
        elif not holes:
            yield Problem(
                ("text",),
                "no-cloze",
                "this text hides nothing, so there is nothing to ask",
                "put `{{` and `}}` round the words to hide",
            )
        else:
            yield from too_many(_numbers(self.text), _MOST_CARDS, "text", "holes")

    def faces(self, context: str) -> Iterator[Face]:
        stretches = _stretches(self.text)
        for number in _numbers(self.text):
            yield _face(stretches, number, context)


def _bad(message: str, help: str) -> Problem:
    return Problem(("text",), "bad-cloze", message, help)


def _opened(hole: str) -> _Stretch:
    """Return what stands in a hole; number None where the author gave none."""
    numbered = _NUMBERED.fullmatch(hole)
    number = int(numbered[1]) if numbered else None
    answer, _, hint = (numbered[2] if numbered else hole).partition("::")
    return _Stretch(answer.strip(), number, hint.strip())


def _stretches(text: str) -> tuple[_Stretch, ...]:
    # The pattern has one group, so holes stand at the odd positions.
    pieces = _HOLE.split(text)
    holes = [_opened(piece) for piece in pieces[1::2]]
    taken = {hole.number for hole in holes}
    free = (number for number in count(1) if number not in taken)
    found: list[_Stretch] = []
    for position, piece in enumerate(pieces):
        if position % 2 == 0:
            found.append(_Stretch(piece))
            continue
        hole = holes[position // 2]
        number = next(free) if hole.number is None else hole.number
        found.append(_Stretch(hole.text, number, hole.hint))
    return tuple(stretch for stretch in found if stretch.text)


def _numbers(text: str) -> list[int]:
    """Return the numbers of the holes, one for each card."""
    return sorted({s.number for s in _stretches(text) if s.number is not None})


def _face(stretches: tuple[_Stretch, ...], number: int, context: str) -> Face:
    segments = tuple(
        ClozeSegment(s.text, True, s.hint)
        if s.number == number
        else ClozeSegment(s.text)
        for s in stretches
    )
    hidden = tuple(segment.text for segment in segments if segment.hidden)
    front = "".join(
        f"[{segment.hint or '...'}]" if segment.hidden else segment.text
        for segment in segments
    )
    # A context in front would tell the answer where it is what the hole hides.
    in_hole = any(names(text, context) for text in hidden)
    prompt = front if in_hole else about(context, front)
    return Face(
        "cloze",
        prompt,
        " ... ".join(hidden),
        _mode(hidden),
        str(number),
        _led_by(prompt.removesuffix(front), segments),
    )


def _mode(hidden: tuple[str, ...]) -> Mode:
    if len(hidden) == 1 and len(hidden[0]) <= _LONGEST_TYPED:
        return Typed(hidden)
    return REVEAL


def _led_by(lead: str, segments: tuple[ClozeSegment, ...]) -> tuple[ClozeSegment, ...]:
    first = segments[0]
    if not lead:
        return segments
    if first.hidden:
        return (ClozeSegment(lead), *segments)
    return (ClozeSegment(lead + first.text), *segments[1:])
