import re
import signal
from collections.abc import Callable

import pytest

from learner import Learner, deck_of
from pmflash.model.rating import Rating
from tui.terminal import Terminal, running

RESTORED = (
    b"\x1b[?1049l",
    b"\x1b[?25h",
    *(b"\x1b[?%dl" % mode for mode in (1000, 1003, 1006, 1015, 2004)),
)
"""Alternate screen left, cursor shown, mouse and paste modes off."""

WAYS_OUT: dict[str, tuple[Callable[[Terminal], None], int]] = {
    "q": (lambda terminal: terminal.type("q"), 0),
    "escape": (lambda terminal: terminal.type("\x1b"), 0),
    "ctrl-q": (lambda terminal: terminal.type("\x11"), 0),
    "ctrl-c": (lambda terminal: terminal.type("\x03"), 130),
    "interrupt": (lambda terminal: terminal.signal(signal.SIGINT), 130),
    "terminate": (lambda terminal: terminal.signal(signal.SIGTERM), 143),
    "hang-up": (lambda terminal: terminal.signal(signal.SIGHUP), 129),
}


def ask(terminal: Terminal, number: int) -> None:
    terminal.wait_for(f"Question {number}?")
    terminal.wait_for("space answer")


def rate(terminal: Terminal, number: int, key: str = "3") -> None:
    """Rate the card with that number as soon as it is asked."""
    ask(terminal, number)
    show_answer(terminal, number)
    terminal.type(key)


def show_answer(terminal: Terminal, number: int) -> None:
    terminal.type(" ")
    terminal.wait_for(f"Answer {number}")
    terminal.wait_for("1 Again")


def asked(terminal: Terminal) -> int:
    terminal.wait_for("space answer")
    # The footer may be drawn before the header.
    terminal.wait_until_quiet()
    found = re.search(r"Question (\d+)\?", terminal.picture)
    assert found
    return int(found[1])


def counts(terminal: Terminal) -> str:
    found = re.search(r"new \d+ +drill \d+ +due \d+", terminal.picture)
    assert found
    return found[0]


@pytest.mark.parametrize("way", WAYS_OUT)
def test_every_way_out_is_safe_in_the_middle_of_a_card(
    learner: Learner, way: str
) -> None:
    leave, code = WAYS_OUT[way]
    with running(learner, "review") as terminal:
        rate(terminal, 1)
        ask(terminal, 2)
        show_answer(terminal, 2)
        leave(terminal)
        assert terminal.wait_for_end() == code
    assert terminal.left_behind.strip() == "1 reviewed, 35 left, saved"
    assert all(
        terminal.raw.rindex(off) > terminal.raw.rindex(b"?1003h") for off in RESTORED
    )
    assert [event.rating for event in learner.saved()] == [Rating.GOOD]


def test_leaving_from_today_counts_what_was_reviewed(learner: Learner) -> None:
    with running(learner) as terminal:
        terminal.wait_for("All decks")
        terminal.type("\r")
        rate(terminal, 1)
        rate(terminal, 2, "1")
        ask(terminal, 3)
        terminal.type("\x1b")
        terminal.wait_for("All decks")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert terminal.left_behind.strip() == "2 reviewed, 35 left, saved"


def test_a_second_sitting_counts_its_own_reviews(learner: Learner) -> None:
    for first in (1, 2):
        with running(learner, "review") as terminal:
            rate(terminal, first)
            ask(terminal, first + 1)
            terminal.type("q")
            terminal.wait_for_end()
    assert terminal.left_behind.strip() == "1 reviewed, 34 left, saved"


def test_a_killed_program_goes_on_with_the_same_card(learner: Learner) -> None:
    expected = None
    for number, key in enumerate("3143234121"):
        with running(learner, "review") as terminal:
            assert expected in (None, (asked(terminal), counts(terminal)))
            show_answer(terminal, asked(terminal))
            terminal.type(key)
            terminal.wait_for("space answer")
            expected = asked(terminal), counts(terminal)
            terminal.signal(signal.SIGKILL)
            terminal.wait_for_end()
        assert len(learner.saved()) == number + 1


def test_undo_and_redo_go_on_after_a_kill(learner: Learner) -> None:
    # What is asked at the start, what is pressed, and what comes then.
    steps = (
        ("Question 1?", " 3", "Question 2?"),
        ("u undo", "u", "undid Good"),
        ("^r redo", "\x12", "Question 2?"),
    )
    for at_first, keys, then in steps:
        with running(learner, "review") as terminal:
            terminal.wait_for(at_first)
            terminal.type(keys)
            terminal.wait_for(then)
            terminal.signal(signal.SIGKILL)
            terminal.wait_for_end()
    assert [event.kind for event in learner.saved()] == ["review", "undo", "undo"]


def test_no_answer_is_sent_before_it_is_asked_for(learner: Learner) -> None:
    with running(learner, "review") as terminal:
        for number in (1, 2, 3):
            ask(terminal, number)
            assert f"Answer {number}".encode() not in terminal.raw
            rate(terminal, number)


def test_keys_in_one_piece_are_all_obeyed(learner: Learner) -> None:
    with running(learner, "review") as terminal:
        ask(terminal, 1)
        terminal.type(" 3 3 3 3")
        ask(terminal, 5)
    assert len(learner.saved()) == 4


def test_a_bracketed_paste_rates_nothing(learner: Learner) -> None:
    with running(learner, "review") as terminal:
        ask(terminal, 1)
        terminal.type("\x1b[200~ 1 2 3\r4\x1b[201~")
        rate(terminal, 1)
        ask(terminal, 2)
    assert len(learner.saved()) == 1


def test_a_resize_of_the_terminal_only_redraws(learner: Learner) -> None:
    with running(learner, "review") as terminal:
        rate(terminal, 1)
        ask(terminal, 2)
        show_answer(terminal, 2)
        for size in ((60, 20), (120, 40), (30, 8), (80, 24)):
            terminal.resize(size)
            terminal.wait_for("30x8" if size == (30, 8) else "Answer 2")
        terminal.wait_for("1 Again")
        terminal.wait_for("Question 2?")
    assert len(learner.saved()) == 1


def test_a_stopped_program_comes_back_with_its_screen(learner: Learner) -> None:
    with running(learner, "review") as terminal:
        ask(terminal, 1)
        terminal.signal(signal.SIGTSTP)
        terminal.wait_until_stopped()
        terminal.signal(signal.SIGCONT)
        rate(terminal, 1)
        ask(terminal, 2)


def test_a_home_that_is_a_file_is_told_before_any_screen(learner: Learner) -> None:
    learner.locations.home = learner.locations.home / "settings.yaml"
    with running(learner, "review") as terminal:
        assert terminal.wait_for_end() == 3
    assert b"\x1b[?1049h" not in terminal.raw
    assert "a file is where a folder should be" in terminal.left_behind


def test_a_full_disk_is_told_and_its_answer_not_counted(learner: Learner) -> None:
    room_for_one_answer = 350
    learner.opens()
    with running(learner, "review", largest_file=room_for_one_answer) as terminal:
        rate(terminal, 1)
        rate(terminal, 2)
        terminal.wait_for("This answer is not saved.")
        terminal.wait_for("cannot save your answer")
        terminal.type("q")
        assert terminal.wait_for_end() == 3
    last_words = "1 reviewed, 35 left, saved, but for the last answer"
    assert last_words in terminal.left_behind
    assert len(learner.saved()) == 1


def test_an_empty_learner_has_nothing_written_by_looking(learner: Learner) -> None:
    before = sorted(learner.locations.home.rglob("*"))
    with running(learner) as terminal:
        terminal.wait_for("All decks")
        terminal.type("\r")
        ask(terminal, 1)
        terminal.type("q")
        terminal.wait_for_end()
    assert sorted(learner.locations.home.rglob("*")) == before


def test_the_last_card_leads_to_the_summary(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    with running(learner, "review") as terminal:
        rate(terminal, 1)
        terminal.wait_for("Session done")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert terminal.left_behind.strip() == "1 reviewed, 0 left, saved"


def test_keys_typed_while_pmflash_starts_are_obeyed(learner: Learner) -> None:
    with running(learner, "review") as terminal:
        terminal.type(" 3")
        ask(terminal, 2)
    assert len(learner.saved()) == 1
