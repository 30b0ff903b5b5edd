"""A content file that could be read: its values, and how its problems find places."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pmflash.compiler.events import Value
from pmflash.compiler.nodes import placed_document
from pmflash.compiler.places import Node, Span, diagnostic, split_lines
from pmflash.model.diagnostic import Diagnostic, Problem, Severity, Where
from pmflash.model.source_file import SourceFile

MOST_PROBLEMS = 100
"""Problems of one file that are told; more help nobody."""


@dataclass(slots=True)
class Document:
    """One file's fields. Places are found only when something is wrong."""

    source: SourceFile
    text: str
    content: dict[str, Value]
    damaged: frozenset[Where] = frozenset()
    """Where the YAML itself has errors, found already."""
    told_count: int = 0
    """Problems of the YAML itself, told already."""
    _root: Node | None = None
    _lines: list[str] = field(default_factory=list)

    def line_of(self, where: Where) -> int:
        """Return the line, from 1, at which `where` starts."""
        return self._placed().find(where).with_key().line + 1

    def diagnostics(self, problems: Iterable[Problem]) -> list[Diagnostic]:
        """Return `problems` with their places in this file; of too many, a part.

        Errors come before warnings then, and the last one counts those left out.
        """
        found, room = list(problems), max(0, MOST_PROBLEMS - self.told_count)
        if len(found) <= room:
            return [self._diagnostic(problem) for problem in found]
        found.sort(key=lambda problem: problem.severity is Severity.WARNING)
        told = [self._diagnostic(problem) for problem in found[:room]]
        return [*told, self._too_many(found[room:])]

    def _diagnostic(self, problem: Problem) -> Diagnostic:
        node = self._placed().find(problem.where)
        span = node.with_key() if problem.on_key else node.span
        if problem.slug == "empty-field" and node.comment:
            help = "put quotes round text that starts with `#`"
            problem = replace(problem, help=help)
        return diagnostic(self.source.path, self._lines, span, problem)

    def _too_many(self, untold: list[Problem]) -> Diagnostic:
        self._placed()
        last = len(self._lines) - 1
        while last and not self._lines[last].strip():
            last -= 1
        problem = Problem(
            (),
            "too-many-problems",
            f"and {len(untold):,} more in this file",
            "mend the ones above, then check again",
            untold[0].severity,
        )
        end = len(self._lines[last])
        # Behind all others, and not about the line that it stands on.
        placed = diagnostic(
            self.source.path, self._lines, Span(last, end, last, end), problem
        )
        return replace(placed, source_line="", caret_start=0, caret_width=0)

    def _placed(self) -> Node:
        if not self._lines:
            self._lines = split_lines(self.text)
        if self._root is None:
            root = placed_document(self.text, self._lines).root
            self._root = root or Node(Span(0, 0, 0, 0))
        return self._root
