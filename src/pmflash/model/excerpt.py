"""A mistake as it is shown: its headline, and its line with carets under the place."""

from collections.abc import Iterator
from dataclasses import replace

from pmflash.model.cells import cells
from pmflash.model.diagnostic import Diagnostic

_CUT = "…"
_SHARE_BEFORE = 3
"""Where a line is cut, a third of the room is for what stands before the carets."""


def place(diagnostic: Diagnostic) -> str:
    """Return where it is: `my-notes.yaml:14:3`, or the file alone."""
    if not diagnostic.line:
        return diagnostic.path
    return f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}"


def headline(diagnostic: Diagnostic) -> str:
    """Return place, severity, slug and sentence on one line."""
    label = f"{diagnostic.severity}[{diagnostic.slug}]"
    return f"{place(diagnostic)}: {label}: {diagnostic.message}"


def marked_line(diagnostic: Diagnostic) -> Iterator[str]:
    """Yield the line of the file with its number, and carets under the place."""
    if not (diagnostic.line and diagnostic.source_line):
        return
    gutter = " " * len(str(diagnostic.line))
    yield f"{gutter} |"
    yield f"{diagnostic.line} | {diagnostic.source_line}"
    if diagnostic.caret_width:
        carets = " " * diagnostic.caret_start + "^" * diagnostic.caret_width
        yield f"{gutter} | {carets}"


def help_line(diagnostic: Diagnostic) -> Iterator[str]:
    """Yield the line that says what to do, where there is something to do."""
    if diagnostic.help:
        yield f"{' ' * len(str(diagnostic.line))} = help: {diagnostic.help}"


def fitted(diagnostic: Diagnostic, width: int) -> Diagnostic:
    """Return `diagnostic` with as much of its line around the carets as has room."""
    room = max(len(_CUT), width - len(f"{diagnostic.line} | "))
    line, start = diagnostic.source_line, diagnostic.caret_start
    if cells(line) <= room:
        return diagnostic
    before = ""
    while line and start > room // _SHARE_BEFORE and cells(before + line) > room:
        start -= cells(line[0])
        line, before = line[1:], _CUT
    if before:
        # The mark takes a cell that the line had.
        start += 1
    after = ""
    while line and cells(before + line + after) > room:
        line, after = line[:-1], _CUT
    width = max(1, min(diagnostic.caret_width, room - start))
    return replace(
        diagnostic,
        source_line=before + line + after,
        caret_start=start,
        caret_width=width if diagnostic.caret_width else 0,
    )
