from pmflash.answering.base import AskTicks
from pmflash.tui.inputs.ticks import TicksInput
from tui.inputs.entering import drawn, press

ANSWER = "- Impact – on the market\n- Pay\nIn this order.\n\nMore."


def ticks() -> TicksInput:
    return TicksInput(AskTicks(("Impact", "Pay")))


def test_nothing_of_the_answer_is_drawn_before_it_is_shown() -> None:
    assert drawn(ticks()) == []


def test_no_letter_ticks_before_the_answer_is_shown() -> None:
    entered = ticks()
    assert press(entered, "a", "b") == (False, False)


def test_letters_tick_and_untick() -> None:
    entered = ticks()
    entered.turn(ANSWER)
    press(entered, "b", "a", "b")
    assert entered.reply == ("Impact",)


def test_the_boxes_take_the_place_of_the_list_in_the_answer() -> None:
    entered = ticks()
    assert entered.turn(ANSWER) == "In this order.\n\nMore."
    press(entered, "b")
    assert drawn(entered) == ["[ ] a  Impact – on the market", "[x] b  Pay"]


def test_an_answer_in_other_words_is_shown_as_it_is() -> None:
    entered = ticks()
    assert entered.turn("Two things: impact, pay") == "Two things: impact, pay"
    assert drawn(entered) == ["[ ] a  Impact", "[ ] b  Pay"]


def test_digits_and_commands_are_left_to_the_screen() -> None:
    entered = ticks()
    entered.turn(ANSWER)
    assert not any(press(entered, *"1234cefuz", "space", "enter"))


def test_what_is_ticked_comes_in_the_authors_order() -> None:
    entered = ticks()
    entered.turn(ANSWER)
    press(entered, "b", "a")
    assert entered.reply == ("Impact", "Pay")


MANY = tuple(f"state {number}" for number in range(1, 51))


def many() -> TicksInput:
    entered = TicksInput(AskTicks(MANY))
    entered.turn("\n".join(f"- {item}" for item in MANY))
    return entered


def test_a_box_that_no_letter_is_left_for_is_ticked_by_the_mark() -> None:
    entered = many()
    press(entered, *["j"] * 60, "enter", "k", "up", "enter", "y")
    assert entered.reply == ("state 18", "state 48", "state 50")
    assert drawn(entered)[17] == "  [x] y  state 18"
    assert drawn(entered)[47] == "> [x]    state 48"


def test_only_the_marked_box_must_be_in_sight() -> None:
    entered = many()
    press(entered, "down")
    marked = [line.is_marked for line in entered.lines(60, lambda text, _: [text])]
    assert [place for place, is_marked in enumerate(marked) if is_marked] == [1]


def test_where_letters_suffice_the_keys_of_the_mark_are_left_to_the_screen() -> None:
    entered = ticks()
    entered.turn(ANSWER)
    assert not any(press(entered, "j", "k", "up", "down", "enter"))
