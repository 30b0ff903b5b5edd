from pmflash.answering.base import AskText
from pmflash.tui.inputs.text import TextInput
from tui.inputs.entering import drawn, press, typed


def test_what_is_typed_is_the_reply() -> None:
    entered = TextInput(AskText())
    typed(entered, "dwell time")
    assert entered.reply == ("dwell time",)


def test_command_letters_are_text() -> None:
    entered = TextInput(AskText())
    assert all(press(entered, *"uhqjk?z"))
    assert entered.reply == ("uhqjk?z",)


def test_enter_is_left_to_the_screen() -> None:
    entered = TextInput(AskText())
    typed(entered, "yes")
    assert press(entered, "enter") == (False,)


def test_a_paste_becomes_one_line() -> None:
    entered = TextInput(AskText())
    assert entered.paste(" dwell\r\n time ")
    assert entered.reply == ("dwell time",)


def test_the_cursor_stands_behind_the_text() -> None:
    entered = TextInput(AskText())
    assert drawn(entered) == ["> _"]
    typed(entered, "drift")
    assert drawn(entered) == ["> drift_"]


def test_spaces_alone_are_no_reply() -> None:
    entered = TextInput(AskText())
    entered.paste("   ")
    assert entered.reply == ()
