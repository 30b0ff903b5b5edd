"""Content files for tests of the compiler, written in place."""

from pmflash.compiler.compile import compile_content
from pmflash.model.compiled import Compiled
from pmflash.model.diagnostic import Diagnostic
from pmflash.model.source_file import Role, SourceFile

TIMELINE = """\
title: Acme
facts:
  - id: hiring
    kind: timeline
    of: hiring process
    stages:
      - {name: Screen, length: 1}
      - {name: Case, length: 10}
    total: 28
    unit: days
"""
"""Stages of 11 days in a total of 28."""


def a_fact(
    id: str = "osmosis", extra: str = "", q: str = "What?", a: str = "It"
) -> str:
    """The lines of one basic fact; `extra` holds further lines without indentation."""
    lines = [f"- id: {id}", f"  q: {q}", f"  a: {a}"]
    lines += [f"  {line}" for line in extra.splitlines()]
    return "".join(f"  {line}\n" for line in lines)


def a_seed(text: str | bytes, id: str = "cells") -> SourceFile:
    """A seed file that holds `text`."""
    raw = text if isinstance(text, bytes) else text.encode()
    return SourceFile(Role.SEED, id, f"seeds/{id}.yaml", raw)


def a_deck(text: str | bytes, id: str = "biology") -> SourceFile:
    """A deck file that holds `text`."""
    raw = text if isinstance(text, bytes) else text.encode()
    return SourceFile(Role.DECK, id, f"decks/{id}.yaml", raw)


def a_deck_of(*facts: str) -> SourceFile:
    """A deck of the given facts, whose first fact starts on line 2."""
    return a_deck("facts:\n" + "".join(facts))


def compiled(*sources: SourceFile) -> Compiled:
    """What the compiler makes of `sources`."""
    return compile_content(sources)


def slugs(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    """The slugs in the order of the messages."""
    return [diagnostic.slug for diagnostic in diagnostics]


def places(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[int, int, str]]:
    """Line, column and slug of every message."""
    return [(found.line, found.column, found.slug) for found in diagnostics]
