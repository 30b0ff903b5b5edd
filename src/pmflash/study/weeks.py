"""The weeks until a day, with what comes due in each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

_WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class Week:
    """Some days of one calendar week, Monday first."""

    first: date
    last: date
    due: int
    """Reviewed cards that are due on these days, as they stand now."""


def weeks_until(
    due: Mapping[date, int], today: date, until: date, most: int
) -> tuple[Week, ...]:
    """Return the weeks from `today` to `until`, but no more than `most` of them.

    What was due before today is still to be done, and counts to the first.
    """
    weeks: list[Week] = []
    first = today
    while first <= until and len(weeks) < most:
        last = min(until, first + timedelta(days=_WEEK_DAYS - 1 - first.weekday()))
        begin = first if weeks else date.min
        count = sum(cards for day, cards in due.items() if begin <= day <= last)
        weeks.append(Week(first, last, count))
        first = last + timedelta(days=1)
    return tuple(weeks)
