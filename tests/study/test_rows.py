import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from builders import DAY_0
from pmflash.scheduling.base import Scheduler
from pmflash.scheduling.registry import SCHEDULERS
from pmflash.study.rows import are_rows, row_fields, row_of, standing_of
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


SPOKEN = Standing(STATE, last_spoken_seconds=90, best_spoken_seconds=80)
ODD: tuple[Any, ...] = (None, True, 1.5, "2026-13-01", "x", 7, [], [1, 2], {}, {"x": 1})


def shapes_of(value: Any) -> Iterator[Any]:
    """All that differs from `value` in one place, which holds something odd."""
    if isinstance(value, list):
        for place, each in enumerate(value):
            for other in shapes_of(each):
                yield [*value[:place], other, *value[place + 1 :]]
        yield value[:-1]
        yield [*value, 7]
    if isinstance(value, dict):
        for name, each in value.items():
            for other in shapes_of(each):
                yield {**value, name: other}
        yield {**value, "mood": "fine"}
    yield from (odd for odd in ODD if type(odd) is not type(value))
    if isinstance(value, str):
        yield "2026-13-01"


@pytest.mark.parametrize("standing", [*STANDINGS, SPOKEN])
def test_what_passes_for_a_row_becomes_a_standing(standing: Standing) -> None:
    row = json.loads(json.dumps(row_of(standing, 7)))
    assert are_rows([row, row], type(STATE))
    for odd in shapes_of(row):
        if are_rows([row, odd], type(STATE)):
            again = row_of(standing_of(odd, type(STATE)), odd[0])
            assert [type(each) for each in again] == [type(each) for each in odd]


@pytest.mark.parametrize(
    "odd", [None, "row", {}, [], ["7"], [7, 8], [7, {"rev": "1"}], [7, {"mood": 1}]]
)
def test_anything_else_passes_for_no_row(odd: Any) -> None:
    assert not are_rows([odd], type(STATE))


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
