"""What an author got wrong, as values: found first, placed in the file later."""

from dataclasses import dataclass
from enum import StrEnum

Where = tuple[str | int, ...]
"""Keys and list positions from the top of a document down to a node."""


class Severity(StrEnum):
    """How bad it is: an error costs the fact its cards, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake at a node of a document, before its line is known."""

    where: Where
    slug: str
    """Stable kebab-case name of this sort of mistake."""
    message: str
    help: str = ""
    severity: Severity = Severity.ERROR
    on_key: bool = False
    """The carets belong under the whole `key: value`, not under the value alone."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A mistake with its place: what `check` prints and the screens list."""

    path: str
    line: int
    """From 1; 0 when the whole file is meant."""
    column: int
    """From 1, in characters."""
    severity: Severity
    slug: str
    message: str
    help: str = ""
    source_line: str = ""
    caret_start: int = 0
    """Cells before the first caret in `source_line`."""
    caret_width: int = 0
    """Cells under which carets stand; 0 for none."""
