import pytest

from pmflash.answering.base import AskRange
from pmflash.tui.inputs.range import RangeInput
from tui.inputs.entering import drawn, press, typed


def a_range() -> RangeInput:
    return RangeInput(AskRange("$"))


@pytest.mark.parametrize("key", ["tab", "shift+tab", "enter"])
def test_both_ends_are_typed_one_after_the_other(key: str) -> None:
    entered = a_range()
    typed(entered, "155")
    press(entered, key)
    typed(entered, "180k")
    assert entered.reply == ("155", "180k")


@pytest.mark.parametrize("text", ["155-180k", "155 to 180", "155k – 180k", "1..2"])
def test_enter_checks_a_range_typed_in_one_place(text: str) -> None:
    entered = a_range()
    typed(entered, text)
    assert press(entered, "enter") == (False,)
    assert entered.reply == (text, "")


def test_enter_checks_when_both_ends_are_there() -> None:
    entered = a_range()
    typed(entered, "155")
    press(entered, "tab", "1")
    assert press(entered, "enter") == (False,)


def test_enter_checks_one_end_when_it_comes_twice() -> None:
    entered = a_range()
    typed(entered, "155")
    assert press(entered, "enter", "enter") == (True, False)
    assert entered.reply == ("155", "")


def test_a_space_in_an_empty_second_end_turns_no_card() -> None:
    entered = a_range()
    press(entered, "1", "tab")
    assert press(entered, "space") == (True,)
    assert entered.reply == ("1", "")


def test_a_paste_goes_where_the_cursor_is() -> None:
    entered = a_range()
    press(entered, "tab")
    entered.paste("180,000")
    assert entered.reply == ("", "180,000")


def test_the_ends_share_a_line_where_there_is_room() -> None:
    assert drawn(a_range()) == ["$ [ _                ] to $ [                  ]"]
    assert drawn(a_range(), width=34) == [
        "   $ [ _                ]",
        "to $ [                  ]",
    ]
