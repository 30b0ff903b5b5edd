"""Days of the year as people type them: `3 June`, `June 3rd, 2026`, `2026-06-03`."""

import re
from dataclasses import dataclass

from pmflash.answering.shared.folding import unified

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_MONTH = re.compile("|".join(f"{m[:3]}(?:{m[3:]}|t)?" for m in _MONTHS))
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")
_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day of any year, or of the one that was typed."""

    month: int
    day: int
    year: int | None


def is_same_day(typed: str, meant: str) -> bool:
    """Tell whether both name one day; a year that was not typed does not matter."""
    given, right = written_day(typed), written_day(meant)
    if given is None or right is None:
        return False
    is_same = (given.month, given.day) == (right.month, right.day)
    return is_same and given.year in (None, right.year)


def written_day(text: str) -> WrittenDay | None:
    """Return the day that `text` names; None for what is no day."""
    plain = unified(text)
    if iso := _ISO.fullmatch(plain):
        year, month, day = map(int, iso.groups())
        return WrittenDay(month, day, year)
    words = [
        word for word in re.split(r"[ ,.]+", plain) if word not in ("", "of", "the")
    ]
    months = [word for word in words if _MONTH.fullmatch(word)]
    days = [found[1] for word in words if (found := _DAY.fullmatch(word))]
    years = [word for word in words if _YEAR.fullmatch(word)]
    if (len(months), len(days)) != (1, 1) or len(words) != 2 + len(years) < 4:
        return None
    starts = [month[:3] for month in _MONTHS]
    month = starts.index(months[0][:3]) + 1
    return WrittenDay(month, int(days[0]), int(years[0]) if years else None)
