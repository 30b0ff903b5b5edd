from datetime import date, timedelta

import pytest

from pmflash.study.weeks import weeks_until

WEDNESDAY = date(2026, 1, 7)


def test_weeks_begin_on_monday_but_for_the_first() -> None:
    weeks = weeks_until({}, WEDNESDAY, date(2026, 1, 20), most=9)
    assert [(week.first, week.last) for week in weeks] == [
        (WEDNESDAY, date(2026, 1, 11)),
        (date(2026, 1, 12), date(2026, 1, 18)),
        (date(2026, 1, 19), date(2026, 1, 20)),
    ]


def test_what_is_late_counts_to_the_first_week() -> None:
    due = {date(2025, 6, 1): 3, WEDNESDAY: 2, date(2026, 1, 12): 5}
    weeks = weeks_until(due, WEDNESDAY, date(2026, 1, 14), most=9)
    assert [week.due for week in weeks] == [5, 5]


@pytest.mark.parametrize("days", [*range(30)])
def test_every_day_until_then_counts_once(days: int) -> None:
    until = WEDNESDAY + timedelta(days=days)
    due = {WEDNESDAY + timedelta(days=ahead): 1 for ahead in range(60)}
    weeks = weeks_until(due, WEDNESDAY, until, most=99)
    assert sum(week.due for week in weeks) == days + 1


def test_there_are_never_more_weeks_than_wanted() -> None:
    assert len(weeks_until({}, WEDNESDAY, date.max, most=26)) == 26
