from builders import an_event
from pmflash.answering.base import Verdict
from pmflash.model.event import Event, EventKind
from pmflash.model.rating import Rating
from pmflash.scheduling.sm2 import Sm2, Sm2State
from pmflash.study.rehearsals import beside_earlier
from pmflash.study.rows import row_of, standing_of
from pmflash.study.standing import UNSEEN, replayed

NOW = Verdict(remark="85 s, 5 s left")


def spoken(
    seconds: int, rating: Rating = Rating.GOOD, kind: EventKind = EventKind.REVIEW
) -> Event:
    return an_event(spoken_seconds=seconds, rating=rating, kind=kind)


def told(*events: Event) -> str:
    standing = replayed(UNSEEN, events, Sm2())
    row = row_of(standing, len(events))
    assert standing_of(row, Sm2State) == standing
    return beside_earlier(NOW, standing).remark


def test_the_last_time_and_the_best_one_stand_beside_the_new_one() -> None:
    events = (spoken(110, Rating.HARD), spoken(82), spoken(97))
    assert told(*events) == "85 s, 5 s left; last time 97 s, best 82 s"


def test_a_short_time_that_was_not_good_is_not_the_best() -> None:
    events = (spoken(97), spoken(20, Rating.AGAIN), spoken(60, Rating.HARD))
    assert told(*events) == "85 s, 5 s left; last time 60 s, best 97 s"


def test_without_a_good_time_there_is_no_best() -> None:
    assert told(spoken(97, Rating.AGAIN)) == "85 s, 5 s left; last time 97 s"


def test_what_is_spoken_in_a_drill_or_a_cram_counts_too() -> None:
    for kind in (EventKind.DRILL, EventKind.CRAM):
        events = (spoken(97), spoken(82, kind=kind), an_event())
        assert told(*events) == "85 s, 5 s left; last time 82 s, best 82 s"


def test_answers_without_a_clock_are_no_rehearsals() -> None:
    assert told(an_event()) == "85 s, 5 s left"
