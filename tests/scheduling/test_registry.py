from typing import Any

import pytest

from builders import DAY_0
from pmflash.scheduling.base import Scheduler
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
