from pmflash.answering.base import AskClock
from pmflash.tui.inputs.base import Ink
from pmflash.tui.inputs.clock import ClockInput
from tui.inputs.entering import drawn, press


class Stopwatch:
    """Seconds that a test sets."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def a_clock(limit: int = 90) -> tuple[ClockInput, Stopwatch]:
    watch = Stopwatch()
    return ClockInput(AskClock(limit, ("one", "two")), watch), watch


def test_enter_starts_the_clock() -> None:
    entered, watch = a_clock()
    assert drawn(entered) == ["0:00 of 1:30"]
    assert not entered.is_running
    press(entered, "enter")
    watch.seconds += 75
    assert entered.is_running
    assert drawn(entered) == ["1:15 of 1:30"]


def test_a_second_enter_is_left_to_the_screen_which_turns_the_card() -> None:
    entered, watch = a_clock()
    press(entered, "enter")
    watch.seconds += 20
    assert press(entered, "enter") == (False,)


def test_an_enter_that_is_held_down_does_not_stop_it() -> None:
    entered, watch = a_clock()
    press(entered, "enter")
    watch.seconds += 0.5
    assert press(entered, "enter") == (True,)


def test_past_the_limit_it_says_over() -> None:
    entered, watch = a_clock()
    press(entered, "enter")
    watch.seconds += 95
    line = entered.lines(60, lambda text, width: [text])[0]
    assert line.text == "1:35 of 1:30  over by 0:05"
    assert line.stretches[0][1] is Ink.WARNING


def test_turning_the_card_stops_it() -> None:
    entered, watch = a_clock()
    press(entered, "enter")
    watch.seconds += 60
    entered.turn("- one\n- two")
    watch.seconds += 60
    press(entered, "b")
    assert entered.reply == ("60", "two")
    assert drawn(entered) == ["1:00 of 1:30", "", "[ ] a  one", "[x] b  two"]


def test_without_the_clock_only_the_beats_count() -> None:
    entered, _ = a_clock()
    entered.turn("- one\n- two")
    replies = [entered.reply]
    press(entered, "a")
    replies.append(entered.reply)
    assert replies == [(), ("", "one")]


def test_without_a_limit_it_just_counts() -> None:
    entered, watch = a_clock(0)
    press(entered, "enter")
    watch.seconds += 600
    assert drawn(entered) == ["10:00"]
