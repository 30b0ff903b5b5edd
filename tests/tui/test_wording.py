from datetime import date, timedelta

import pytest

from builders import DAY_0
from pmflash.tui import wording


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (DAY_0, "today"),
        (DAY_0 + timedelta(days=1), "tomorrow"),
        (date(2026, 1, 9), "Fri 9 Jan"),
        (date(2026, 12, 31), "31 Dec 2026"),
        (date(2028, 2, 29), "29 Feb 2028"),
    ],
)
def test_a_day_is_named_as_people_say_it(day: date, name: str) -> None:
    assert wording.day_name(day, DAY_0) == name


def test_a_long_day_has_its_weekday_and_year() -> None:
    assert wording.long_day(DAY_0) == "Mon 5 Jan 2026"


@pytest.mark.parametrize(
    ("milliseconds", "clock", "span"),
    [
        (0, "0:00", "0 s"),
        (59_999, "0:59", "59 s"),
        (221_000, "3:41", "3 min 41 s"),
        (3_605_000, "60:05", "60 min 05 s"),
    ],
)
def test_a_time_span_is_told_in_minutes_and_seconds(
    milliseconds: int, clock: str, span: str
) -> None:
    assert wording.clock(milliseconds) == clock
    assert wording.span(milliseconds) == span


@pytest.mark.parametrize(
    ("number", "place"),
    [
        *((1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th")),
        *((13, "13th"), (21, "21st"), (22, "22nd"), (101, "101st"), (111, "111th")),
    ],
)
def test_a_place_in_a_row_has_its_ending(number: int, place: str) -> None:
    assert wording.ordinal(number) == place


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1 day"),
        (59, "59 days"),
        (60, "60 days (~2 mo)"),
        (95, "95 days (~3 mo)"),
        (730, "730 days (~2.0 y)"),
        (36_500, "36,500 days (~100.0 y)"),
    ],
)
def test_a_long_interval_is_told_in_months_too(number: int, words: str) -> None:
    assert wording.days_and_months(number) == words
