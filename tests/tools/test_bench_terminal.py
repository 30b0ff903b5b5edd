import sys

import pytest
from tools.bench_terminal import (
    COLUMNS,
    LINES,
    BenchError,
    Terminal,
    cell_count,
    first_words,
    has_words,
    is_full,
)

ENTERED = b"\x1b[?1049h"
ROW = b"\x1b[1;1H\x1b[48;2;18;18;18m" + b" " * COLUMNS + b"\x1b[0m\r\n"


def test_escape_sequences_fill_no_cells() -> None:
    assert cell_count(b"\x1b[1;31mab\x1b[0m\x1b]22;default\x07c\r\n") == 3


def test_a_letter_of_several_bytes_fills_one_cell() -> None:
    assert cell_count("─·─".encode()) == 3


@pytest.mark.parametrize(("rows", "painted"), [(LINES - 1, False), (LINES, True)])
def test_a_screen_is_full_with_its_last_row(rows: int, painted: bool) -> None:
    assert is_full(ENTERED + ROW * rows) is painted


def test_what_is_drawn_outside_the_alternate_screen_does_not_count() -> None:
    assert not is_full(ROW * LINES + ENTERED)


def test_a_short_prompt_is_waited_for_as_a_whole() -> None:
    assert first_words("What is drift?") == "What is drift?"


def test_a_long_prompt_is_waited_for_up_to_a_word() -> None:
    prompt = "Which two things should a senior PM have before leaving?"
    assert first_words(prompt) == "Which two things should a senior PM have before"


def test_a_prompt_is_waited_for_on_its_first_line_only() -> None:
    assert first_words("Fill the gap:\nA model drifts when") == "Fill the gap:"


def test_words_are_there_once_their_last_byte_is() -> None:
    there = has_words("drift – today")
    whole = "drift – today".encode()
    assert not there(whole[:-1])
    assert there(b"\x1b[1m" + whole)


def test_a_program_that_leaves_without_drawing_cannot_be_measured() -> None:
    terminal = Terminal([sys.executable, "-c", "pass"], {})
    with pytest.raises(BenchError, match="never drew"):
        terminal.seconds_until(has_words("a prompt"))
