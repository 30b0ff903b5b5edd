import json
from datetime import timedelta
from typing import Any

import pytest

from builders import DAY_0
from pmflash.scheduling.base import Scheduler
from pmflash.scheduling.registry import SCHEDULERS
from pmflash.study.rows import row_fields, row_of, standing_of
from pmflash.study.standing import UNSEEN, Standing

STATE = SCHEDULERS[0].review(None, 4, DAY_0)
STANDINGS = (
    UNSEEN,
    Standing(STATE),
    Standing(STATE, rev=3),
    Standing(STATE, True, DAY_0 + timedelta(days=1), True, "which figure?", 2),
    Standing(None, buried_on=DAY_0),
    Standing(None, note="{}"),
)


@pytest.mark.parametrize("standing", STANDINGS)
def test_a_standing_comes_back_from_its_row(standing: Standing) -> None:
    row = json.loads(json.dumps(row_of(standing, 7)))
    assert row[0] == 7
    assert standing_of(row, type(STATE)) == standing


@pytest.mark.parametrize("scheduler", SCHEDULERS, ids=lambda each: each.name)
def test_the_state_of_every_scheduler_comes_back_from_its_row(
    scheduler: Scheduler[Any],
) -> None:
    state = scheduler.review(scheduler.review(None, 4, DAY_0), 2, DAY_0)
    row = json.loads(json.dumps(row_of(Standing(state), 2)))
    assert standing_of(row, scheduler.state_type) == Standing(state)
    assert len(row) == len(row_fields(scheduler.state_type))
