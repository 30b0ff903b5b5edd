"""Where things stand in a file: lines, columns, and the cells under which carets go."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pmflash.model.cells import cells
from pmflash.model.diagnostic import Diagnostic, Problem, Where
from pmflash.model.text import shown

_LINE_END = re.compile("\r\n|\r|\n")
_LONGEST_LINE = 240
"""Characters of a source line that a message repeats."""
_KEPT_BEFORE = 60
"""Characters kept before the carets where a long line is cut."""


class Span(NamedTuple):
    """A stretch of text: lines and columns from 0, in characters."""

    line: int
    start: int
    end_line: int
    end: int


@dataclass(slots=True)
class Node:
    """A value's place, with the places of what is inside it."""

    span: Span
    key: Span | None = None
    """The name in front of the value, where it has one."""
    comment: str = ""
    """What YAML took for a comment right after the value."""
    inside: "dict[str | int, Node]" = field(default_factory=dict)

    def find(self, where: Where) -> "Node":
        """Return the node at `where`, or the last one on the way that exists."""
        node = self
        for step in where:
            if step not in node.inside:
                break
            node = node.inside[step]
        return node

    def with_key(self) -> Span:
        """Return the stretch from the name to the end of the value."""
        if self.key is None:
            return self.span
        return Span(self.key.line, self.key.start, self.span.end_line, self.span.end)


def split_lines(text: str) -> list[str]:
    """Return the lines of `text` as editors count them."""
    return _LINE_END.split(text)


def diagnostic(
    path: str, lines: Sequence[str], span: Span, problem: Problem
) -> Diagnostic:
    """Return `problem` placed at `span`, with carets that end with its first line."""
    line = lines[span.line] if span.line < len(lines) else ""
    start = min(span.start, len(line))
    end = span.end if span.end_line == span.line else len(line.rstrip())
    source_line, cut_start = _cut(line, start)
    before = shown(source_line[:cut_start])
    under = shown(source_line[cut_start : cut_start + max(end - start, 1)])
    return Diagnostic(
        path=path,
        line=span.line + 1,
        column=start + 1,
        severity=problem.severity,
        slug=problem.slug,
        message=problem.message,
        help=problem.help,
        source_line=shown(source_line),
        caret_start=cells(before),
        caret_width=max(cells(under), 1),
    )


def _cut(line: str, start: int) -> tuple[str, int]:
    if len(line) <= _LONGEST_LINE:
        return line, start
    first = max(0, start - _KEPT_BEFORE)
    mark = "…" if first else ""
    rest = "…" if first + _LONGEST_LINE < len(line) else ""
    return mark + line[first : first + _LONGEST_LINE] + rest, start - first + len(mark)
