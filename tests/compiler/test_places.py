from pmflash.compiler.places import Span, diagnostic, split_lines
from pmflash.model.diagnostic import Problem

PROBLEM = Problem((), "some-slug", "something")


def test_lines_are_counted_as_editors_count_them() -> None:
    assert split_lines("a\r\nb\rc\x0bd\u2028e\n") == ["a", "b", "c\x0bd\u2028e", ""]


def test_carets_line_up_under_wide_letters() -> None:
    found = diagnostic("x.yaml", ["膜: 水のこと"], Span(0, 3, 0, 7), PROBLEM)
    assert (found.column, found.caret_start, found.caret_width) == (4, 4, 8)


def test_carets_end_with_the_first_line() -> None:
    found = diagnostic("x.yaml", ["a: one ", "  two"], Span(0, 3, 1, 5), PROBLEM)
    assert found.caret_width == len("one")


def test_a_tab_takes_as_many_carets_as_it_is_shown_with() -> None:
    found = diagnostic("x.yaml", ["\ta: x"], Span(0, 0, 0, 1), PROBLEM)
    assert (found.source_line, found.caret_width) == ("    a: x", 4)


def test_a_long_line_is_cut_round_the_carets() -> None:
    line = "x" * 5000 + "here" + "y" * 5000
    found = diagnostic("x.yaml", [line], Span(0, 5000, 0, 5004), PROBLEM)
    start = found.caret_start
    assert found.column == 5001
    assert len(found.source_line) < 300
    assert found.source_line[start : start + found.caret_width] == "here"


def test_a_place_behind_the_last_line_has_no_source() -> None:
    found = diagnostic("x.yaml", ["a"], Span(7, 0, 7, 0), PROBLEM)
    assert (found.line, found.source_line) == (8, "")


def test_a_control_character_in_the_source_line_is_made_visible() -> None:
    found = diagnostic("x.yaml", ["\x1b[2J"], Span(0, 0, 0, 1), PROBLEM)
    assert found.source_line == "␛[2J"
