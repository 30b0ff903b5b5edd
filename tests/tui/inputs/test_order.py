import pytest

from pmflash.answering.base import AskOrder
from pmflash.tui.inputs.order import OrderInput
from tui.inputs.entering import drawn, press


def an_order() -> OrderInput:
    return OrderInput(AskOrder(("panel", "screen", "debrief")))


@pytest.mark.parametrize("down", ["J", "shift+down"])
@pytest.mark.parametrize("up", ["K", "shift+up"])
def test_an_item_moves_down_and_up(down: str, up: str) -> None:
    entered = an_order()
    press(entered, down, down, up)
    assert entered.reply == ("screen", "panel", "debrief")


def test_the_mark_goes_with_the_item() -> None:
    entered = an_order()
    press(entered, "J")
    assert drawn(entered) == ["  1  screen", "> 2  panel", "  3  debrief"]


def test_a_digit_marks_an_item() -> None:
    entered = an_order()
    press(entered, "3", "K")
    assert entered.reply == ("panel", "debrief", "screen")


def test_an_order_that_nobody_touched_is_no_reply() -> None:
    entered = an_order()
    press(entered, "j", "j", "k")
    assert entered.reply == ()


def test_an_item_stops_at_the_ends() -> None:
    entered = an_order()
    press(entered, "K")
    assert entered.reply == ("panel", "screen", "debrief")


def test_enter_is_left_to_the_screen() -> None:
    assert press(an_order(), "enter", "space") == (False, False)
