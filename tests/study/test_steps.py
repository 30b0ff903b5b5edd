from datetime import timedelta

import pytest

from builders import DAY_0, an_event
from pmflash.model.event import EventKind
from pmflash.model.rating import Rating
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.steps import steps


def told(*days_and_qualities: tuple[int, int]) -> list[tuple[int, str]]:
    reviews = [
        an_event(day=DAY_0 + timedelta(days=day), quality=quality)
        for day, quality in days_and_qualities
    ]
    return [
        (step.state.interval_days, step.reason)
        for step in steps(reviews, Sm2())
        if step.state is not None
    ]


def test_the_first_two_intervals_are_fixed() -> None:
    assert told((0, 4), (1, 4)) == [
        (1, "the first interval"),
        (6, "the second interval"),
    ]


def test_later_intervals_grow_by_the_ease_from_before_the_answer() -> None:
    assert told((0, 5), (1, 5), (7, 5))[-1] == (16, "6 days × ease 2.70")


def test_a_lapse_starts_over() -> None:
    assert told((0, 4), (1, 1))[-1] == (1, "forgotten, so it starts over")


@pytest.mark.parametrize(
    ("answers", "last"),
    [
        (
            [(0, 4), (0, 4)],
            (1, "known before it was due, which changes nothing yet"),
        ),
        (
            [(0, 4), (1, 4), (7, 4), (12, 4)],
            (15, "known early, after 5 of 15 days; ease 2.50"),
        ),
    ],
)
def test_an_early_answer_says_so(
    answers: list[tuple[int, int]], last: tuple[int, str]
) -> None:
    assert told(*answers)[-1] == last


def test_marks_have_no_state_of_their_own() -> None:
    flag = an_event(kind=EventKind.FLAG, rating=None, quality=None)
    assert steps([flag], Sm2())[0].state is None


def test_after_a_reset_the_intervals_begin_anew() -> None:
    first, second = an_event(), an_event()
    reset = an_event(kind=EventKind.RESET, rating=None, quality=None)
    found = steps([first, reset, second], Sm2())
    assert found[-1].reason == "the first interval"


def test_drill_answers_move_nothing() -> None:
    drill = an_event(kind=EventKind.DRILL, rating=Rating.GOOD)
    assert steps([an_event(), drill], Sm2())[-1].reason == ""


def test_a_second_flag_takes_the_first_off() -> None:
    flags = [an_event(kind=EventKind.FLAG, rating=None, quality=None)] * 2
    assert [step.is_flagged for step in steps(flags, Sm2())] == [True, False]
