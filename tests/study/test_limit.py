import pytest

from builders import an_event
from pmflash.model.event import Event
from pmflash.study.limit import NO_LIMIT, Limit


def minutes(count: float) -> Event:
    return an_event(milliseconds=round(count * 60_000))


@pytest.mark.parametrize(("spent", "is_reached"), [(19.99, False), (20, True)])
def test_a_limit_is_reached_by_the_time_of_the_answers(
    spent: float, is_reached: bool
) -> None:
    assert Limit(20).after(minutes(spent)).is_reached is is_reached


def test_without_a_limit_there_is_time_for_ever() -> None:
    assert not NO_LIMIT.after(minutes(10_000)).is_reached


def test_an_answer_that_was_taken_back_took_no_time() -> None:
    long, short = minutes(9), minutes(1)
    spent = Limit(10).after(long).after(short)
    assert spent.is_reached
    assert spent.without(short) == Limit(10).after(long)


def test_going_on_leaves_so_many_minutes_more() -> None:
    longer = Limit(20).after(minutes(29.5)).longer(10)
    assert longer.minutes == 39
    assert not longer.after(minutes(9)).is_reached
    assert longer.after(minutes(10)).is_reached


def test_an_answer_of_an_earlier_sitting_that_is_taken_back_gives_no_time() -> None:
    spent = Limit(20).without(minutes(3))
    assert (spent.spent_minutes, spent.longer(10).minutes) == (0, 10)
