from datetime import date

import pytest

from pmflash.facts.shared.dates import is_date, written


@pytest.mark.parametrize("text", ["2026", "2026-11", "2026-11-21", "2028-02-29"])
def test_a_year_a_month_and_a_day_are_dates(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "tomorrow",
        "2026-13",
        "2026-13-01",
        "2026-02-29",
        "0000",
        "26",
        "20261121",
        "2026-11-21T08:00",
        "2026-W01-1",
        "2026-11-",
        "２０２６",
        "",
    ],
)
def test_nothing_else_is_a_date(text: str) -> None:
    assert not is_date(text)


def test_a_day_is_written_in_words() -> None:
    assert written(date(2026, 6, 3)) == "3 June 2026"
