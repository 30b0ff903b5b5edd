from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmflash.answering.base import (
    Ask,
    AskChoice,
    AskClock,
    AskGrid,
    AskNothing,
    AskNumber,
    AskOrder,
    AskRange,
    AskText,
    AskTicks,
)
from pmflash.model.cells import cells
from pmflash.tui.first_frame import wrapped
from pmflash.tui.inputs.registry import INPUTS, input_for
from tui.inputs.entering import press

LONG = "a very long text that does not fit on any line of a narrow terminal"
ASKS: tuple[Ask, ...] = (
    AskNothing(),
    AskText(),
    AskNumber("% of baseline accuracy"),
    AskRange("$"),
    AskChoice(("one", "two", LONG)),
    AskOrder((LONG, "b", "c")),
    AskTicks(("a", "b", LONG)),
    AskGrid((LONG,), ("PM", "Engineer"), ("R", "A", "C", "I", "RA")),
    AskClock(90, ("first", LONG)),
)
NAMED_KEYS = (
    *("space", "enter", "tab", "left", "right", "up", "down", "home", "end"),
    *("backspace", "delete", "ctrl+u", "ctrl+w", "shift+up", "shift+down"),
    *("escape", "f1", "pagedown"),
)
KEYS = st.sampled_from((*"abcdefghijklmnopqrstuvwxyzJKRA0123456789-", *NAMED_KEYS))

each_ask = pytest.mark.parametrize("ask", ASKS, ids=lambda ask: type(ask).__name__)


def test_every_ask_has_its_input() -> None:
    assert {*INPUTS} == {*get_args(Ask)} == {type(ask) for ask in ASKS}


@each_ask
def test_nothing_is_entered_at_first(ask: Ask) -> None:
    entered = input_for(ask, "")
    assert entered.reply == ()
    assert not entered.is_done


@each_ask
def test_a_space_on_an_empty_reply_is_left_to_the_screen(ask: Ask) -> None:
    entered = input_for(ask, "")
    assert press(entered, "space") == (False,)
    assert entered.reply == ()


@each_ask
def test_every_input_invites_on_one_line(ask: Ask) -> None:
    assert 0 < len(input_for(ask, "").invitation) <= 58


@each_ask
@pytest.mark.parametrize("width", [34, 50, 70, 96])
def test_no_line_is_wider_than_the_card(ask: Ask, width: int) -> None:
    entered = input_for(ask, "")
    entered.turn("")
    for each in (input_for(ask, ""), entered):
        assert all(cells(line.text) <= width for line in each.lines(width, wrapped))


@each_ask
@given(keys=st.lists(KEYS, max_size=40))
def test_no_key_breaks_an_input(ask: Ask, keys: list[str]) -> None:
    entered = input_for(ask, "")
    press(entered, *keys)
    entered.turn("- a\n- b")
    press(entered, *keys)
    entered.lines(40, wrapped)
    assert all(isinstance(part, str) for part in entered.reply)


@each_ask
def test_what_the_footer_tells_is_also_in_the_help(ask: Ask) -> None:
    entered = input_for(ask, "")
    for action in entered.actions:
        assert action.help.endswith(".")
        assert action.shown_key
