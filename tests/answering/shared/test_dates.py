import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmflash.answering.shared.dates import is_same_day


@pytest.mark.parametrize(
    "typed",
    [
        "3 June 2026",
        "3rd of June, 2026",
        "June 3",
        "Jun. 3rd",
        "the 3rd of june",
        "2026-06-03",
        "2026-6-3",
    ],
)
def test_a_day_is_the_same_however_it_is_written(typed: str) -> None:
    assert is_same_day(typed, "3 June 2026")


@pytest.mark.parametrize(
    "typed",
    [
        *("4 June 2026", "3 July 2026", "3 June 2025", "June", "3", "June 2026"),
        *("3 4 June", "2026-03-06", "2026-13-03", "3 June or so", ""),
    ],
)
def test_another_day_is_another_day(typed: str) -> None:
    assert not is_same_day(typed, "3 June 2026")


def test_may_is_a_month_and_september_has_two_short_forms() -> None:
    assert is_same_day("May 16", "16 May 2026")
    assert is_same_day("1 Sept", "1 September 2026")


@given(st.text())
def test_a_text_that_is_no_day_is_none(text: str) -> None:
    assert not is_same_day(text, "no day")
