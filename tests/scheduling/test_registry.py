from dataclasses import fields
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from builders import DAY_0
from pmflash.scheduling.base import CardState, Scheduler
from pmflash.scheduling.registry import SCHEDULERS

EVERY_SCHEDULER = pytest.mark.parametrize(
    "scheduler", SCHEDULERS, ids=lambda scheduler: scheduler.name
)


def test_scheduler_names_are_unique() -> None:
    assert len({scheduler.name for scheduler in SCHEDULERS}) == len(SCHEDULERS)


@EVERY_SCHEDULER
@pytest.mark.parametrize("quality", range(6))
def test_a_first_answer_makes_a_card_due_later(
    scheduler: Scheduler[Any], quality: int
) -> None:
    state = scheduler.review(None, quality, DAY_0)
    assert (state.due_on - DAY_0).days == state.interval_days >= 1


@EVERY_SCHEDULER
@pytest.mark.parametrize("quality", range(6))
def test_every_interval_has_a_reason(scheduler: Scheduler[Any], quality: int) -> None:
    first = scheduler.review(None, 4, DAY_0)
    for day in (DAY_0, first.due_on):
        assert scheduler.reason(None, quality, day)
        assert scheduler.reason(first, quality, day)


@EVERY_SCHEDULER
def test_reviews_are_counted(scheduler: Scheduler[Any]) -> None:
    first = scheduler.review(None, 4, DAY_0)
    assert scheduler.review(first, 2, first.due_on).review_count == 2


@EVERY_SCHEDULER
def test_the_same_answers_always_give_the_same_state(scheduler: Scheduler[Any]) -> None:
    assert scheduler.review(None, 4, DAY_0) == scheduler.review(None, 4, DAY_0)


@EVERY_SCHEDULER
def test_a_replay_is_one_review_after_the_other(scheduler: Scheduler[Any]) -> None:
    for qualities in product((0, 2, 3, 5), repeat=4):
        for days in ((0, 1, 6, 20), (0, 0, 3, 300), (0, 9, 8, 7)):
            reviews = [*zip(qualities, map(day_after, days), strict=True)]
            state = None
            for quality, on in reviews:
                state = scheduler.review(state, quality, on)
            assert scheduler.replay(None, reviews) == state
            halfway = scheduler.replay(None, reviews[:2])
            assert scheduler.replay(halfway, reviews[2:]) == state


@EVERY_SCHEDULER
def test_a_replay_of_nothing_changes_nothing(scheduler: Scheduler[Any]) -> None:
    state = scheduler.review(None, 4, DAY_0)
    assert scheduler.replay(None, ()) is None
    assert scheduler.replay(state, ()) is state


@EVERY_SCHEDULER
def test_a_state_is_days_and_plain_values(scheduler: Scheduler[Any]) -> None:
    state = scheduler.review(None, 4, DAY_0)
    assert type(state) is scheduler.state_type
    assert fields(state)[: len(fields(CardState))] == fields(CardState)
    kinds = {type(getattr(state, field.name)) for field in fields(state)}
    assert kinds <= {date, int, float, str}


def day_after(days: int) -> date:
    return DAY_0 + timedelta(days=days)
