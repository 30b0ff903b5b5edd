"""A number is typed, beside its unit."""

from pmflash.answering.base import AskNumber
from pmflash.model.cells import cells
from pmflash.model.quantity import CURRENCIES
from pmflash.tui.inputs.base import Fold, Ink, Line
from pmflash.tui.inputs.shared.field import Field, Stretches
from pmflash.tui.inputs.text import TextInput

FIELD_WIDTH = 16


class NumberInput(TextInput):
    """A short line to type a number into."""

    invitation = "  Type the number, then enter. Space shows it."

    def __init__(self, ask: AskNumber) -> None:
        super().__init__(ask)
        self._sign, self._unit = around(ask.unit)

    def lines(self, width: int, fold: Fold) -> list[Line]:
        """Return the field between the parts of its unit, a long one below it."""
        box = ((self._sign, Ink.PLAIN), *boxed(self._field, has_cursor=True))
        line = Line((*box, (self._unit, Ink.PLAIN)), is_marked=True)
        if cells(line.text) <= width:
            return [line]
        below = fold(self._unit.strip(), width)
        return [Line(box, is_marked=True), *(Line(((u, Ink.PLAIN),)) for u in below)]


def around(unit: str) -> tuple[str, str]:
    """Return what of `unit` stands before a number, and what behind it."""
    if unit[:1] and unit[0] in CURRENCIES:
        return f"{unit[0]} ", f" {unit[1:].strip()}".rstrip()
    return "", f" {unit}".rstrip()


def boxed(field: Field, has_cursor: bool) -> Stretches:
    """Return a short field in brackets."""
    text = field.drawn(FIELD_WIDTH, has_cursor)
    return (("[ ", Ink.DIM), *text, (" ]", Ink.DIM))
