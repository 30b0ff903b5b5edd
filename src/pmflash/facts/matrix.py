"""A matrix: things sorted into classes, or into the cells of two axes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from pmflash.facts.base import Fact, Text, about
from pmflash.facts.shared.matrix_parts import Axis, Cell, MatrixClass, Placed
from pmflash.facts.shared.parts import filed, mixed_up, named, repeated_texts, too_few
from pmflash.facts.shared.wording import detailed, listed, nearest, paragraphs
from pmflash.model.card import Face
from pmflash.model.diagnostic import Problem, Where
from pmflash.model.measured import Statement
from pmflash.model.mode import Choice, Grid, Ticks

_ROWS = Field(examples=["{name: Impact, values: [High, Low]}"])
_COLUMNS = Field(examples=["{name: Effort, values: [High, Low]}"])


class Matrix(Fact):
    """A way to sort; made either of `classes` or of `rows` and `columns`."""

    kind_name: ClassVar[str] = "matrix"
    view_names: ClassVar[tuple[str, ...]] = (
        "place",
        "class",
        "cell",
        "axes",
        "grid",
        "when",
    )

    name: Text
    purpose: str = ""
    classes: tuple[Annotated[MatrixClass, BeforeValidator(named)], ...] = ()
    rows: Annotated[Axis | None, _ROWS] = None
    columns: Annotated[Axis | None, _COLUMNS] = None
    cells: tuple[Cell, ...] = ()
    items: tuple[Placed, ...] = ()

    def problems(self) -> Iterator[Problem]:
        if shape := self._shape_problem():
            yield shape
            return
        if self.rows and self.columns:
            for field, axis in (("rows", self.rows), ("columns", self.columns)):
                yield from too_few(axis.values, 2, field, "values")
                yield from repeated_texts(
                    (value, (field, "values", position))
                    for position, value in enumerate(axis.values)
                )
        else:
            yield from too_few(self.classes, 2, "classes", "classes")
            yield from mixed_up(filed("classes", self.classes))
        yield from mixed_up(
            (cell.filed_as, f"{cell.row} / {cell.column}", ("cells", position))
            for position, cell in enumerate(self.cells)
        )
        yield from mixed_up(
            (placed.filed_as, placed.item, ("items", position))
            for position, placed in enumerate(self.items)
        )
        yield from self._unknown_places()

    def _shape_problem(self) -> Problem | None:
        if self.classes and (self.rows or self.columns):
            found = "both `classes` and axes; a matrix is made of one or the other"
            help = "keep `classes:`, or keep `rows:` and `columns:`"
        elif self.classes and self.cells:
            found = "`cells`, and only a matrix of `rows` and `columns` has cells"
            help = "give each class its `meaning:` instead"
        elif self.classes or (self.rows and self.columns):
            return None
        elif self.rows or self.columns:
            missing = "columns" if self.rows else "rows"
            found = f"one axis and no `{missing}`"
            help = f"add `{missing}:` with a `name:` and its `values:`"
        else:
            found = "neither `classes` nor axes"
            help = "add `classes:`, or add `rows:` and `columns:`"
        return Problem((), "matrix-shape", f"this matrix has {found}", help)

    def _unknown_places(self) -> Iterator[Problem]:
        rows, columns = _values(self.rows), _values(self.columns)
        for position, cell in enumerate(self.cells):
            where: Where = ("cells", position)
            yield from _unknown((*where, "row"), cell.row, rows, "row")
            yield from _unknown((*where, "column"), cell.column, columns, "column")
        classes = tuple(part.name for part in self.classes)
        for position, placed in enumerate(self.items):
            where = ("items", position, "place")
            match placed.place:
                case (name,) if classes:
                    yield from _unknown(where, name, classes, "class")
                case (row, column) if not classes:
                    yield from _unknown((*where, 0), row, rows, "row")
                    yield from _unknown((*where, 1), column, columns, "column")
                case place:
                    yield _no_place(where, place, classes)

    def statement(self) -> Statement:
        return Statement(self.name)

    def faces(self, context: str) -> Iterator[Face]:
        yield from self._placements(context)
        for part in self.classes:
            if part.meaning:
                asked = about(context, f"In {self.name}, what does “{part.name}” mean?")
                yield Face("class", asked, part.meaning, key=part.filed_as)
        if self.rows and self.columns:
            yield from self._cell_faces(context, self.rows, self.columns)
            yield self._axes(context, self.rows, self.columns)
            yield from self._grid(context, self.rows, self.columns)
        else:
            yield self._all_classes(context)
        if self.purpose:
            asked = about(context, f"What is {self.name} for?")
            yield Face("when", asked, self.purpose)

    def _placements(self, context: str) -> Iterator[Face]:
        if self.rows and self.columns:
            axes = f" ({self.rows.name} / {self.columns.name})"
            options = tuple(
                f"{row} / {column}"
                for row in self.rows.values
                for column in self.columns.values
            )
        else:
            axes = ""
            options = tuple(part.name for part in self.classes)
        for placed in self.items:
            right = " / ".join(placed.place)
            asked = f"Where does “{placed.item}” belong in {self.name}{axes}?"
            yield Face(
                "place",
                about(context, asked),
                paragraphs(right, placed.reason),
                Choice(right, options),
                placed.filed_as,
            )

    def _cell_faces(self, context: str, rows: Axis, columns: Axis) -> Iterator[Face]:
        for cell in self.cells:
            asked = (
                f"In {self.name}, what does the cell with {rows.name} “{cell.row}”"
                f" and {columns.name} “{cell.column}” mean?"
            )
            yield Face("cell", about(context, asked), cell.meaning, key=cell.filed_as)

    def _all_classes(self, context: str) -> Face:
        names = tuple(part.name for part in self.classes)
        lines = (detailed(part.name, part.meaning) for part in self.classes)
        asked = f"Name the {len(names)} classes of {self.name}."
        return Face("axes", about(context, asked), listed(lines), Ticks(names))

    def _axes(self, context: str, rows: Axis, columns: Axis) -> Face:
        axes = (rows, columns)
        return Face(
            "axes",
            about(context, f"Name the 2 axes of {self.name}."),
            listed(detailed(axis.name, ", ".join(axis.values)) for axis in axes),
            Ticks((rows.name, columns.name)),
        )

    def _grid(self, context: str, rows: Axis, columns: Axis) -> Iterator[Face]:
        meanings = {(cell.row, cell.column): cell.meaning for cell in self.cells}
        places = [(row, column) for row in rows.values for column in columns.values]
        if not all(place in meanings for place in places):
            return
        asked = (
            f"What does each cell of {self.name} mean?\n"
            f"Rows ({rows.name}): {', '.join(rows.values)}\n"
            f"Columns ({columns.name}): {', '.join(columns.values)}"
        )
        lines = (f"{row} / {column}: {meanings[row, column]}" for row, column in places)
        yield Face(
            "grid",
            about(context, asked),
            listed(lines),
            Grid(rows.values, columns.values, _table(meanings, rows, columns)),
        )


def _values(axis: Axis | None) -> tuple[str, ...]:
    return axis.values if axis else ()


def _unknown(
    where: Where, word: str, known: tuple[str, ...], what: str
) -> Iterator[Problem]:
    if word not in known:
        message = f"`{word}` is not a {what} of this matrix"
        yield Problem(where, "unknown-place", message, nearest(word, known))


def _no_place(where: Where, place: Sequence[str], classes: Sequence[str]) -> Problem:
    if classes:
        help = "write the name of one class: " + ", ".join(f"`{c}`" for c in classes)
    else:
        help = "write a row and a column in brackets, such as `[high, low]`"
    written = ", ".join(place)
    message = f"`{written}` is not a place in this matrix"
    return Problem(where, "unknown-place", message, help)


def _table(
    meanings: Mapping[tuple[str, str], str], rows: Axis, columns: Axis
) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(meanings[row, column] for column in columns.values) for row in rows.values
    )
