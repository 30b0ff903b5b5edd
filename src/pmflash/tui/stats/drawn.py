"""Rows of marked text as a page of a screen shows them."""

from collections.abc import Iterable

from textual.content import Content

from pmflash.tui.screens.base import SMALLEST_WIDTH
from pmflash.tui.stats.charts import BAR, BOLD, DIM, PLAIN, Line

_BESIDE_PAGE = 4
"""Cells that the screen's padding and the scroll bar take."""

_STYLES = {PLAIN: "", BOLD: "bold", DIM: "dim", BAR: "$accent"}


def page_width(width: int) -> int:
    """Return how many cells a page has on a screen of `width`."""
    return max(width, SMALLEST_WIDTH) - _BESIDE_PAGE


def drawn(rows: Iterable[Line], width: int) -> Content:
    """Return `rows` in their looks, each cut to `width`."""
    return Content("\n").join(_row(row, width) for row in rows)


def _row(row: Line, width: int) -> Content:
    told = Content.assemble(*((words, _STYLES[sort]) for words, sort in row))
    return told.truncate(width, ellipsis=True) if told.cell_length > width else told
