import re

import pytest

from builders import a_card
from pmflash.answering.base import AnswerMode, Verdict
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

WAYS: tuple[Mode, ...] = (
    REVEAL,
    Typed(("Problem",)),
    Number("0.07", "%"),
    Range("1", "2", "days"),
    Choice("a", ("a", "b")),
    Order(("a", "b")),
    Ticks(("a", "b")),
    Grid(("r",), ("c",), (("x",),)),
    Rehearse(("a", "b"), 90),
)

each_answer_mode = pytest.mark.parametrize(
    "answer_mode", ANSWER_MODES, ids=lambda mode: mode.name
)


@each_answer_mode
def test_an_answer_mode_is_named_like_the_mode_on_a_card(
    answer_mode: AnswerMode,
) -> None:
    assert re.fullmatch("[a-z]+(-[a-z]+)*", answer_mode.name)
    assert answer_mode.name in {way.name for way in WAYS}


def test_no_two_answer_modes_share_a_name() -> None:
    names = [mode.name for mode in ANSWER_MODES]
    assert len({*names}) == len(names)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_every_card_can_be_answered_and_judged(way: Mode) -> None:
    card = a_card(mode=way)
    answer_mode = mode_of(card)
    assert answer_mode.ask(card) is not None
    assert isinstance(answer_mode.judge(card, "any reply"), Verdict)


@each_answer_mode
def test_a_card_is_answered_in_its_own_mode(answer_mode: AnswerMode) -> None:
    (way,) = (way for way in WAYS if way.name == answer_mode.name)
    assert mode_of(a_card(mode=way)) is answer_mode


def test_a_card_whose_mode_is_not_listed_is_revealed() -> None:
    listed = {mode.name for mode in ANSWER_MODES}
    others = [way for way in WAYS if way.name not in listed]
    assert {mode_of(a_card(mode=way)) for way in others} <= {FALLBACK}
    assert FALLBACK.name == "reveal"
