"""Days to come, as people type them: `2026-12-17`, `17 Dec`, `in 3 weeks`."""

import re
from datetime import date

from dateutil.relativedelta import relativedelta

from pmflash.answering.shared.dates import WrittenDay, written_day
from pmflash.answering.shared.folding import unified
from pmflash.model.failure import UsageError

_AHEAD = re.compile(r"(?:in )?([0-9]{1,4}|an?) (day|week|month)s?")
_SPANS = {
    "day": relativedelta(days=1),
    "week": relativedelta(weeks=1),
    "month": relativedelta(months=1),
}
_NAMED = {"today": 0, "tomorrow": 1}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(
    "(?:next )?(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
)
_YEARS_UNTIL_LEAP_DAY = 8
_HELP = "write `2026-12-17`, `17 Dec` or `in 3 weeks`"


class NoDayError(UsageError):
    """What was typed names no day to come."""


def day_meant(text: str, today: date) -> date:
    """Return the day that `text` means, a day without a year being the next such one.

    Raises `NoDayError` for what is no day, or is one that has passed.
    """
    words = unified(text)
    try:
        day = _counted(words, today) or _named(words, today)
    except (OverflowError, ValueError):
        # So far ahead there are no years.
        day = None
    if day is None:
        raise NoDayError("this is no day", _HELP)
    if day < today:
        raise NoDayError(f"{_written(day)} has passed", f"today is {_written(today)}")
    return day


def _counted(words: str, today: date) -> date | None:
    if words in _NAMED:
        return today + relativedelta(days=_NAMED[words])
    if found := _AHEAD.fullmatch(words):
        return today + _SPANS[found[2]] * (int(found[1]) if found[1].isdigit() else 1)
    if found := _WEEKDAY.fullmatch(words):
        ahead = _WEEKDAYS.index(found[1][:3]) - today.weekday()
        return today + relativedelta(days=ahead if ahead > 0 else ahead + 7)
    return None


def _named(words: str, today: date) -> date | None:
    found = written_day(words)
    if found is None:
        return None
    first = found.year or today.year
    last = found.year or today.year + _YEARS_UNTIL_LEAP_DAY
    days = [day for year in range(first, last + 1) if (day := _in(found, year))]
    if not days:
        raise NoDayError("no calendar has this day", _HELP)
    return next((day for day in days if day >= today), days[-1])


def _in(found: WrittenDay, year: int) -> date | None:
    try:
        return date(year, found.month, found.day)
    except ValueError:
        return None


def _written(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"
