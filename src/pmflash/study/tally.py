"""Answers that still count, grouped once, so that every period is summed up fast."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from pmflash.model.event import Event, EventKind
from pmflash.model.rating import Rating
from pmflash.study.history import History

LONGEST_ELAPSED_DAYS = (1, 6, 20, 59, 179)
"""Where groups of reviews end, by the days since the card's review before."""

FIRST_MEETING = 0
"""The group of cards that were never reviewed before; the others count from 1."""

_MINUTES_AN_HOUR, _HOURS_A_DAY = 60, 24


class Period(StrEnum):
    """How far back figures go, the shortest way first; each is part of the next."""

    WEEK = "7d"
    MONTH = "30d"
    YEAR = "1y"
    ALL = "all"


_LENGTHS_DAYS = {Period.WEEK: 7, Period.MONTH: 30, Period.YEAR: 365}


class Group(NamedTuple):
    """What answers that are counted together have in common."""

    period: Period
    """The shortest one that they are part of."""
    kind: EventKind
    """Review, drill or cram."""
    rating: Rating | None
    hour: int
    """By the learner's own clock, 0 to 23."""
    elapsed: int
    """`FIRST_MEETING`, or which group of `LONGEST_ELAPSED_DAYS`, of reviews."""


@dataclass(slots=True)
class DayCount:
    """What was answered on one study day."""

    reviews: int = 0
    other_answers: int = 0
    """Those in drills and crams."""
    milliseconds: int = 0

    @property
    def answers(self) -> int:
        """Answers of every kind."""
        return self.reviews + self.other_answers


@dataclass(frozen=True, slots=True)
class Tally:
    """How many answers each group holds, and what each day came to."""

    groups: Mapping[Group, int]
    days: Mapping[date, DayCount]
    """Every day that was studied, in order."""


def first_day(period: Period, today: date) -> date:
    """Return the day on which `period` begins, when it ends `today`."""
    length_days = _LENGTHS_DAYS.get(period)
    return today - timedelta(days=length_days - 1) if length_days else date.min


def tallied(history: History, today: date) -> Tally:
    """Return the answers of `history`, in one pass over its events."""
    groups: Counter[Group] = Counter()
    days: dict[date, DayCount] = {}
    period_of = _shortest_periods(today)
    for events in history.events_by_card():
        last_on = None
        for event in events:
            day = event.day
            match event.kind:
                case EventKind.REVIEW:
                    elapsed = _elapsed(last_on, day)
                    last_on = day
                case EventKind.DRILL | EventKind.CRAM:
                    elapsed = FIRST_MEETING
                case EventKind.RESET:
                    last_on = None
                    continue
                case _:
                    continue
            kind, hour = event.kind, _hour(event)
            groups[Group(period_of(day), kind, event.rating, hour, elapsed)] += 1
            count = days.setdefault(day, DayCount())
            count.reviews += kind is EventKind.REVIEW
            count.other_answers += kind is not EventKind.REVIEW
            count.milliseconds += event.milliseconds
    return Tally(groups, dict(sorted(days.items())))


def _shortest_periods(today: date) -> Callable[[date], Period]:
    begins = [(period, first_day(period, today)) for period in Period]

    @cache
    def shortest(day: date) -> Period:
        return next(period for period, first in begins if day >= first)

    return shortest


def _elapsed(last_on: date | None, day: date) -> int:
    if last_on is None:
        return FIRST_MEETING
    return 1 + bisect_left(LONGEST_ELAPSED_DAYS, (day - last_on).days)


def _hour(event: Event) -> int:
    at = event.at
    minutes = int(at[11:13]) * _MINUTES_AN_HOUR + int(at[14:16]) + event.offset_minutes
    return minutes // _MINUTES_AN_HOUR % _HOURS_A_DAY
