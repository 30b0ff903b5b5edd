"""Texts of a list behind their marks, broken so that they line up."""

from collections.abc import Sequence

from pmflash.model.cells import cells
from pmflash.tui.inputs.base import Fold, Ink, Line

_NARROWEST = 8


def hanging(
    marks: Sequence[tuple[str, Ink]],
    text: str,
    width: int,
    fold: Fold,
    ink: Ink = Ink.PLAIN,
    key: str = "",
    is_marked: bool = False,
) -> list[Line]:
    """Return `text` behind `marks`, its further lines as far in as the first."""
    indent = sum(cells(mark) for mark, _ in marks)
    first, *others = fold(text, max(_NARROWEST, width - indent)) or [""]
    lines = [Line((*marks, (first, ink)), key, is_marked)]
    for other in others:
        lines.append(Line(((" " * indent, Ink.PLAIN), (other, ink)), key, is_marked))
    return lines
