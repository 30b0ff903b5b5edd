from datetime import date

import pytest

from pmflash.study.day_meant import NoDayError, day_meant

SATURDAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-17", date(2026, 12, 17)),
        ("17 Dec", date(2026, 12, 17)),
        ("dec 17th", date(2026, 12, 17)),
        ("17 December 2027", date(2027, 12, 17)),
        ("20 Nov", date(2027, 11, 20)),
        ("21 nov", SATURDAY),
        ("29 Feb", date(2028, 2, 29)),
        ("today", SATURDAY),
        ("Tomorrow", date(2026, 11, 22)),
        ("in 3 weeks", date(2026, 12, 12)),
        ("in three weeks", date(2026, 12, 12)),
        ("a week", date(2026, 11, 28)),
        ("10 days", date(2026, 12, 1)),
        ("in 3 months", date(2027, 2, 21)),
        ("Sunday", date(2026, 11, 22)),
        ("sat", date(2026, 11, 28)),
        ("next thursday", date(2026, 11, 26)),
        ("  2026-12-17 ", date(2026, 12, 17)),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: date) -> None:
    assert day_meant(text, SATURDAY) == day


def test_a_month_ends_where_its_days_do() -> None:
    assert day_meant("in a month", date(2026, 1, 31)) == date(2026, 2, 28)


@pytest.mark.parametrize("text", ["", "soon", "17", "in weeks", "12/17", "x" * 9999])
def test_what_is_no_day_is_told(text: str) -> None:
    with pytest.raises(NoDayError, match="this is no day"):
        day_meant(text, SATURDAY)


@pytest.mark.parametrize("text", ["31 Feb", "2026-02-30", "30 feb 2027", "2026-13-01"])
def test_a_day_that_no_calendar_has_is_told(text: str) -> None:
    with pytest.raises(NoDayError, match="no calendar has this day"):
        day_meant(text, SATURDAY)


@pytest.mark.parametrize("text", ["2026-11-20", "20 Nov 2026", "2020-01-01"])
def test_a_day_that_has_passed_is_told_with_the_day_it_is(text: str) -> None:
    with pytest.raises(NoDayError, match="has passed") as caught:
        day_meant(text, SATURDAY)
    assert caught.value.help == "today is Sat 21 Nov 2026"


def test_what_is_beyond_all_calendars_is_no_day() -> None:
    with pytest.raises(NoDayError):
        day_meant("in 9999 months", date(9990, 1, 1))
