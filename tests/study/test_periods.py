from datetime import date, timedelta

import pytest

from builders import DAY_0, an_event
from pmflash.model.event import Event, EventKind
from pmflash.model.rating import Rating
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.history import History
from pmflash.study.periods import PeriodFigures, Recall, StepSize, period_figures
from pmflash.study.tally import Period, tallied

NOTHING = Recall(0, 0)


def figures(*events: Event, period: Period = Period.ALL) -> PeriodFigures:
    history = History(Sm2())
    history.add(events)
    return period_figures(tallied(history, DAY_0), period, DAY_0)


def days_ago(days: int, card: str = "flexport/a/answer", **changes: object) -> Event:
    return an_event(card, day=DAY_0 - timedelta(days=days), **changes)


def test_recall_is_the_share_of_reviews_not_rated_again() -> None:
    hard, again = days_ago(0, rating=Rating.HARD), days_ago(0, rating=Rating.AGAIN)
    assert figures(days_ago(0), hard, again).recall == Recall(3, 2)


def test_drill_answers_stand_apart_from_recall() -> None:
    drill = days_ago(0, kind=EventKind.DRILL, rating=Rating.AGAIN)
    found = figures(days_ago(0), drill)
    assert (found.recall, found.drill_answers, found.answers) == (Recall(1, 1), 1, 2)
    assert found.by_rating[Rating.AGAIN] == 0
    assert found.drill_by_rating[Rating.AGAIN] == 1


def test_a_longer_period_includes_the_shorter_ones() -> None:
    events = [days_ago(days) for days in (0, 6, 7, 29, 30, 364, 365, 999)]
    counts = [figures(*events, period=period).recall.reviews for period in Period]
    assert counts == [2, 4, 6, 8]


def test_cram_answers_stand_apart_from_recall_and_drill() -> None:
    cram = days_ago(0, kind=EventKind.CRAM, rating=Rating.AGAIN)
    found = figures(days_ago(0), cram)
    assert (found.recall, found.cram_answers, found.answers) == (Recall(1, 1), 1, 2)
    assert found.drill_answers == 0
    assert found.cram_by_rating[Rating.AGAIN] == 1


def test_minutes_include_the_drill() -> None:
    drill = days_ago(0, kind=EventKind.DRILL, milliseconds=1500)
    assert figures(days_ago(0, milliseconds=500), drill).milliseconds == 2000


def test_a_period_begins_with_the_first_answer_ever() -> None:
    found = figures(days_ago(2), days_ago(0), period=Period.MONTH)
    assert (found.days, found.days_studied) == (3, 2)
    assert found.first_day == DAY_0 - timedelta(days=2)


def test_a_period_in_the_middle_of_a_long_history_is_whole() -> None:
    found = figures(days_ago(90), period=Period.WEEK)
    assert (found.days, found.days_studied, found.answers) == (7, 0, 0)


def test_without_answers_every_figure_is_nothing() -> None:
    found = figures()
    assert (found.recall, found.days, found.milliseconds) == (NOTHING, 1, 0)
    assert {*found.by_hour, *found.by_elapsed} == {NOTHING}


def test_hours_and_waits_add_up_to_the_reviews() -> None:
    events = [days_ago(days) for days in (40, 39, 30, 3, 0)]
    found = figures(*events, days_ago(0, kind=EventKind.DRILL))
    for recalls in (found.by_hour, found.by_elapsed):
        assert sum(recall.reviews for recall in recalls) == 5


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (29, StepSize.DAY),
        (30, StepSize.WEEK),
        (202, StepSize.WEEK),
        (203, StepSize.MONTH),
        (811, StepSize.MONTH),
        (812, StepSize.YEAR),
    ],
)
def test_steps_grow_with_the_period_and_miss_no_day(days: int, step: StepSize) -> None:
    found = figures(days_ago(days), days_ago(days // 2), days_ago(0))
    assert found.step is step
    assert len(found.steps) <= 30
    assert sum(each.days for each in found.steps) == found.days == days + 1
    assert sum(each.reviews for each in found.steps) == 3
    assert sum(each.milliseconds for each in found.steps) == found.milliseconds


def test_steps_begin_where_weeks_months_and_years_do() -> None:
    starts = {
        days: figures(days_ago(days)).steps[1].first_day for days in (33, 300, 1500)
    }
    assert starts == {
        33: date(2025, 12, 8),
        300: date(2025, 4, 1),
        1500: date(2022, 1, 1),
    }


def test_a_day_that_is_still_to_come_is_counted() -> None:
    found = figures(days_ago(-1), days_ago(0), period=Period.WEEK)
    assert [step.reviews for step in found.steps] == [1, 1]


def test_first_meetings_are_no_part_of_retention() -> None:
    first, later = days_ago(5), days_ago(1, rating=Rating.AGAIN)
    found = figures(first, later, days_ago(0))
    assert (found.recall, found.retention) == (Recall(3, 2), Recall(2, 1))
