"""Fill a table cell by cell."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from pmflash.answering.base import OPEN, Ask, AskGrid, AskNothing, Reply, Verdict
from pmflash.answering.shared.shuffle import shuffled
from pmflash.answering.shared.verdicts import by_share, is_blank
from pmflash.model.card import Card
from pmflash.model.mode import Grid

_LETTERS = "RACI"
_USUAL = (*_LETTERS, "RA")
"""Both letters of one role, so that a cell with both is not given away."""


class GridAnswer:
    """Offers what may stand in a cell; letters of a RACI chart in their usual order."""

    name: ClassVar[str] = "grid"

    def ask(self, card: Card, today: date) -> Ask:
        """Return the empty table."""
        mode = card.mode
        if not isinstance(mode, Grid):
            return AskNothing()
        texts = tuple(dict.fromkeys(text for text in _cells(mode) if text))
        if _is_raci(mode):
            others = (text for text in texts if text not in _USUAL)
            return AskGrid(mode.rows, mode.columns, (*_USUAL, *others))
        return AskGrid(mode.rows, mode.columns, shuffled(texts, card, today))

    def judge(self, card: Card, reply: Reply) -> Verdict:
        """Return whether all cells are right, or at least half of them."""
        mode = card.mode
        if not isinstance(mode, Grid) or is_blank(reply):
            return OPEN
        cells = tuple(_cells(mode))
        given = (*reply, *("",) * len(cells))
        same = _same_letters if _is_raci(mode) else str.__eq__
        checked = zip(_names(mode), cells, given, strict=False)
        missed = tuple(name for name, cell, there in checked if not same(cell, there))
        return by_share(missed, len(cells))


def _cells(mode: Grid) -> Iterator[str]:
    for row in mode.cells:
        yield from row


def _names(mode: Grid) -> Iterator[str]:
    """Yield the name of every cell; a row that is the only one goes without saying."""
    for row in mode.rows:
        for column in mode.columns:
            yield f"{row} / {column}" if len(mode.rows) > 1 else column


def _is_raci(mode: Grid) -> bool:
    return all({*cell} <= {*_LETTERS} for cell in _cells(mode))


def _same_letters(cell: str, given: str) -> bool:
    return sorted(cell) == sorted(given.upper())
