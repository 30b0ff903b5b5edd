import pytest

from pmflash.answering.base import AskChoice
from pmflash.tui.inputs.choice import ChoiceInput
from tui.inputs.entering import drawn, press

OPTIONS = ("Descartes", "Flexport", "JD.com")
LISTED = "Which wins?\n(a) Descartes\n(b) Flexport\n(c) JD.com"


def a_choice(prompt: str = "Which one?") -> ChoiceInput:
    return ChoiceInput(AskChoice(OPTIONS), prompt)


def test_a_digit_picks_at_once() -> None:
    entered = a_choice()
    assert press(entered, "2") == (True,)
    assert entered.reply == ("Flexport",)
    assert entered.is_done


def test_a_digit_without_an_option_does_nothing() -> None:
    entered = a_choice()
    assert press(entered, "4", "0") == (False, False)
    assert entered.reply == ()


@pytest.mark.parametrize(
    ("keys", "picked"),
    [("j", 0), ("jj", 1), ("jjjj", 2), ("k", 2), ("kk", 1), ("jk", 0), ("jjk", 0)],
)
def test_enter_picks_what_is_marked(keys: str, picked: int) -> None:
    entered = a_choice()
    press(entered, *keys)
    assert not entered.is_done
    press(entered, "enter")
    assert entered.reply == (OPTIONS[picked],)


def test_enter_without_a_mark_is_left_to_the_screen() -> None:
    assert press(a_choice(), "enter") == (False,)


def test_the_marked_option_stands_behind_a_sign() -> None:
    entered = a_choice()
    press(entered, "j", "j")
    assert drawn(entered) == ["  1  Descartes", "> 2  Flexport", "  3  JD.com"]


def test_options_that_the_prompt_lists_are_not_told_twice() -> None:
    assert drawn(a_choice(LISTED)) == ["  1 (a)    2 (b)    3 (c)"]


def test_letters_pick_what_the_prompt_lists() -> None:
    entered = a_choice(LISTED)
    press(entered, "b")
    assert entered.reply == ("Flexport",)


def test_letters_pick_nothing_elsewhere() -> None:
    assert press(a_choice(), "b") == (False,)


def test_a_long_list_can_be_picked_to_its_end() -> None:
    entered = ChoiceInput(AskChoice(tuple(map(str, range(12)))), "")
    press(entered, *["j"] * 12, "enter")
    assert entered.reply == ("11",)
