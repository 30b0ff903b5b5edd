"""Every figure of a learner's study: answers by period, and where the cards stand."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import nsmallest

from pmflash.scheduling.base import CardState
from pmflash.scheduling.sm2 import FIRST_EASE_PERCENT, ease_percent
from pmflash.study.history import History
from pmflash.study.index import CardIndex
from pmflash.study.periods import PeriodFigures, period_figures
from pmflash.study.summary import longest_streak_days, streak_days
from pmflash.study.tally import DayCount, Period, tallied

MATURE_INTERVAL_DAYS = 21
"""A card is mature from this interval on, and young below it."""

FORECAST_DAYS = 30
CALENDAR_WEEKS = 53
"""A year, from a Monday to today."""

MOST_HARDEST = 10


@dataclass(frozen=True, slots=True)
class CardAges:
    """How many cards of the chosen decks are how far; each is counted once."""

    new: int
    young: int
    mature: int
    suspended: int

    @property
    def total(self) -> int:
        """All cards of the chosen decks."""
        return self.new + self.young + self.mature + self.suspended


@dataclass(frozen=True, slots=True)
class HardCard:
    """A card that is failed often, or whose ease is low."""

    id: str
    lapses: int
    ease_percent: int | None
    """None with a scheduler that knows no ease."""
    interval_days: int
    review_count: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """Every figure there is. Cards are those of the chosen decks, answers are all."""

    today: date
    periods: Mapping[Period, PeriodFigures]
    calendar: Mapping[date, int]
    """How many answers were given on each day of the last year with any."""
    last_studied_on: date | None
    """The last day with an answer; None before the first."""
    cards: CardAges
    due_now: int
    """Cards that are due today or overdue."""
    forecast: tuple[tuple[date, int], ...]
    """The days after today, each with how many cards come due on it."""
    hardest: tuple[HardCard, ...]
    streak: int
    longest_streak: int


def statistics(index: CardIndex, history: History, today: date) -> Statistics:
    """Return every figure of `history`, with the cards of `index`."""
    tally = tallied(history, today)
    reviewed = history.reviewed_cards()
    suspended = due_now = 0
    states: dict[str, CardState] = {}
    due: Counter[date] = Counter()
    for card, _, filing in index:
        if card not in reviewed:
            continue
        standing = history.standing(card)
        if standing.is_suspended:
            suspended += 1
        elif (due_on := standing.due_on(today, filing.rev)) and standing.state:
            states[card] = standing.state
            due[due_on] += 1
            due_now += standing.is_due(today, filing.rev)
    return Statistics(
        today=today,
        periods={period: period_figures(tally, period, today) for period in Period},
        calendar=_calendar(tally.days, today),
        last_studied_on=max(tally.days, default=None),
        cards=_ages(len(index), suspended, states.values()),
        due_now=due_now,
        forecast=_forecast(due, today),
        hardest=_hardest(states),
        streak=streak_days(tally.days, today),
        longest_streak=longest_streak_days(tally.days),
    )


def _calendar(days: Mapping[date, DayCount], today: date) -> Mapping[date, int]:
    monday = today - timedelta(days=today.weekday())
    first = monday - timedelta(weeks=CALENDAR_WEEKS - 1)
    return {day: count.answers for day, count in days.items() if day >= first}


def _ages(total: int, suspended: int, states: Iterable[CardState]) -> CardAges:
    ages = Counter(state.interval_days >= MATURE_INTERVAL_DAYS for state in states)
    young, mature = ages[False], ages[True]
    return CardAges(total - suspended - young - mature, young, mature, suspended)


def _forecast(due: Mapping[date, int], today: date) -> tuple[tuple[date, int], ...]:
    days = (today + timedelta(days=ahead) for ahead in range(1, FORECAST_DAYS + 1))
    return tuple((day, due.get(day, 0)) for day in days)


def _hardest(states: Mapping[str, CardState]) -> tuple[HardCard, ...]:
    hard = (
        HardCard(card, state.lapses, ease, state.interval_days, state.review_count)
        for card, state in states.items()
        for ease in (ease_percent(state),)
        if state.lapses or (ease is not None and ease < FIRST_EASE_PERCENT)
    )
    return tuple(nsmallest(MOST_HARDEST, hard, key=_hardness))


def _hardness(card: HardCard) -> tuple[int, int, str]:
    return -card.lapses, card.ease_percent or FIRST_EASE_PERCENT, card.id
