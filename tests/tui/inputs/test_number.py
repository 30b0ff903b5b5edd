import pytest

from pmflash.answering.base import AskNumber
from pmflash.tui.inputs.number import NumberInput
from tui.inputs.entering import drawn, typed


@pytest.mark.parametrize(
    ("unit", "line"),
    [
        ("days", "[ 27_              ] days"),
        ("$", "$ [ 27_              ]"),
        ("$ M", "$ [ 27_              ] M"),
        ("", "[ 27_              ]"),
    ],
)
def test_the_unit_stands_where_it_is_written(unit: str, line: str) -> None:
    entered = NumberInput(AskNumber(unit))
    typed(entered, "27")
    assert drawn(entered) == [line]
    assert entered.reply == ("27",)


def test_a_long_unit_stands_below() -> None:
    lines = drawn(NumberInput(AskNumber("% of baseline accuracy")), width=34)
    assert lines == ["[ _                ]", "% of baseline accuracy"]


def test_what_is_no_number_is_not_taken_for_an_answer() -> None:
    entered = NumberInput(AskNumber("days"))
    typed(entered, "zubus")
    assert entered.take("enter", "\r")
    assert drawn(entered)[-1].startswith("One number is asked for.")
    typed(entered, "2")
    assert len(drawn(entered)) == 1
    assert not entered.take("enter", "\r")
