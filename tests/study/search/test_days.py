from datetime import date

import pytest

from pmflash.study.search.days import stretch

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("today", TODAY, TODAY),
        ("Tomorrow", date(2026, 11, 22), date(2026, 11, 22)),
        ("yesterday", date(2026, 11, 20), date(2026, 11, 20)),
        ("7d", date(2026, 11, 28), date(2026, 11, 28)),
        ("-7d..+7d", date(2026, 11, 14), date(2026, 11, 28)),
        ("today..7d", TODAY, date(2026, 11, 28)),
        ("2026-12-17", date(2026, 12, 17), date(2026, 12, 17)),
        ("2026-12-01..2026-12-17", date(2026, 12, 1), date(2026, 12, 17)),
        ("..yesterday", date.min, date(2026, 11, 20)),
        ("tomorrow..", date(2026, 11, 22), date.max),
    ],
)
def test_days_are_read_as_people_write_them(text: str, first: date, last: date) -> None:
    assert stretch(text, TODAY) == (first, last)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("7d..today", "ends before it begins"),
        ("..", "has no day at either end"),
        ("2026-02-30", "names a day that no calendar has"),
        ("soon", "is no day"),
        ("7", "is no day"),
        ("123456d", "is no day"),
        ("2026-1-2", "is no day"),
        ("today...7d", "is no day"),
    ],
)
def test_what_is_no_day_is_told_apart(text: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        stretch(text, TODAY)


def test_days_beyond_the_calendar_are_no_days() -> None:
    with pytest.raises(ValueError, match="no calendar"):
        stretch("99999d", date(9999, 1, 1))
