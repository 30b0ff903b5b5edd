"""Dates as authors, prompts and answers write them."""

import re
from datetime import date

from pmflash.model.period import in_words

_YEAR_MONTH_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_FIRST_DAY = "0000-01-01"


def is_date(text: str) -> bool:
    """Tell whether `text` is a year, a month or a day: `2026`, `2026-11-21`."""
    if _YEAR_MONTH_DAY.fullmatch(text) is None:
        return False
    try:
        date.fromisoformat(text + _FIRST_DAY[len(text) :])
    except ValueError:
        return False
    return True


def written(day: date) -> str:
    """Return `day` in words: `3 June 2026`."""
    return in_words(day.isoformat())
