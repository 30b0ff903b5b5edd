from datetime import date

import pytest

from pmflash.model.period import in_words, last_day

PERIODS = (
    ("2026", date(2026, 12, 31), "2026"),
    ("2026-11", date(2026, 11, 30), "November 2026"),
    ("2026-12", date(2026, 12, 31), "December 2026"),
    ("2028-02", date(2028, 2, 29), "February 2028"),
    ("2026-06-03", date(2026, 6, 3), "3 June 2026"),
    ("9999", date(9999, 12, 31), "9999"),
)


@pytest.mark.parametrize(("period", "end", "words"), PERIODS)
def test_a_period_counts_to_its_last_day(period: str, end: date, words: str) -> None:
    assert last_day(period) == end


@pytest.mark.parametrize(("period", "end", "words"), PERIODS)
def test_a_period_is_written_as_exactly_as_it_is_known(
    period: str, end: date, words: str
) -> None:
    assert in_words(period) == words
