"""A number is typed, beside its unit."""

from pmflash.answering.base import AskNumber
from pmflash.answering.number import is_number
from pmflash.model.cells import cells
from pmflash.model.quantity import CURRENCIES
from pmflash.tui.inputs.base import Fold, Ink, Line
from pmflash.tui.inputs.shared.field import Field, Stretches
from pmflash.tui.inputs.text import TextInput

FIELD_WIDTH = 16
_NO_NUMBER = "One number is asked for. Type it, or clear it and press space."


class NumberInput(TextInput):
    """A short line to type a number into."""

    invitation = "  Type the number, then enter. Space shows it."

    def __init__(self, ask: AskNumber) -> None:
        super().__init__(ask)
        self._sign, self._unit = around(ask.unit)
        self._is_refused = False

    def take(self, key: str, character: str | None) -> bool:
        """Type; what is no number is not taken for an answer."""
        if key == "enter" and self.reply:
            self._is_refused = not is_number(self._field.text)
            return self._is_refused
        is_taken = super().take(key, character)
        self._is_refused = self._is_refused and not is_taken
        return is_taken

    def lines(self, width: int, fold: Fold) -> list[Line]:
        """Return the field between the parts of its unit, a long one below it."""
        box = ((self._sign, Ink.PLAIN), *boxed(self._field, has_cursor=True))
        line = Line((*box, (self._unit, Ink.PLAIN)), is_marked=True)
        refused = [Line(((_NO_NUMBER, Ink.WARNING),))] * self._is_refused
        if cells(line.text) <= width:
            return [line, *refused]
        below = fold(self._unit.strip(), width)
        units = (Line(((unit, Ink.PLAIN),)) for unit in below)
        return [Line(box, is_marked=True), *units, *refused]


def around(unit: str) -> tuple[str, str]:
    """Return what of `unit` stands before a number, and what behind it."""
    if unit[:1] and unit[0] in CURRENCIES:
        return f"{unit[0]} ", f" {unit[1:].strip()}".rstrip()
    return "", f" {unit}".rstrip()


def boxed(field: Field, has_cursor: bool) -> Stretches:
    """Return a short field in brackets."""
    text = field.drawn(FIELD_WIDTH, has_cursor)
    return (("[ ", Ink.DIM), *text, (" ]", Ink.DIM))
