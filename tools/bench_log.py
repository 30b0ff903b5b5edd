"""The review log of a learner who has studied one deck for a year."""

from collections.abc import Iterator
from datetime import date, timedelta

TODAY = date(2026, 11, 21)
"""The day on which every studied home is measured."""
DUE_CARDS = 150
"""So many reviews are due that day, where there are so many cards."""
MOST_STUDIED = 20 * 365
"""At twenty new cards a day, a year has met no more than these."""

_DAYS = 1000
_INTERVALS = (1, 6, 15, 38, 95, 238)
"""SM-2's, for a card that is always rated Good."""


def year_of_answers(count: int) -> Iterator[tuple[int, date]]:
    """Yield which of `count` cards was rated Good on which day, in order of days.

    The first cards are due today, all others later.
    """
    answers = [
        (number, day)
        for number in range(min(count, MOST_STUDIED))
        for day in _days_of(number)
    ]
    yield from sorted(answers, key=lambda answer: (answer[1], answer[0]))


def steady_answers(cards: int, count: int) -> Iterator[tuple[int, date]]:
    """Yield `count` answers of the last thousand days, of all `cards` cards in turn."""
    for place in range(count):
        yield place % cards, TODAY - timedelta(_DAYS - place * _DAYS // count)


def _days_of(number: int) -> Iterator[date]:
    """Yield the days on which a card was rated, each when it had come due."""
    is_due = number < DUE_CARDS
    reviews = 2 + number % (len(_INTERVALS) - 1)
    last_interval = _INTERVALS[reviews - 1]
    due_on = TODAY if is_due else TODAY + timedelta(1 + number % (last_interval - 1))
    day = due_on - timedelta(sum(_INTERVALS[:reviews]))
    for interval in _INTERVALS[:reviews]:
        yield day
        day += timedelta(interval)
