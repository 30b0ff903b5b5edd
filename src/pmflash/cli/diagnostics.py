"""Diagnostics as text: for people, for programs and for code review."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from pmflash.model.diagnostic import Diagnostic, Severity
from pmflash.model.excerpt import headline, help_line, marked_line
from pmflash.model.text import counted

JSON_VERSION = 1


def as_text(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield each diagnostic with its line, carets and help."""
    for diagnostic in diagnostics:
        yield headline(diagnostic)
        yield from marked_line(diagnostic)
        yield from help_line(diagnostic)


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """Return all diagnostics as one JSON document."""
    problems = [asdict(diagnostic) for diagnostic in diagnostics]
    return json.dumps({"version": JSON_VERSION, "problems": problems}, indent=1)


def as_github(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield each diagnostic as a workflow command that marks the line in a review."""
    for diagnostic in diagnostics:
        place = f"file={_property(diagnostic.path)},line={max(1, diagnostic.line)}"
        if diagnostic.column:
            place += f",col={diagnostic.column}"
        title = f"title={_property(diagnostic.slug)}"
        message = _escaped(f"{diagnostic.message}. {diagnostic.help}".rstrip(". "))
        yield f"::{diagnostic.severity} {place},{title}::{message}"


def tally(diagnostics: Sequence[Diagnostic], files: int, cards: int) -> str:
    """Return the count line: `5 problems in 1 file; 41 cards ready.`"""
    ready = counted(cards, "card") + " ready."
    if not diagnostics:
        return f"No problems in {counted(files, 'file')}; {ready}"
    touched = len({diagnostic.path for diagnostic in diagnostics})
    found = counted(len(diagnostics), "problem")
    return f"{found} in {counted(touched, 'file')}; {ready}"


def has_errors(diagnostics: Sequence[Diagnostic]) -> bool:
    """Tell whether a fact or file was left out."""
    return any(each.severity is Severity.ERROR for each in diagnostics)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
