"""Rules of a session, each with the keys and sizes that it names."""

import re
import signal
from pathlib import Path

import pytest

from learner import Learner, a_learner, deck_of
from pmflash.model.rating import Rating
from tui.sitting import sitting
from tui.terminal import Terminal, running

SIZES = ((120, 40), (80, 24), (60, 20), (40, 10))
SIXTY_LINES = "\\n".join(f"line {number}" for number in range(1, 61))
LEFT = re.compile(r"new +(\d+) +drill +(\d+) +due +(\d+)")


def rate(terminal: Terminal, key: str) -> None:
    terminal.wait_for("space answer")
    terminal.type(" ")
    terminal.wait_for("1 Again")
    terminal.type(key)


def left(terminal: Terminal) -> tuple[int, ...]:
    found = LEFT.search(terminal.picture)
    assert found, terminal.picture
    return tuple(map(int, found.groups()))


def asked(terminal: Terminal) -> str:
    terminal.wait_for("space answer")
    terminal.wait_until_quiet()
    found = re.search(r"Question \d+\?", terminal.picture)
    assert found, terminal.picture
    return found[0]


def test_a_new_learner_meets_a_card_and_no_file_is_written(tmp_path: Path) -> None:
    newcomer = a_learner(tmp_path)
    with running(newcomer) as terminal:
        terminal.wait_for("enter review")
        assert not newcomer.locations.home.exists()
        terminal.type("\r")
        terminal.wait_for("new card")
        terminal.wait_for("esc back")
        assert not newcomer.locations.home.exists()


def test_five_tabs_take_no_key_away(learner: Learner) -> None:
    with running(learner, "review") as terminal:
        terminal.wait_for("space answer")
        terminal.type("\t\t\t\t\t 3")
        terminal.wait_for("Question 2?")
    assert [event.rating for event in learner.saved()] == [Rating.GOOD]


async def test_twenty_spaces_of_a_held_key_rate_nothing(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press(*["space"] * 20, apart=0.033)
        assert "Answer 1" in desk.picture
        assert desk.saved == ()


def test_a_bracketed_paste_of_keys_rates_nothing(learner: Learner) -> None:
    with running(learner, "review") as terminal:
        terminal.wait_for("space answer")
        for _ in range(3):
            terminal.type("\x1b[200~ 1 2 3\x1b[201~")
        terminal.type("?")
        terminal.wait_for("Review: the keys")
    assert learner.saved() == ()


def test_eight_keys_in_one_write_rate_four_cards(learner: Learner) -> None:
    with running(learner, "review") as terminal:
        terminal.wait_for("space answer")
        terminal.type(" 3 4 1 2")
        terminal.wait_for("Question 5?")
    assert [event.rating for event in learner.saved()] == [
        *(Rating.GOOD, Rating.EASY, Rating.AGAIN, Rating.HARD)
    ]


def test_a_killed_sitting_goes_on_with_card_drill_and_counts(learner: Learner) -> None:
    with running(learner, "review") as terminal:
        for key in "331333331333":
            rate(terminal, key)
        card, waiting = asked(terminal), left(terminal)
        terminal.signal(signal.SIGKILL)
        terminal.wait_for_end()
    with running(learner, "review") as terminal:
        assert asked(terminal) == card
        assert left(terminal) == waiting
        terminal.type("u")
        terminal.wait_for("undid Good")


def test_two_cards_rated_again_do_not_end_the_session(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(2))
    with running(learner, "review") as terminal:
        rate(terminal, "1")
        terminal.wait_for("Question 2?")
        rate(terminal, "1")
        terminal.wait_for("drill 2")
        rate(terminal, "3")
        terminal.wait_for("drill 1")
        rate(terminal, "3")
        terminal.wait_for("Session done")


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
def test_the_header_tells_what_is_left(learner: Learner, size: tuple[int, int]) -> None:
    with running(learner, "review", size=size) as terminal:
        for passed in range(3):
            terminal.wait_for(f"Question {passed + 1}?")
            terminal.wait_for(f"{passed}/36")
            header, progress = terminal.picture.splitlines()[:2]
            assert re.search(r"Biology +new +\d+ +drill +0 +due +0$", header)
            assert re.search(r" \d+/36( done)? · \d+:\d\d$", progress)
            assert sum(left(terminal)) == 36 - passed
            rate(terminal, "3")


@pytest.mark.parametrize("size", SIZES)
def test_what_matters_is_on_four_sizes_of_terminal(
    learner: Learner, size: tuple[int, int]
) -> None:
    with running(learner, "review", size=size) as terminal:
        terminal.wait_for("space answer")
        terminal.type(" ")
        for needed in ("Question 1?", "Answer 1", "1 Again", "4 Easy", "q quit"):
            terminal.wait_for(needed)


def test_the_question_stays_and_the_sixtieth_line_is_reached(learner: Learner) -> None:
    text = f'facts: [{{id: f, q: "Question 1?", a: "{SIXTY_LINES}"}}]'
    learner.writes("decks/biology.yaml", f"title: Biology\n{text}\n")

    def place(terminal: Terminal) -> tuple[int, int]:
        lines = terminal.picture.splitlines()
        (row,) = [row for row, line in enumerate(lines) if "Question 1?" in line]
        return row, lines[row].index("Question 1?")

    with running(learner, "review") as terminal:
        terminal.wait_for("space answer")
        before = place(terminal)
        terminal.type(" ")
        terminal.wait_for("1 Again")
        terminal.wait_for("more lines")
        assert place(terminal) == before
        terminal.type("j" * 60)
        terminal.wait_for("line 60")


def test_two_windows_rate_every_card_once(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(6))
    with running(learner, "review") as one, running(learner, "review") as other:
        for window in (one, other):
            window.wait_for("space answer")
            window.type(" ")
            window.wait_for("1 Again")
        one.type("3")
        one.wait_for("1/6")
        other.type("4")
        other.wait_for("rated elsewhere")
        for done in range(1, 6):
            window = (one, other)[done % 2]
            window.type(" ")
            window.wait_for("1 Again")
            window.type("3")
            window.wait_for(f"{done + 1}/6" if done < 5 else "Session done")
            if done < 5:
                beside = (one, other)[(done + 1) % 2]
                beside.type(" ")
                beside.wait_for("1 Again")
                beside.type("2")
                beside.wait_for("rated elsewhere")
    answers = learner.saved()
    assert len({event.card for event in answers}) == len(answers) == 6
    assert {event.rating for event in answers} == {Rating.GOOD}
