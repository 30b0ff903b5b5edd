import pytest

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
    Reply,
)
from pmflash.cli.plain_aloud import ClockQuestion
from pmflash.cli.plain_question import Question
from pmflash.cli.plain_questions import question_for

CHOICE = AskChoice(("Data", "Problem", "Product"))
LISTED = "Which one?\n(a) Data\n(b) Problem\n(c) Product"
ORDER = AskOrder(("screen", "panel", "debrief"))
TICKS = AskTicks(("Problem", "Data", "Product"))
ROW = AskGrid(("launch",), ("PM", "Legal"), ("R", "A", "C", "I", "RA"))
TABLE = AskGrid(("high", "low"), ("low", "high"), ("Do it now", "Drop it"))


def asked(ask: Ask, *lines: str, prompt: str = "Which?") -> Question:
    """The question after these lines, all of which it understood."""
    question = question_for(ask, prompt)
    for line in lines:
        assert question.take(line), line
    return question


@pytest.mark.parametrize(
    ("ask", "line"),
    [(AskText(), "Probelm"), (AskNumber("days"), "two weeks"), (AskRange("$"), "1-2k")],
)
def test_a_line_of_text_is_the_reply_as_it_was_typed(ask: Ask, line: str) -> None:
    question = asked(ask, line)
    assert (question.reply, question.is_done) == ((line,), True)
    assert question.is_typed


@pytest.mark.parametrize("line", ["q", "Probelm", "5 or 6"])
def test_what_is_not_one_number_is_no_reply_where_one_is_asked_for(line: str) -> None:
    question = asked(AskNumber("days"))
    assert not question.take(line)
    assert not question.is_done


def test_a_number_is_asked_for_with_its_unit() -> None:
    assert ", in days. " in asked(AskNumber("days")).how
    assert asked(AskNumber("")).how.startswith("Type the number. ")


@pytest.mark.parametrize("line", ["2", "Problem", "PROBLEM", " problem "])
def test_an_option_is_chosen_by_number_or_text(line: str) -> None:
    assert asked(CHOICE, line).reply == ("Problem",)


@pytest.mark.parametrize("line", ["b", "B", "(b)", "2"])
def test_an_option_is_chosen_by_the_letter_that_the_prompt_gives_it(line: str) -> None:
    question = asked(CHOICE, line, prompt=LISTED)
    assert (question.reply, question.lines) == (("Problem",), ())


def test_options_that_the_prompt_does_not_list_have_numbers() -> None:
    question = asked(CHOICE)
    assert question.lines == ("1 Data", "2 Problem", "3 Product")
    assert not question.take("b")


@pytest.mark.parametrize("line", ["3 1 2", "3,1,2", "312", "3; 1 2"])
def test_an_order_is_given_in_numbers(line: str) -> None:
    assert asked(ORDER, line).reply == ("debrief", "screen", "panel")


@pytest.mark.parametrize("line", ["1 2", "1 1 2", "1 2 4", "0 1 2", "a b c", "²13"])
def test_an_order_without_every_number_once_is_not_understood(line: str) -> None:
    assert not asked(ORDER).take(line)


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        ("R A", ("R", "A")),
        ("r,ra", ("R", "RA")),
        ("- 5", ("", "RA")),
        ("4 .", ("I", "")),
    ],
)
def test_a_row_is_given_in_values_or_their_numbers(line: str, reply: Reply) -> None:
    question = asked(ROW, line)
    assert (question.reply, question.is_done) == (reply, True)


@pytest.mark.parametrize("line", ["R", "R A C", "R X", "6 1", "Legal"])
def test_a_row_with_other_cells_is_not_understood(line: str) -> None:
    assert not asked(ROW).take(line)


def test_a_table_is_asked_row_by_row() -> None:
    question = asked(TABLE)
    assert question.how.startswith("Row 1 of 2, high. Reply with 2 values")
    question = asked(TABLE, "1 2")
    assert question.how.startswith("Row 2 of 2, low. ")
    assert not question.is_done
    assert asked(TABLE, "1 2", "2 -").reply == ("Do it now", "Drop it", "Drop it", "")


def test_the_letters_that_tick_stand_in_the_answer() -> None:
    question = question_for(TICKS, "")
    shown = question.turn("- Problem – a KPI\n- Data\n- Product\nIn this order.")
    assert shown == "a Problem – a KPI\nb Data\nc Product\nIn this order."
    assert "letters, a to c, of" in question.how_to_tick


def test_the_letters_that_tick_stand_below_an_answer_that_lists_other_things() -> None:
    shown = question_for(TICKS, "").turn("- Three things")
    assert shown == "- Three things\na Problem\nb Data\nc Product"


@pytest.mark.parametrize("line", ["a c", "ca", "A, C"])
def test_things_are_ticked_by_letter(line: str) -> None:
    question = question_for(TICKS, "")
    assert question.tick(line)
    assert question.reply == ("Problem", "Product")


def test_numbers_tick_what_no_letter_is_left_for() -> None:
    items = tuple(f"state {number}" for number in range(1, 51))
    question = question_for(AskTicks(items), "")
    shown = question.turn("\n".join(f"- {item}" for item in items))
    assert "\ny state 18\n19 state 19\n" in shown
    assert "letters and numbers, a to 50, of" in question.how_to_tick
    assert question.tick("ab y 19, 50")
    places = (1, 2, 18, 19, 50)
    assert question.reply == tuple(f"state {place}" for place in places)
    assert not question.tick("2")


def test_ticks_replace_those_before() -> None:
    question = question_for(TICKS, "")
    assert question.tick("a")
    assert question.tick("b")
    assert question.reply == ("Data",)


@pytest.mark.parametrize("line", ["d", "1", "ab1", ":", "undo", "help", "a quit"])
def test_other_letters_tick_nothing(line: str) -> None:
    question = question_for(TICKS, "")
    assert not question.tick(line)
    assert question.reply == ()


def test_a_clock_runs_from_its_start_to_the_answer() -> None:
    times = iter((10.0, 105.5))
    question = ClockQuestion(AskClock(90, ("hook", "ask")), lambda: next(times))
    assert ", in 90 seconds. " in question.how
    assert question.take("c")
    assert question.how.startswith("The clock runs.")
    question.turn("- hook\n- ask")
    assert [*question.reply] == ["95"]
    assert question.tick("b")
    assert [*question.reply] == ["95", "ask"]


def test_a_clock_that_never_ran_gives_no_time() -> None:
    question = question_for(AskClock(0, ("hook", "ask")), "")
    question.turn("- hook\n- ask")
    assert [*question.reply] == []
    assert question.tick("a")
    assert [*question.reply] == ["", "hook"]


@pytest.mark.parametrize("ask", [AskNothing(), TICKS, AskClock(0, ("hook",))])
def test_what_is_said_aloud_is_not_written(ask: Ask) -> None:
    question = question_for(ask, "")
    assert not question.take("Problem")
    assert not question.is_typed
