"""A content file that could be read: its values, and how its problems find places."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pmflash.compiler.events import Value
from pmflash.compiler.nodes import placed_document
from pmflash.compiler.places import Node, Span, diagnostic, split_lines
from pmflash.model.diagnostic import Diagnostic, Problem, Where
from pmflash.model.source_file import SourceFile


@dataclass(slots=True)
class Document:
    """One file's fields. Places are found only when something is wrong."""

    source: SourceFile
    text: str
    content: dict[str, Value]
    damaged: frozenset[Where] = frozenset()
    """Where the YAML itself has errors, found already."""
    _root: Node | None = None
    _lines: list[str] = field(default_factory=list)

    def line_of(self, where: Where) -> int:
        """Return the line, from 1, at which `where` starts."""
        return self._placed().find(where).with_key().line + 1

    def diagnostics(self, problems: Iterable[Problem]) -> list[Diagnostic]:
        """Return `problems` with their places in this file."""
        return [self._diagnostic(problem) for problem in problems]

    def _diagnostic(self, problem: Problem) -> Diagnostic:
        node = self._placed().find(problem.where)
        span = node.with_key() if problem.on_key else node.span
        if problem.slug == "empty-field" and node.comment:
            help = "put quotes round text that starts with `#`"
            problem = replace(problem, help=help)
        return diagnostic(self.source.path, self._lines, span, problem)

    def _placed(self) -> Node:
        if not self._lines:
            self._lines = split_lines(self.text)
        if self._root is None:
            root = placed_document(self.text, self._lines).root
            self._root = root or Node(Span(0, 0, 0, 0))
        return self._root
