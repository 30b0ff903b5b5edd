"""What one period of study came to: recall, pace, ratings, hours, and day by day."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pmflash.model.event import EventKind
from pmflash.model.rating import Rating
from pmflash.study.tally import (
    LONGEST_ELAPSED_DAYS,
    DayCount,
    Group,
    Period,
    Tally,
    first_day,
)

_HOURS = 24
_MOST_STEPS = 30
"""More bars than that do not fit a narrow screen; years aside."""

_WEEK_DAYS, _SHORTEST_MONTH_DAYS = 7, 28
_DECEMBER = 12

_Counted = tuple[Group, int]


class StepSize(StrEnum):
    """How long the stretches are into which a period is cut."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Recall:
    """How many reviews there were, and how many of them were not rated again."""

    reviews: int
    recalled: int


@dataclass(frozen=True, slots=True)
class Step:
    """A day, week, month or year of a period, or what of it lies inside."""

    first_day: date
    days: int
    reviews: int
    milliseconds: int


@dataclass(frozen=True, slots=True)
class PeriodFigures:
    """What was answered in a period. Reviews are answers outside drills and crams."""

    first_day: date
    """The period's own, or that of the first answer ever, which may be later."""
    days: int
    days_studied: int
    recall: Recall
    milliseconds: int
    by_rating: Mapping[Rating, int]
    """Reviews by rating."""
    drill_by_rating: Mapping[Rating, int]
    cram_by_rating: Mapping[Rating, int]
    by_hour: tuple[Recall, ...]
    """Reviews by hour of the learner's day, 0 to 23."""
    by_elapsed: tuple[Recall, ...]
    """First meetings, then reviews by days elapsed: see `LONGEST_ELAPSED_DAYS`."""
    step: StepSize
    steps: tuple[Step, ...]
    """The whole period, day by day or in larger steps."""

    @property
    def retention(self) -> Recall:
        """Reviews of cards that were met before; nobody recalls at a first meeting."""
        _, *later = self.by_elapsed
        reviews = sum(recall.reviews for recall in later)
        return Recall(reviews, sum(recall.recalled for recall in later))

    @property
    def drill_answers(self) -> int:
        """Answers in the drill."""
        return sum(self.drill_by_rating.values())

    @property
    def cram_answers(self) -> int:
        """Answers in crams."""
        return sum(self.cram_by_rating.values())

    @property
    def answers(self) -> int:
        """Answers of every kind."""
        return self.recall.reviews + self.drill_answers + self.cram_answers


def period_figures(tally: Tally, period: Period, today: date) -> PeriodFigures:
    """Return what the answers of `period`, which ends `today`, came to."""
    # A flight over the date line can have brought a study day back.
    last = max(today, *tally.days) if tally.days else today
    first = max(first_day(period, today), min(tally.days, default=today))
    length_days = (last - first).days + 1
    inside = {day: count for day, count in tally.days.items() if day >= first}
    within = _within(period)
    groups = [each for each in tally.groups.items() if each[0].period in within]
    of_kind: defaultdict[EventKind, list[_Counted]] = defaultdict(list)
    for each in groups:
        of_kind[each[0].kind].append(each)
    reviews = of_kind[EventKind.REVIEW]
    size = _step_size(length_days)
    return PeriodFigures(
        first_day=first,
        days=length_days,
        days_studied=len(inside),
        recall=_recalls(reviews, lambda group: 0, 1)[0],
        milliseconds=sum(count.milliseconds for count in inside.values()),
        by_rating=_by_rating(reviews),
        drill_by_rating=_by_rating(of_kind[EventKind.DRILL]),
        cram_by_rating=_by_rating(of_kind[EventKind.CRAM]),
        by_hour=_recalls(reviews, lambda group: group.hour, _HOURS),
        by_elapsed=_recalls(
            reviews, lambda group: group.elapsed, len(LONGEST_ELAPSED_DAYS) + 2
        ),
        step=size,
        steps=tuple(_steps(inside, first, last, size)),
    )


def _within(period: Period) -> frozenset[Period]:
    """Return `period` and all that are part of it."""
    periods = tuple(Period)
    return frozenset(periods[: periods.index(period) + 1])


def _by_rating(groups: Iterable[_Counted]) -> Mapping[Rating, int]:
    found = dict.fromkeys(Rating, 0)
    for group, count in groups:
        if group.rating is not None:
            found[group.rating] += count
    return found


def _recalls(
    reviews: Iterable[_Counted], place_of: Callable[[Group], int], length: int
) -> tuple[Recall, ...]:
    """Return one recall for each place below `length`."""
    counts, recalled = [0] * length, [0] * length
    for group, count in reviews:
        place = place_of(group)
        counts[place] += count
        recalled[place] += count if group.rating is not Rating.AGAIN else 0
    return tuple(map(Recall, counts, recalled))


def _step_size(days: int) -> StepSize:
    if days <= _MOST_STEPS:
        return StepSize.DAY
    # The first week or month may be cut short, which makes one more of them.
    if days <= (_MOST_STEPS - 1) * _WEEK_DAYS:
        return StepSize.WEEK
    is_short = days <= (_MOST_STEPS - 1) * _SHORTEST_MONTH_DAYS
    return StepSize.MONTH if is_short else StepSize.YEAR


def _steps(
    days: Mapping[date, DayCount], first: date, last: date, size: StepSize
) -> Iterator[Step]:
    reviews: Counter[date] = Counter()
    milliseconds: Counter[date] = Counter()
    for day, count in days.items():
        start = max(first, _start(day, size))
        reviews[start] += count.reviews
        milliseconds[start] += count.milliseconds
    start = first
    while start <= last:
        next_start = _next_start(start, size)
        length_days = (min(next_start, last + timedelta(days=1)) - start).days
        yield Step(start, length_days, reviews[start], milliseconds[start])
        start = next_start


def _start(day: date, size: StepSize) -> date:
    match size:
        case StepSize.DAY:
            return day
        case StepSize.WEEK:
            return day - timedelta(days=day.weekday())
        case StepSize.MONTH:
            return day.replace(day=1)
        case StepSize.YEAR:
            return day.replace(month=1, day=1)


def _next_start(start: date, size: StepSize) -> date:
    match size:
        case StepSize.DAY:
            return start + timedelta(days=1)
        case StepSize.WEEK:
            return start + timedelta(days=_WEEK_DAYS - start.weekday())
        case StepSize.MONTH if start.month < _DECEMBER:
            return date(start.year, start.month + 1, 1)
        case _:
            return date(start.year + 1, 1, 1)
