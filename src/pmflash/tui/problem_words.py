"""A problem as screens tell it: in one line of a list, and whole with its place."""

from dataclasses import replace

from textual.content import Content

from pmflash.model.diagnostic import Diagnostic
from pmflash.model.excerpt import fitted, help_line, marked_line, place
from pmflash.model.text import one_line, shown
from pmflash.storage.locations import is_builtin

_BUILT_IN = "This file is built in: editing one of its cards copies it to your home."


def problem_line(problem: Diagnostic) -> str:
    """Return place and sentence on one line."""
    return _line(problem.path, problem)


def short_line(problem: Diagnostic) -> str:
    """Return file and sentence on one line, without the file's folder."""
    return _line(_name(problem), problem)


def problem_detail(problem: Diagnostic, width: int) -> Content:
    """Return the whole problem, its line of the file cut to `width` cells."""
    name = one_line(place(replace(problem, path=_name(problem))))
    head = Content.assemble((name, "bold"), f": {problem.severity}[{problem.slug}]")
    lines = [head, Content(shown(problem.message))]
    lines += [Content(shown(line)) for line in marked_line(fitted(problem, width))]
    lines += [Content(shown(line)) for line in help_line(problem)]
    lines.append(Content.styled(one_line(problem.path), "dim"))
    if is_builtin(problem.path):
        lines.append(Content(_BUILT_IN))
    return Content("\n").join(lines)


def _name(problem: Diagnostic) -> str:
    return problem.path.rpartition("/")[2]


def _line(name: str, problem: Diagnostic) -> str:
    where = f"{name}:{problem.line}" if problem.line else name
    return one_line(f"{where} {problem.message}")
