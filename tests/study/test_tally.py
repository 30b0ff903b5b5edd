from datetime import timedelta

import pytest

from builders import DAY_0, an_event
from pmflash.model.event import Event, EventKind
from pmflash.model.rating import Rating
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.history import History
from pmflash.study.tally import FIRST_MEETING, Group, Period, Tally, first_day, tallied

CARD = "flexport/a/answer"


def a_tally(*events: Event) -> Tally:
    history = History(Sm2())
    history.add(events)
    return tallied(history, DAY_0)


def days_ago(days: int, **changes: object) -> Event:
    day = DAY_0 - timedelta(days=days)
    return an_event(CARD, day=day, at=f"{day}T08:00:00.000000Z", **changes)


def the_group(*events: Event) -> Group:
    (group,) = a_tally(*events).groups
    return group


def test_answers_are_grouped_and_counted() -> None:
    tally = a_tally(days_ago(0), days_ago(0, kind=EventKind.DRILL), days_ago(0))
    assert sorted(tally.groups.values()) == [1, 1, 1]
    assert tally.days[DAY_0].reviews == 2
    assert tally.days[DAY_0].other_answers == 1
    assert tally.days[DAY_0].milliseconds == 12_000


@pytest.mark.parametrize(
    ("days", "period"),
    [
        (-1, Period.WEEK),
        (0, Period.WEEK),
        (6, Period.WEEK),
        (7, Period.MONTH),
        (29, Period.MONTH),
        (30, Period.YEAR),
        (364, Period.YEAR),
        (365, Period.ALL),
    ],
)
def test_an_answer_belongs_to_the_shortest_period_with_its_day(
    days: int, period: Period
) -> None:
    assert the_group(days_ago(days)).period is period


def test_a_period_of_seven_days_includes_today() -> None:
    assert first_day(Period.WEEK, DAY_0) == DAY_0 - timedelta(days=6)


@pytest.mark.parametrize(
    ("at", "offset", "hour"),
    [
        ("2026-01-05T08:59:59.000000Z", 0, 8),
        ("2026-01-05T08:40:00.000000Z", 330, 14),
        ("2026-01-05T00:30:00.000000Z", -60, 23),
        ("2026-01-05T23:30:00.000000Z", 60, 0),
    ],
)
def test_the_hour_is_that_of_the_learners_clock(
    at: str, offset: int, hour: int
) -> None:
    assert the_group(an_event(CARD, at=at, offset_minutes=offset)).hour == hour


@pytest.mark.parametrize(
    ("days", "place"), [(0, 1), (1, 1), (2, 2), (6, 2), (7, 3), (179, 5), (180, 6)]
)
def test_a_review_is_filed_by_the_days_since_the_one_before(
    days: int, place: int
) -> None:
    groups = a_tally(days_ago(days), days_ago(0, id="f" * 16)).groups
    assert sorted(group.elapsed for group in groups) == [FIRST_MEETING, place]


def test_a_card_that_was_reset_is_met_for_the_first_time_again() -> None:
    reset = days_ago(1, kind=EventKind.RESET)
    groups = a_tally(days_ago(2), reset, days_ago(0)).groups
    assert {group.elapsed for group in groups} == {FIRST_MEETING}


def test_what_was_undone_is_not_counted() -> None:
    review = days_ago(0)
    undo = days_ago(0, kind=EventKind.UNDO, target=review.id, rating=None)
    assert a_tally(review, undo) == Tally({}, {})


def test_a_cram_answer_is_time_studied_and_no_review() -> None:
    tally = a_tally(days_ago(0, kind=EventKind.CRAM))
    assert [group.kind for group in tally.groups] == [EventKind.CRAM]
    day = tally.days[DAY_0]
    assert (day.reviews, day.other_answers, day.milliseconds) == (0, 1, 4000)


@pytest.mark.parametrize("kind", [EventKind.DRILL, EventKind.CRAM])
def test_only_a_review_shortens_the_wait(kind: EventKind) -> None:
    groups = a_tally(days_ago(9), days_ago(1, kind=kind), days_ago(0)).groups
    assert max(group.elapsed for group in groups) == 3


@pytest.mark.parametrize("kind", [EventKind.SUSPEND, EventKind.BURY, EventKind.FLAG])
def test_only_answers_are_counted(kind: EventKind) -> None:
    assert not a_tally(days_ago(0, kind=kind)).groups


def test_days_come_in_order() -> None:
    days = [*a_tally(days_ago(1), days_ago(3), days_ago(2)).days]
    assert days == sorted(days)


def test_ratings_are_kept_apart() -> None:
    groups = a_tally(days_ago(0), days_ago(0, rating=Rating.AGAIN)).groups
    assert {group.rating for group in groups} == {Rating.GOOD, Rating.AGAIN}
