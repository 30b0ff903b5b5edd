from datetime import timedelta
from itertools import permutations

import pytest

from builders import DAY_0, an_event
from pmflash.model.event import Event, EventKind
from pmflash.model.rating import Rating
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.history import History
from pmflash.study.standing import UNSEEN

DAY_1 = DAY_0 + timedelta(days=1)
CARD = "flexport/a/answer"


def a_history(*events: Event) -> History:
    history = History(Sm2())
    history.add(events)
    return history


def an_undo_of(event: Event) -> Event:
    return an_event(
        CARD, kind=EventKind.UNDO, target=event.id, rating=None, quality=None
    )


def test_a_card_without_events_is_unseen() -> None:
    assert a_history().standing(CARD) is UNSEEN


def test_a_review_makes_the_card_due_when_the_scheduler_says() -> None:
    state = a_history(an_event(CARD)).standing(CARD).state
    assert state is not None
    assert state.due_on == DAY_1


def test_a_drill_answer_changes_no_state() -> None:
    review = an_event(CARD, rating=Rating.AGAIN, quality=2)
    drill = an_event(CARD, kind=EventKind.DRILL)
    assert a_history(review, drill).standing(CARD) == a_history(review).standing(CARD)


def test_an_undone_review_leaves_no_trace() -> None:
    review = an_event(CARD)
    assert a_history(review, an_undo_of(review)).standing(CARD) == UNSEEN


def test_undoing_an_undo_brings_the_review_back() -> None:
    review = an_event(CARD)
    undo = an_undo_of(review)
    history = a_history(review, undo, an_undo_of(undo))
    assert history.standing(CARD).state is not None


def test_two_undos_of_one_another_do_not_hang() -> None:
    review = an_event(CARD)
    first = an_event(CARD, id="f" * 16, kind=EventKind.UNDO, target="e" * 16)
    second = an_event(CARD, id="e" * 16, kind=EventKind.UNDO, target="f" * 16)
    assert a_history(review, first, second).standing(CARD).state is not None


@pytest.mark.parametrize(("undos", "is_undone"), [(3000, False), (3001, True)])
def test_undos_may_take_one_another_back_for_ever(undos: int, is_undone: bool) -> None:
    chain = [an_event(CARD)]
    for _ in range(undos):
        chain.append(an_undo_of(chain[-1]))
    assert (a_history(*chain).standing(CARD) == UNSEEN) is is_undone


def test_of_two_undos_one_that_holds_is_enough() -> None:
    review = an_event(CARD)
    first, second = an_undo_of(review), an_undo_of(review)
    history = a_history(review, first, second, an_undo_of(first))
    assert history.standing(CARD) == UNSEEN


def test_the_order_in_which_events_arrive_changes_nothing() -> None:
    first, second = an_event(CARD), an_event(CARD, day=DAY_1, rating=Rating.AGAIN)
    events = (first, second, an_undo_of(first))
    standings = {a_history(*order).standing(CARD) for order in permutations(events)}
    assert len(standings) == 1


def test_an_event_that_arrives_late_is_taken_in() -> None:
    earlier, later = an_event(CARD), an_event(CARD, day=DAY_1)
    history = a_history(later)
    history.standing(CARD)
    history.add((earlier,))
    assert history.standing(CARD) == a_history(earlier, later).standing(CARD)


def test_the_standing_before_a_day_ignores_what_happened_on_it() -> None:
    history = a_history(an_event(CARD), an_event(CARD, day=DAY_1))
    assert history.standing_before(CARD, DAY_1) == a_history(an_event(CARD)).standing(
        CARD
    )


def test_a_suspended_card_is_suspended_until_resumed() -> None:
    suspended = an_event(CARD, kind=EventKind.SUSPEND)
    assert a_history(suspended).standing(CARD).is_suspended
    resumed = an_event(CARD, kind=EventKind.RESUME)
    assert not a_history(suspended, resumed).standing(CARD).is_suspended


def test_a_reset_card_is_new_again() -> None:
    history = a_history(an_event(CARD), an_event(CARD, kind=EventKind.RESET))
    assert history.standing(CARD).state is None


def test_a_buried_card_knows_its_day() -> None:
    history = a_history(an_event(CARD, kind=EventKind.BURY))
    assert history.standing(CARD).buried_on == DAY_0


def test_the_answers_of_a_day_leave_out_what_was_undone() -> None:
    kept, undone = an_event("flexport/b/answer"), an_event(CARD)
    history = a_history(kept, undone, an_undo_of(undone))
    assert history.answers_on(DAY_0) == (kept,)


def test_a_day_whose_answers_were_all_undone_was_not_studied() -> None:
    review = an_event(CARD)
    assert a_history(review, an_undo_of(review)).study_days() == frozenset()


def test_cramming_changes_no_state() -> None:
    assert a_history(an_event(CARD, kind=EventKind.CRAM)).standing(CARD) == UNSEEN


def test_a_second_flag_takes_the_flag_away() -> None:
    flag = an_event(CARD, kind=EventKind.FLAG)
    history = a_history(flag)
    assert history.standing(CARD).is_flagged
    history.add([an_event(CARD, kind=EventKind.FLAG)])
    assert not history.standing(CARD).is_flagged


def test_a_review_leaves_flags_and_suspension_as_they_are() -> None:
    marks = [an_event(CARD, kind=EventKind(kind)) for kind in ("flag", "suspend")]
    standing = a_history(*marks, an_event(CARD)).standing(CARD)
    assert standing.is_flagged
    assert standing.is_suspended


def test_a_card_set_aside_is_not_due() -> None:
    review, tomorrow = an_event(CARD), DAY_1
    assert a_history(review).standing(CARD).is_due(tomorrow, 0)
    buried = a_history(review, an_event(CARD, kind=EventKind.BURY, day=tomorrow))
    assert not buried.standing(CARD).is_due(tomorrow, 0)
    assert buried.standing(CARD).is_due(tomorrow + timedelta(days=1), 0)
    suspended = a_history(review, an_event(CARD, kind=EventKind.SUSPEND))
    assert not suspended.standing(CARD).is_due(tomorrow, 0)


def test_the_events_of_a_card_come_in_order_without_the_undone() -> None:
    first, undone, last = (an_event(CARD) for _ in range(3))
    history = a_history(last, undone, first, an_undo_of(undone))
    assert [*history.events_by_card()] == [[first, last]]


def test_the_last_note_stands_until_an_empty_one_takes_it_away() -> None:
    noted = an_event(CARD, kind=EventKind.NOTE, note="which figure?", rating=None)
    cleared = an_event(CARD, kind=EventKind.NOTE, note="", rating=None)
    assert a_history(noted).standing(CARD).note == "which figure?"
    assert a_history(noted, cleared).standing(CARD).note == ""


def test_the_notes_that_stand_are_told_with_their_cards() -> None:
    noted = an_event(CARD, kind=EventKind.NOTE, note="which figure?", rating=None)
    undone = an_event("a/b/c", kind=EventKind.NOTE, note="no", rating=None)
    undo = an_event("a/b/c", kind=EventKind.UNDO, target=undone.id, rating=None)
    assert a_history(noted, undone, undo).notes() == {CARD: "which figure?"}


def test_a_review_leaves_the_note_and_keeps_the_rev_it_was_about() -> None:
    noted = an_event(CARD, kind=EventKind.NOTE, note="which figure?", rating=None)
    standing = a_history(noted, an_event(CARD, rev=2)).standing(CARD)
    assert (standing.note, standing.rev) == ("which figure?", 2)


def test_what_happened_under_a_former_name_counts_for_the_present_one() -> None:
    history = History(Sm2(), {"flexport/a": "flexport/b"})
    history.add([an_event(CARD)])
    assert history.standing("flexport/b/answer").state is not None
    assert history.standing(CARD) is UNSEEN
