import json
from typing import Any

import pytest

from pmflash.cli.diagnostics import (
    as_github,
    as_json,
    as_text,
    has_errors,
    tally,
)
from pmflash.model.diagnostic import Diagnostic, Severity
from pmflash.model.excerpt import headline


def a_diagnostic(**changes: Any) -> Diagnostic:
    """The first sample of the house style, with `changes`."""
    plain = {
        "path": "decks/biology.yaml",
        "line": 4,
        "column": 11,
        "severity": Severity.ERROR,
        "slug": "unknown-kind",
        "message": "fact `osmosis` has kind `trem`, which pmflash does not know",
        "help": "did you mean `term`?",
        "source_line": "    kind: trem",
        "caret_start": 10,
        "caret_width": 4,
    }
    return Diagnostic(**{**plain, **changes})


REPEATED = a_diagnostic(
    line=18,
    column=5,
    slug="repeated-field",
    message="`term` is already set on line 17 of this fact",
    help="delete one of the two lines",
    source_line="    term: cell wall (plants)",
    caret_start=4,
    caret_width=24,
)

SAMPLES = (
    (
        a_diagnostic(),
        "decks/biology.yaml:4:11: error[unknown-kind]: "
        "fact `osmosis` has kind `trem`, which pmflash does not know",
        "  |",
        "4 |     kind: trem",
        "  |           ^^^^",
        "  = help: did you mean `term`?",
    ),
    (
        REPEATED,
        "decks/biology.yaml:18:5: error[repeated-field]: "
        "`term` is already set on line 17 of this fact",
        "   |",
        "18 |     term: cell wall (plants)",
        "   |     ^^^^^^^^^^^^^^^^^^^^^^^^",
        "   = help: delete one of the two lines",
    ),
    (
        a_diagnostic(line=0, column=0, source_line="", caret_width=0),
        "decks/biology.yaml: error[unknown-kind]: "
        "fact `osmosis` has kind `trem`, which pmflash does not know",
        "  = help: did you mean `term`?",
    ),
    (
        a_diagnostic(severity=Severity.WARNING, caret_width=0, help=""),
        "decks/biology.yaml:4:11: warning[unknown-kind]: "
        "fact `osmosis` has kind `trem`, which pmflash does not know",
        "  |",
        "4 |     kind: trem",
    ),
)


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_diagnostic_shows_its_place_line_carets_and_help(
    sample: tuple[Diagnostic, *tuple[str, ...]],
) -> None:
    diagnostic, *lines = sample
    assert list(as_text([diagnostic])) == lines


def test_diagnostics_follow_one_another_without_a_gap() -> None:
    lines = list(as_text([a_diagnostic(), REPEATED]))
    assert [line for line in lines if "error[" in line] == [
        headline(a_diagnostic()),
        headline(REPEATED),
    ]
    assert "" not in lines


def test_a_code_review_gets_one_mark_a_diagnostic() -> None:
    (mark,) = as_github([a_diagnostic()])
    assert mark == (
        "::error file=decks/biology.yaml,line=4,col=11,title=unknown-kind::"
        "fact `osmosis` has kind `trem`, which pmflash does not know. "
        "did you mean `term`?"
    )


def test_a_mark_without_a_line_stands_on_the_first() -> None:
    (mark,) = as_github([a_diagnostic(line=0, column=0, message="100 %", help="")])
    place, _, message = mark.removeprefix("::error ").partition("::")
    assert place == "file=decks/biology.yaml,line=1,title=unknown-kind"
    assert message == "100 %25"


def test_no_text_breaks_out_of_its_mark() -> None:
    hostile = a_diagnostic(path="a:b,c\n::error::x", message="%0A\n::error::y")
    (mark,) = as_github([hostile])
    assert "\n" not in mark
    assert "file=a%3Ab%2Cc%0A%3A%3Aerror%3A%3Ax,line" in mark
    assert "::%250A%0A::error::y. did" in mark


def test_programs_get_every_field() -> None:
    document = json.loads(as_json([a_diagnostic()]))
    assert document["version"] == 1
    assert document["problems"] == [
        {
            "path": "decks/biology.yaml",
            "line": 4,
            "column": 11,
            "severity": "error",
            "slug": "unknown-kind",
            "message": "fact `osmosis` has kind `trem`, which pmflash does not know",
            "help": "did you mean `term`?",
            "source_line": "    kind: trem",
            "caret_start": 10,
            "caret_width": 4,
        }
    ]


@pytest.mark.parametrize(
    ("found", "files", "cards", "line"),
    [
        ([], 1, 1, "No problems in 1 file; 1 card ready."),
        ([], 6, 1234, "No problems in 6 files; 1,234 cards ready."),
        ([REPEATED] * 5, 3, 41, "5 problems in 1 file; 41 cards ready."),
        ([REPEATED], 1, 0, "1 problem in 1 file; 0 cards ready."),
        (
            [REPEATED, a_diagnostic(path="x")],
            9,
            2,
            "2 problems in 2 files; 2 cards ready.",
        ),
    ],
)
def test_the_last_line_counts_problems_files_and_cards(
    found: list[Diagnostic], files: int, cards: int, line: str
) -> None:
    assert tally(found, files, cards) == line


def test_only_errors_are_errors() -> None:
    warning = a_diagnostic(severity=Severity.WARNING)
    assert not has_errors([])
    assert not has_errors([warning])
    assert has_errors([warning, REPEATED])
