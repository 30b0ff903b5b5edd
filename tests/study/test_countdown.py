from datetime import date, timedelta

import pytest

from builders import DAY_0, an_event
from pmflash.model.event import Event, EventKind
from pmflash.model.filing import Filing
from pmflash.model.settings import Settings
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.countdown import Countdown, countdown
from pmflash.study.history import History

FILING = Filing(("flexport",), (), ())


def found(
    *events: Event, facts: int = 10, cards_each: int = 1, days: int = 4
) -> Countdown | None:
    """The countdown to an interview after so many days."""
    history = History(Sm2())
    history.add(events)
    index = [
        (card(fact, view), f"d/f{fact}", FILING)
        for fact in range(facts)
        for view in range(cards_each)
    ]
    on = (DAY_0 + timedelta(days=days)).isoformat()
    settings = Settings(interview_on=on, interview="Panel", new_per_day=2)
    return countdown(index, history, settings, DAY_0)


def card(fact: int, view: int = 0) -> str:
    return f"d/f{fact}/v{view}"


def needed(*events: Event, **changes: int) -> int:
    told = found(*events, **changes)
    assert told is not None
    return told.needed_per_day


def test_an_interview_to_come_is_counted_down() -> None:
    assert found() == Countdown(
        name="Panel",
        on=date(2026, 1, 9),
        days_left=4,
        unseen=10,
        needed_per_day=3,
        too_late=0,
        new_per_day=2,
    )


def test_without_a_date_there_is_nothing_to_count() -> None:
    assert countdown((), History(Sm2()), Settings(interview="x"), DAY_0) is None


def test_an_interview_that_was_is_forgotten() -> None:
    assert found(days=-1) is None


def test_on_the_day_itself_no_new_card_helps() -> None:
    today = found(days=0)
    assert today is not None
    assert (today.days_left, today.unseen, today.needed_per_day) == (0, 10, 0)


@pytest.mark.parametrize(("days", "pace"), [(1, 10), (3, 4), (10, 1), (99, 1)])
def test_the_pace_is_rounded_up(days: int, pace: int) -> None:
    assert needed(days=days) == pace


def test_what_was_met_today_counts_towards_todays_pace() -> None:
    met = [an_event(card(fact)) for fact in (1, 2)]
    assert needed(*met) == needed() == 3


def test_what_was_met_before_needs_no_more_new_cards() -> None:
    earlier = DAY_0 - timedelta(days=1)
    assert needed(*(an_event(card(fact), day=earlier) for fact in range(10))) == 0


def test_a_review_today_of_a_card_met_before_changes_nothing() -> None:
    earlier = an_event(card(1), day=DAY_0 - timedelta(days=1))
    assert found(earlier, an_event(card(1))) == found(earlier)


def test_a_suspended_card_is_not_to_be_met() -> None:
    suspended = found(an_event(card(1), kind=EventKind.SUSPEND))
    assert suspended is not None
    assert suspended.unseen == 9


def test_cards_of_one_fact_that_cannot_come_in_time_are_told_apart() -> None:
    crowded = found(facts=2, cards_each=6)
    assert crowded is not None
    assert (crowded.unseen, crowded.too_late, crowded.needed_per_day) == (12, 4, 2)
