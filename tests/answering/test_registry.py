import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import DAY_0, a_card
from pmflash.answering.base import OPEN, AnswerMode, AskNothing, Rightness, Verdict
from pmflash.answering.registry import ANSWER_MODES, FALLBACK, mode_of
from pmflash.model.mode import (
    REVEAL,
    Choice,
    Grid,
    Mode,
    Number,
    Order,
    Range,
    Rehearse,
    Ticks,
    Typed,
)
from pmflash.model.rating import Rating
from pmflash.model.text import one_line

WAYS: tuple[Mode, ...] = (
    REVEAL,
    Typed(("Problem",)),
    Number("0.07", "%"),
    Range("1", "2", "days"),
    Choice("a", ("a", "b")),
    Order(("a", "b", "c")),
    Ticks(("a", "b")),
    Grid(("r",), ("c", "d"), (("x", ""),)),
    Rehearse(("a", "b"), 90),
)
SUGGESTED = {
    Rightness.RIGHT: Rating.GOOD,
    Rightness.PARTLY: Rating.HARD,
    Rightness.WRONG: Rating.AGAIN,
    Rightness.OPEN: None,
}
DAYS = tuple(DAY_0 + timedelta(days=n) for n in range(60))

each_answer_mode = pytest.mark.parametrize(
    "answer_mode", ANSWER_MODES, ids=lambda mode: mode.name
)
each_way = pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
replies = st.lists(
    st.text() | st.sampled_from(["a", "b", "x", "1", "12 %", "Problem"]), max_size=4
)


def test_every_mode_that_a_card_can_have_is_listed() -> None:
    assert [mode.name for mode in ANSWER_MODES] == [way.name for way in WAYS]


@each_answer_mode
def test_an_answer_mode_has_a_plain_name(answer_mode: AnswerMode) -> None:
    assert re.fullmatch("[a-z]+(-[a-z]+)*", answer_mode.name)


@each_way
def test_a_card_is_answered_in_its_own_mode(way: Mode) -> None:
    assert mode_of(a_card(mode=way)).name == way.name


@each_way
def test_every_card_can_be_revealed_instead(way: Mode) -> None:
    card = a_card(mode=way)
    assert mode_of(card, reveal_only=True) is FALLBACK
    assert FALLBACK.ask(card, DAY_0) == AskNothing()
    assert FALLBACK.judge(card, ("a",)) == OPEN


@each_answer_mode
@each_way
def test_a_mode_leaves_a_card_of_another_mode_to_the_learner(
    answer_mode: AnswerMode, way: Mode
) -> None:
    if answer_mode.name != way.name:
        card = a_card(mode=way)
        assert answer_mode.ask(card, DAY_0) == AskNothing()
        assert answer_mode.judge(card, ("a",)) == OPEN


@each_way
@pytest.mark.parametrize("reply", [(), ("",), (" ", "\t")])
def test_an_empty_reply_leaves_the_verdict_to_the_learner(
    way: Mode, reply: tuple[str, ...]
) -> None:
    card = a_card(mode=way)
    assert mode_of(card).judge(card, reply) == OPEN


@each_way
@given(reply=replies)
def test_a_verdict_suggests_the_rating_that_goes_with_it(
    way: Mode, reply: list[str]
) -> None:
    card = a_card(mode=way)
    verdict = mode_of(card).judge(card, tuple(reply))
    assert verdict.suggested is SUGGESTED[verdict.rightness]


@each_way
@given(reply=replies)
def test_a_remark_is_one_line_that_is_safe_to_show(way: Mode, reply: list[str]) -> None:
    card = a_card(mode=way)
    remark = mode_of(card).judge(card, tuple(reply)).remark
    assert len(remark) <= 140
    assert remark == one_line(remark)


@each_way
@pytest.mark.parametrize("day", DAYS[:3])
def test_a_card_asks_the_same_all_day(way: Mode, day: date) -> None:
    card = a_card(mode=way)
    assert mode_of(card).ask(card, day) == mode_of(card).ask(card, day)


@each_way
def test_a_very_long_reply_is_judged_like_any_other(way: Mode) -> None:
    card = a_card(mode=way)
    for text in ("9" * 10**6, "e\u0301\u0327" * 10**5, "1-" * 10**5, "\ufdfa" * 10**5):
        assert isinstance(mode_of(card).judge(card, (text, text)), Verdict)
