from builders import DAY_0
from pmflash.study.offers import offers
from pmflash.study.queue import PlannedCard
from pmflash.study.session import Session
from pmflash.study.wish import CRAM, MISSED_AGAIN, WHAT_IS_DUE, Wish

PLAN = (PlannedCard("d/f/answer", "d/f", is_new=True),)
DONE = Session(DAY_0, ())


def asks_always(wish: Wish) -> Session:
    return Session(DAY_0, PLAN, wish=wish)


def asks_never(wish: Wish) -> Session:
    return Session(DAY_0, (), wish=wish)


def test_what_asks_something_is_offered() -> None:
    assert [*offers(DONE, asks_always)] == ["drill", "more", "ahead"]


def test_what_asks_nothing_is_not_offered() -> None:
    assert not offers(DONE, asks_never)


def test_nothing_beyond_the_day_is_offered_before_the_day_is_done() -> None:
    stopped = asks_always(WHAT_IS_DUE)
    assert [*offers(stopped, asks_always)] == ["drill"]


def test_a_finished_cram_does_not_end_the_day() -> None:
    cram = asks_never(CRAM)
    assert [*offers(cram, asks_always)] == ["drill"]


def test_after_a_day_ahead_the_next_one_is_offered() -> None:
    first = offers(DONE, asks_always)["ahead"]
    done = Session(DAY_0, (), wish=first.wish)
    assert offers(done, asks_always)["ahead"].wish.days_ahead == 2


def test_after_a_drill_of_what_was_missed_it_is_offered_again() -> None:
    assert offers(asks_never(MISSED_AGAIN), asks_always)["drill"].wish == MISSED_AGAIN
