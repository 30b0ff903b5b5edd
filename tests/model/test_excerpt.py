from dataclasses import replace

import pytest

from pmflash.model.cells import cells
from pmflash.model.diagnostic import Diagnostic, Severity
from pmflash.model.excerpt import fitted, headline, help_line, marked_line, place

LONG = "    answer: " + "word " * 30
WRONG = Diagnostic(
    "notes.yaml",
    14,
    5,
    Severity.ERROR,
    "unknown-field",
    "no such field",
    "write `a`",
    LONG,
    4,
    6,
)


def test_a_place_names_line_and_column() -> None:
    assert place(WRONG) == "notes.yaml:14:5"
    assert place(replace(WRONG, line=0, column=0)) == "notes.yaml"


def test_a_headline_has_the_place_first() -> None:
    assert headline(WRONG).startswith("notes.yaml:14:5: error[unknown-field]: no such")


def test_without_a_line_of_the_file_only_the_help_is_left() -> None:
    bare = replace(WRONG, source_line="")
    assert [*marked_line(bare), *help_line(bare)] == ["   = help: write `a`"]


def test_a_line_that_has_room_is_not_cut() -> None:
    assert fitted(WRONG, 400) == WRONG


@pytest.mark.parametrize("width", [20, 37, 58, 78])
@pytest.mark.parametrize("start", [0, 4, 30, 90, 150])
@pytest.mark.parametrize("text", [LONG, "漢字かな " * 20, "e\u0301" * 160])
def test_carets_stay_under_what_they_point_at(
    text: str, start: int, width: int
) -> None:
    at = next(place for place in range(400) if cells(text[:place]) >= start)
    letter, start = text[at], cells(text[:at])
    cut = fitted(
        replace(WRONG, source_line=text, caret_start=start, caret_width=1), width
    )
    assert all(cells(line) <= width for line in marked_line(cut))
    before = 0
    for found in cut.source_line:
        if before == cut.caret_start:
            assert found == letter
            break
        before += cells(found)
    assert before == cut.caret_start


def test_more_carets_than_have_room_are_cut_with_the_line() -> None:
    whole = replace(WRONG, caret_width=len(LONG) - 4)
    assert max(map(cells, marked_line(fitted(whole, 40)))) == 40
