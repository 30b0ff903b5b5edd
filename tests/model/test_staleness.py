from datetime import date, timedelta

import pytest

from pmflash.model.staleness import staleness

ENDS = (
    ("2026", date(2026, 12, 31), "2026"),
    ("2026-11", date(2026, 11, 30), "November 2026"),
    ("2026-11-21", date(2026, 11, 21), "21 November 2026"),
)


@pytest.mark.parametrize(("valid_until", "end", "words"), ENDS)
def test_a_fact_is_out_of_date_from_the_day_after_its_end(
    valid_until: str, end: date, words: str
) -> None:
    assert staleness("", valid_until, end) == ""
    after = staleness("", valid_until, end + timedelta(days=1))
    assert after == f"out of date: valid until {words}"


@pytest.mark.parametrize(("as_of", "end", "words"), ENDS)
def test_knowledge_older_than_a_year_is_perhaps_out_of_date(
    as_of: str, end: date, words: str
) -> None:
    assert staleness(as_of, "", end + timedelta(days=366)) == ""
    later = staleness(as_of, "", end + timedelta(days=367))
    assert later == f"perhaps out of date: as of {words}, more than a year ago"


def test_a_stated_end_outweighs_the_age_of_a_fact() -> None:
    assert staleness("2020", "2027", date(2026, 1, 5)) == ""
    assert staleness("2026", "2025", date(2026, 1, 5)).startswith("out of date")


def test_a_fact_without_dates_is_never_out_of_date() -> None:
    assert staleness("", "", date(8999, 1, 1)) == ""


def test_knowledge_of_the_future_is_not_old() -> None:
    assert staleness("2027", "", date(2026, 1, 5)) == ""
