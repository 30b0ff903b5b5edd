"""A year, a month or a day, as authors write it: `2026`, `2026-11`, `2026-11-21`."""

from collections.abc import Iterable
from datetime import date, timedelta

# The names that `strftime` gives depend on the learner's system.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DECEMBER = len(_MONTHS)


def last_day(period: str) -> date:
    """Return the day on which `period` ends."""
    year, month, day = _numbers(period)
    if day:
        return date(year, month, day)
    if month in {0, _DECEMBER}:
        return date(year, _DECEMBER, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def in_words(period: str) -> str:
    """Return `period` as people write it: `2026`, `November 2026`, `3 June 2026`."""
    year, month, day = _numbers(period)
    parts = (str(day) if day else "", _MONTHS[month - 1] if month else "", str(year))
    return " ".join(part for part in parts if part)


def _numbers(period: str) -> tuple[int, int, int]:
    """Return year, month and day; 0 for what is left out."""
    year, month, day = (*map(int, period.split("-")), 0, 0)[:3]
    return year, month, day


def earliest(periods: Iterable[str]) -> str:
    """Return the period that ends first; empty ones do not count."""
    return min(filter(None, periods), key=last_day, default="")
