"""The pieces of a matrix: classes, axes, cells and the things it sorts."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator

from pmflash.facts.base import STRICT, Part, Text, slug
from pmflash.facts.shared.parts import NamedPart


def _as_list(place: object) -> object:
    return (place,) if isinstance(place, str) else place


class MatrixClass(NamedPart):
    """One of the classes into which a matrix sorts."""

    meaning: str = ""


class Axis(BaseModel):
    """One side of a matrix, such as impact with its values high and low."""

    model_config = STRICT

    name: Text
    values: tuple[Text, ...]


class Cell(Part):
    """What it means to be in one row and one column."""

    row: Text
    column: Text
    meaning: Text

    @property
    def filed_as(self) -> str:
        """The last part of its card's id."""
        if self.key:
            return slug(self.key)
        row, column = slug(self.row), slug(self.column)
        return f"{row}--{column}" if row and column else ""


class Placed(Part):
    """Something that the matrix sorts, with where it belongs and why."""

    item: Text
    place: Annotated[tuple[Text, ...], BeforeValidator(_as_list)]
    """The name of a class, or a row and a column."""
    reason: str = ""

    @property
    def filed_as(self) -> str:
        """The last part of its card's id."""
        return slug(self.key or self.item)
