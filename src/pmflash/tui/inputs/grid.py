"""A table is filled, one key a cell."""

from pmflash.answering.base import AskGrid, Reply
from pmflash.model.cells import cells
from pmflash.tui.actions import Action
from pmflash.tui.inputs.base import Fold, Ink, Input, Line
from pmflash.tui.inputs.shared.hanging import hanging
from pmflash.tui.inputs.text import CHECK

_STEPS = {
    **dict.fromkeys(("h", "left"), (0, -1)),
    **dict.fromkeys(("l", "right"), (0, 1)),
    **dict.fromkeys(("k", "up"), (-1, 0)),
    **dict.fromkeys(("j", "down"), (1, 0)),
}
_KEYS = "123456789acdgmnoprtvwxy"
"""One a value; the letters left out are commands, or move."""
_EMPTY = "·"
_WIDEST_CELL = 12
_MOVE = Action(
    "l,h,j,k", "move", "hjkl", "move", "Go to another cell; arrows do too.", 2
)


class GridInput(Input):
    """Cells, of which one is marked; its value is one key."""

    missed_words = "wrong:"
    invitation = "  One key fills the marked cell; enter checks the table."

    def __init__(self, ask: AskGrid) -> None:
        super().__init__()
        self._rows, self._columns, self._values = ask.rows, ask.columns, ask.values
        self._cells = [""] * (len(ask.rows) * len(ask.columns))
        self._marked = 0

    @property
    def reply(self) -> Reply:
        """The cells, row by row, once one of them is filled."""
        return tuple(self._cells) if any(self._cells) else ()

    @property
    def actions(self) -> tuple[Action, ...]:
        """Filling and moving, and checking once something is filled."""
        last = _KEYS[: len(self._values)][-1:]
        fill = Action("1", "fill", f"1-{last}", "fill", "Fill the marked cell.", 0)
        return (fill, _MOVE, CHECK) if self.reply else (fill, _MOVE)

    @property
    def taken(self) -> frozenset[str]:
        """The keys of the values, and those that move."""
        letters = (value for value in self._values if len(value) == 1)
        named = {case for each in letters for case in (each.lower(), each.upper())}
        return frozenset({*_KEYS[: len(self._values)], *named, *_STEPS})

    def take(self, key: str, character: str | None) -> bool:
        """Fill or empty a cell, or go to another."""
        value = self._value_of(key)
        if value is not None:
            self._cells[self._marked] = value
            self._marked = min(len(self._cells) - 1, self._marked + 1)
        elif key in {"backspace", "delete"}:
            self._cells[self._marked] = ""
        elif key in _STEPS:
            self._step(*_STEPS[key])
        else:
            return False
        return True

    def lines(self, width: int, fold: Fold) -> list[Line]:
        """Return the table, or one cell a line where it is too wide."""
        table = self._table()
        if table and max(cells(line.text) for line in table) > width:
            table = self._list(width, fold)
        return [*table, Line(), *self._legend(width, fold)]

    def _table(self) -> list[Line]:
        label = max(cells(row) for row in self._rows) + 2
        inner = max(cells(text) for text in (*self._columns, *self._values))
        size = min(_WIDEST_CELL, inner) + 4
        heads = (f"  {_fitted(column, size - 2)}" for column in self._columns)
        lines = [Line(((" " * label, Ink.PLAIN), ("".join(heads), Ink.DIM)))]
        for row, name in enumerate(self._rows):
            places = range(row * len(self._columns), (row + 1) * len(self._columns))
            parts = [(_fitted(name, label), Ink.PLAIN)]
            parts += [self._cell(place, size) for place in places]
            lines.append(Line(tuple(parts), is_marked=self._marked in places))
        return lines

    def _list(self, width: int, fold: Fold) -> list[Line]:
        lines: list[Line] = []
        size = min(width // 2, max(cells(column) for column in self._columns) + 2)
        for row, name in enumerate(self._rows):
            if len(self._rows) > 1:
                lines += [Line(((each, Ink.BOLD),)) for each in fold(name, width)]
            for column, head in enumerate(self._columns):
                place = row * len(self._columns) + column
                parts = ((_fitted(f"  {head}", size + 2), Ink.PLAIN),)
                cell = self._cell(place, width - size - 2)
                lines.append(Line((*parts, cell), is_marked=place == self._marked))
        return lines

    def _cell(self, place: int, size: int) -> tuple[str, Ink]:
        is_marked = place == self._marked
        text = self._cells[place] or _EMPTY
        shown = f"{'>' if is_marked else ' '} {text}"
        return _fitted(shown, size), Ink.MARK if is_marked else Ink.BOLD

    def _legend(self, width: int, fold: Fold) -> list[Line]:
        named = list(zip(_KEYS, self._values, strict=False))
        parts = [
            part
            for key, value in named
            for part in ((key, Ink.MARK), (f" {value}   ", Ink.PLAIN))
        ]
        line = Line(tuple(parts))
        if cells(line.text) <= width:
            return [line]
        return [
            each
            for key, value in named
            for each in hanging(((f"{key}  ", Ink.MARK),), value, width, fold, key=key)
        ]

    def _step(self, rows: int, columns: int) -> None:
        row, column = divmod(self._marked, len(self._columns))
        after = self._marked + rows * len(self._columns) + columns
        is_inside = 0 <= column + columns < len(self._columns)
        if 0 <= row + rows < len(self._rows) and is_inside:
            self._marked = after

    def _value_of(self, key: str) -> str | None:
        # RACI has the letters for its keys; digits do for every table.
        for value in self._values:
            if len(value) == 1 and value.casefold() == key.casefold():
                return value
        keys = _KEYS[: len(self._values)]
        return self._values[keys.index(key)] if len(key) == 1 and key in keys else None


def _fitted(text: str, width: int) -> str:
    while text and cells(text) > width - 1:
        text = text[:-1]
    return text + " " * (width - cells(text))
