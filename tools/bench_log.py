"""The review log of a learner who has studied one deck for a year."""

from collections.abc import Iterator
from datetime import date, timedelta

from pmflash.model.event import Event, EventKind
from pmflash.model.rating import FOUR_BUTTONS

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


def mixed_events(count: int) -> Iterator[Event]:
    """Yield `count` events of two years: all four ratings, and some undos."""
    cards = max(1, count // 10)
    for place in range(count):
        day = TODAY - timedelta(730 - place * 730 // count)
        number, is_undo = place % cards, place % 50 == 49
        button = FOUR_BUTTONS[min(3, 7 * number % 11 % 5)]
        yield Event(
            id=f"{place:016x}",
            kind=EventKind.UNDO if is_undo else EventKind.REVIEW,
            card=f"many/case-{number - is_undo:05}/answer",
            at=f"{day}T08:{place // 60 % 60:02}:{place % 60:02}.{place % 1000000:06}Z",
            offset_minutes=60,
            day=day,
            rating=None if is_undo else button.rating,
            quality=None if is_undo else button.quality,
            milliseconds=0 if is_undo else 2000 + place * 37 % 60_000,
            target=f"{place - 1:016x}" if is_undo else "",
        )


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
