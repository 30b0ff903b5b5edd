from datetime import date, datetime, timedelta, timezone

import pytest

from pmflash.model.study_day import study_day

MONDAY, SUNDAY = date(2026, 1, 5), date(2026, 1, 4)


@pytest.mark.parametrize(
    ("hour", "minute", "day"),
    [(0, 0, SUNDAY), (3, 59, SUNDAY), (4, 0, MONDAY), (23, 59, MONDAY)],
)
def test_a_study_day_begins_at_its_hour(hour: int, minute: int, day: date) -> None:
    assert study_day(datetime(2026, 1, 5, hour, minute), 4) == day


def test_a_study_day_may_begin_at_midnight() -> None:
    assert study_day(datetime(2026, 1, 5), 0) == MONDAY


def test_a_study_day_may_begin_late_in_the_evening() -> None:
    assert study_day(datetime(2026, 1, 5, 22, 59), 23) == SUNDAY
    assert study_day(datetime(2026, 1, 5, 23, 0), 23) == MONDAY


def test_the_learners_own_clock_counts_and_not_utc() -> None:
    tokyo = timezone(timedelta(hours=9))
    assert study_day(datetime(2026, 1, 5, 5, tzinfo=tokyo), 4) == MONDAY


def test_a_study_day_runs_over_the_end_of_a_leap_february() -> None:
    assert study_day(datetime(2028, 3, 1, 2), 4) == date(2028, 2, 29)
