"""The two ends of a band are typed."""

import re

from pmflash.answering.base import AskRange, Reply
from pmflash.model.cells import cells
from pmflash.tui.actions import Action
from pmflash.tui.inputs.base import Fold, Ink, Input, Line
from pmflash.tui.inputs.number import around, boxed
from pmflash.tui.inputs.shared.field import Field
from pmflash.tui.inputs.text import CHECK, CLEAR

_BOTH_ENDS = re.compile(r"\d.*?(-|–|—|\bto\b|\band\b|\.\.|…).*?\d")
_NEXT = Action(
    "tab", "next", "tab", "other end", "Go to the other end of the range.", 2
)


class RangeInput(Input):
    """Two short fields; Tab goes from one to the other."""

    invitation = "  Type both ends, tab between. Space shows them."
    is_typing = True

    def __init__(self, ask: AskRange) -> None:
        super().__init__()
        self._fields = (Field(), Field())
        self._place = 0
        self._sign, self._unit = around(ask.unit)

    @property
    def reply(self) -> Reply:
        """Both ends, the second of which may be empty, or nothing at all."""
        low, high = (field.text.strip() for field in self._fields)
        return (low, high) if low or high else ()

    @property
    def actions(self) -> tuple[Action, ...]:
        """The way between the ends, and checking once there is something."""
        return (CHECK, _NEXT, CLEAR) if self.reply else (_NEXT,)

    def take(self, key: str, character: str | None) -> bool:
        """Type into the field that the cursor is in, or go to the other."""
        if key in {"tab", "shift+tab"}:
            self._place = 1 - self._place
            return True
        if key == "enter" and self._wants_the_second():
            self._place = 1
            return True
        is_empty_other = key == "space" and not self._field.text and self.reply
        return self._field.take(key, character) or bool(is_empty_other)

    def paste(self, text: str) -> bool:
        """Type all of `text` where the cursor is."""
        self._field.insert(" ".join(text.split()))
        return True

    def lines(self, width: int, fold: Fold) -> list[Line]:
        """Return both fields on a line, or on two where one is too short."""
        low, high = (
            boxed(field, has_cursor=field is self._field) for field in self._fields
        )
        sign, unit = (self._sign, Ink.PLAIN), (self._unit, Ink.PLAIN)
        between = ((" to ", Ink.PLAIN),)
        both = Line((sign, *low, *between, sign, *high, unit), is_marked=True)
        if cells(both.text) <= width:
            return [both]
        ends = (("   ", low), ("to ", high))
        lines = [
            Line(((word, Ink.PLAIN), sign, *end), is_marked=True) for word, end in ends
        ]
        below = fold(self._unit.strip(), width)
        return [*lines, *(Line(((text, Ink.PLAIN),)) for text in below if text)]

    @property
    def _field(self) -> Field:
        return self._fields[self._place]

    def _wants_the_second(self) -> bool:
        low, high = self._fields
        is_half = bool(low.text.strip()) and not high.text.strip()
        return self._place == 0 and is_half and not _BOTH_ENDS.search(low.text)
