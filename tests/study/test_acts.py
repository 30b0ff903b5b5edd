from dataclasses import replace

from builders import DAY_0, an_event
from pmflash.model.event import Event, EventKind
from pmflash.model.rating import FOUR_BUTTONS
from pmflash.study.acts import answer_details, last_act
from pmflash.study.queue import PlannedCard
from pmflash.study.session import Session
from pmflash.study.wish import CRAM, Start


def a_mark(card: str = "flexport/a/answer") -> Event:
    return an_event(card, kind=EventKind.FLAG, rating=None, quality=None)


def a_session(*answers: Event) -> Session:
    return Session(DAY_0, (), answers)


def test_the_last_answer_is_taken_back_where_there_are_no_marks() -> None:
    first, second = an_event(), an_event()
    assert last_act(a_session(first, second), (), lambda card: True) == second


def test_a_later_mark_is_taken_back_before_an_answer() -> None:
    answer, mark = an_event(), a_mark()
    assert last_act(a_session(answer), (mark,), lambda card: True) == mark


def test_an_earlier_mark_waits_for_the_answer() -> None:
    mark, answer = a_mark(), an_event()
    assert last_act(a_session(answer), (mark,), lambda card: True) == answer


def test_a_mark_of_another_sitting_is_left_alone() -> None:
    answer, other, ours = an_event(), a_mark("x/y/z"), a_mark()
    session = a_session(answer)
    assert last_act(session, (ours, other), lambda card: card != "x/y/z") == ours
    assert last_act(session, (other,), lambda card: card != "x/y/z") == answer


def test_nothing_done_is_nothing_to_take_back() -> None:
    assert last_act(a_session(), (), lambda card: True) is None


def a_rehearsed_session() -> Session:
    """A session that asks a card which was just spoken for 85 seconds."""
    spoken = an_event(spoken_seconds=85)
    return Session(
        DAY_0, (PlannedCard(spoken.card, "flexport/a", is_new=True),), (spoken,)
    )


def spoken_in(session: Session, seconds: int) -> int:
    details = answer_details(session, FOUR_BUTTONS[2], 4000, seconds)
    assert isinstance(details["spoken_seconds"], int)
    return details["spoken_seconds"]


def test_a_rating_that_replaces_an_undone_one_keeps_its_time() -> None:
    assert spoken_in(a_rehearsed_session().before_last(), 0) == 85


def test_a_time_of_its_own_counts_before_that_of_an_undone_rating() -> None:
    assert spoken_in(a_rehearsed_session().before_last(), 70) == 70


def test_a_mark_from_before_a_cram_is_no_part_of_it() -> None:
    earlier, later = a_mark(), a_mark()
    wish = replace(CRAM, start=Start(at=earlier.at))
    session = replace(a_session(), wish=wish)
    assert last_act(session, (earlier,), lambda card: True) is None
    assert last_act(session, (earlier, later), lambda card: True) == later
