import pytest

from pmflash.answering.base import AskGrid
from pmflash.tui.inputs.grid import GridInput
from tui.inputs.entering import drawn, press

RACI = AskGrid(("Launch",), ("PM", "Legal"), ("R", "A", "C", "I", "RA"))
MATRIX = AskGrid(("high", "low"), ("small", "large"), ("do", "plan", "drop"))
LONG = "a long row that leaves no room for the columns beside it at all, not even one"


@pytest.mark.parametrize("keys", ["1c", "r3", "RC"])
def test_letters_and_digits_fill_one_cell_after_the_other(keys: str) -> None:
    entered = GridInput(RACI)
    press(entered, *keys)
    assert entered.reply == ("R", "C")


def test_a_value_of_two_letters_has_a_digit() -> None:
    entered = GridInput(RACI)
    press(entered, "5")
    assert entered.reply == ("RA", "")


def test_the_mark_moves_between_the_cells() -> None:
    entered = GridInput(MATRIX)
    press(entered, "j", "l", "3", "k", "1", "h", "h", "2")
    assert entered.reply == ("", "do", "plan", "drop")


def test_a_cell_can_be_emptied() -> None:
    entered = GridInput(MATRIX)
    press(entered, "1", "left", "backspace")
    assert entered.reply == ()


def test_a_table_is_drawn_where_it_fits() -> None:
    entered = GridInput(MATRIX)
    press(entered, "2")
    assert drawn(entered) == [
        "        small    large",
        "high    plan   > ·",
        "low     ·        ·",
        "",
        "1 do   2 plan   3 drop",
    ]


def test_a_wide_table_becomes_a_list_of_cells() -> None:
    entered = GridInput(AskGrid((LONG,), ("PM", "Legal"), ("R", "A")))
    press(entered, "a")
    assert drawn(entered) == ["  PM       A", "  Legal  > ·", "", "1 R   2 A"]


def test_many_values_have_keys_that_are_no_commands() -> None:
    values = tuple(f"value {number}" for number in range(20))
    entered = GridInput(AskGrid(("a",), ("b",), values))
    assert not any(press(entered, *"befiqsuz"))
    press(entered, "a")
    assert entered.reply == ("value 9",)
