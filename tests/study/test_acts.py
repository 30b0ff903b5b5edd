from dataclasses import replace

from builders import DAY_0, an_event
from pmflash.model.event import Event, EventKind
from pmflash.model.rating import FOUR_BUTTONS
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.acts import answer_details, last_act, with_taken_back
from pmflash.study.history import History
from pmflash.study.queue import PlannedCard
from pmflash.study.session import Session, TakenBack
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


def an_undone_rehearsal() -> Session:
    session = a_rehearsed_session()
    return session.taking_back(TakenBack(session.answers[-1], "undo"))


def spoken_in(session: Session, seconds: int) -> int:
    details = answer_details(session, FOUR_BUTTONS[2], 4000, seconds)
    assert isinstance(details["spoken_seconds"], int)
    return details["spoken_seconds"]


def test_a_rating_that_replaces_an_undone_one_keeps_its_time() -> None:
    assert spoken_in(an_undone_rehearsal(), 0) == 85


def test_a_time_of_its_own_counts_before_that_of_an_undone_rating() -> None:
    assert spoken_in(an_undone_rehearsal(), 70) == 70


def test_a_mark_from_before_a_cram_is_no_part_of_it() -> None:
    earlier, later = a_mark(), a_mark()
    wish = replace(CRAM, start=Start(at=earlier.at))
    session = replace(a_session(), wish=wish)
    assert last_act(session, (earlier,), lambda card: True) is None
    assert last_act(session, (earlier, later), lambda card: True) == later


def an_undo_of(event: Event) -> Event:
    kind = EventKind.UNDO
    return an_event(event.card, kind=kind, target=event.id, rating=None, quality=None)


def left_after(*events: Event) -> Session:
    """A sitting of the three cards a, b and c, on a day of these events."""
    cards = [f"flexport/{x}/answer" for x in "abc"]
    plan = tuple(PlannedCard(card, card[:10], is_new=False) for card in cards)
    history = History(Sm2())
    history.add(events)
    answers = (each for each in history.answers_on(DAY_0) if each.card in cards)
    session = Session(DAY_0, plan, tuple(answers))
    return with_taken_back(session, history, lambda card: False)


def redoable(*events: Event) -> list[Event]:
    return [each.act for each in left_after(*events).taken_back]


A, B, C = (an_event(f"flexport/{x}/answer") for x in "abc")


def test_what_was_undone_last_is_done_again_first() -> None:
    session = left_after(A, B, an_undo_of(B), an_undo_of(A))
    assert [each.act for each in session.taken_back] == [B, A]
    assert session.undone == A


def test_what_was_done_again_is_not_done_a_third_time() -> None:
    undo = an_undo_of(B)
    assert redoable(A, B, undo, an_undo_of(A), an_undo_of(undo)) == [A]


def test_an_act_that_was_undone_again_is_done_again_by_its_last_undo() -> None:
    undo = an_undo_of(A)
    redo, again = an_undo_of(undo), an_undo_of(A)
    (taken,) = left_after(A, undo, redo, again).taken_back
    assert (taken.act, taken.by) == (A, again.id)


def test_nothing_before_the_last_act_is_done_again() -> None:
    undo, later = an_undo_of(A), an_event(B.card)
    assert redoable(A, undo, later) == []
    assert redoable(A, undo, later, an_undo_of(later)) == [later]


def test_what_another_sitting_did_hides_nothing() -> None:
    undo, elsewhere = an_undo_of(A), an_event("x/y/z")
    assert redoable(A, undo, elsewhere, an_undo_of(elsewhere)) == [A]


def test_an_undo_of_what_is_unknown_is_passed_over() -> None:
    unknown = an_undo_of(an_event("x/y/z", id="f" * 16))
    assert redoable(A, unknown, an_undo_of(A)) == [A]


def test_a_card_that_was_rated_since_is_not_rated_again_by_redo() -> None:
    other = an_event("x/y/z")
    undos = an_undo_of(A), an_undo_of(other)
    assert redoable(A, other, an_event(A.card), *undos) == []


def test_a_card_that_two_devices_rated_is_undone_and_done_again_twice() -> None:
    again = an_event(A.card)
    undos = [an_undo_of(each) for each in (B, again, A)]
    assert redoable(A, again, B, undos[0]) == [B]
    assert redoable(A, again, B, *undos[:2]) == [B, again]
    assert redoable(A, again, B, *undos) == [B, again, A]
    redone = [an_undo_of(undos[2])]
    assert redoable(A, again, B, *undos, *redone) == [B, again]
    redone.append(an_undo_of(undos[1]))
    assert redoable(A, again, B, *undos, *redone) == [B]


def test_an_act_is_not_done_again_behind_one_that_is_done_again_before() -> None:
    again = an_event(A.card)
    assert redoable(A, again, an_undo_of(A), an_undo_of(again)) == [again]


def test_a_mark_is_not_made_again_behind_what_was_done_to_its_card_since() -> None:
    reset, other, late = a_mark(A.card), a_mark(B.card), an_event(A.card)
    undos = an_undo_of(other), an_undo_of(reset)
    assert redoable(reset, other, *undos) == [other, reset]
    assert redoable(reset, other, late, *undos) == []
    undos = an_undo_of(reset), an_undo_of(other)
    assert redoable(reset, other, late, *undos) == [other]


def test_a_day_without_undos_asks_about_no_card() -> None:
    history = History(Sm2())
    history.add([a_mark() for _ in range(3)])

    def ask(card: str) -> bool:
        raise AssertionError(card)

    assert with_taken_back(Session(DAY_0, ()), history, ask).taken_back == ()
