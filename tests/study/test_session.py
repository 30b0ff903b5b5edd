from dataclasses import replace
from datetime import timedelta

from builders import DAY_0, an_event
from pmflash.model.event import EventKind
from pmflash.model.rating import FOUR_BUTTONS, Rating
from pmflash.study.queue import PlannedCard
from pmflash.study.session import Session, TakenBack, Turn

QUALITY = {button.rating: button.quality for button in FOUR_BUTTONS}


def a_session(cards: int, new: int = 0) -> Session:
    plan = tuple(
        PlannedCard(f"d/f{place}/answer", f"d/f{place}", is_new=place < new)
        for place in range(cards)
    )
    return Session(DAY_0, plan)


def answered(session: Session, *ratings: Rating) -> Session:
    for rating in ratings:
        turn = session.turn
        assert turn is not None
        quality = QUALITY[rating]
        event = an_event(turn.card, kind=turn.kind, rating=rating, quality=quality)
        session = session.after(event)
    return session


def before_last(session: Session) -> Session:
    return session.taking_back(TakenBack(session.answers[-1], "undo"))


def asked(session: Session) -> str:
    assert session.turn is not None
    return session.turn.card.split("/")[1]


def test_cards_are_asked_in_the_order_of_the_plan() -> None:
    session = a_session(2)
    assert asked(session) == "f0"
    assert asked(answered(session, Rating.GOOD)) == "f1"


def test_a_day_without_cards_has_no_turn() -> None:
    assert a_session(0).turn is None


def test_a_missed_card_comes_back_after_five_others() -> None:
    missed = answered(a_session(9), Rating.AGAIN, *[Rating.GOOD] * 4)
    assert asked(missed) == "f5"
    assert asked(answered(missed, Rating.GOOD)) == "f0"


def test_a_hard_card_comes_back_too() -> None:
    assert asked(answered(a_session(9), Rating.HARD, *[Rating.GOOD] * 5)) == "f0"


def test_a_missed_card_comes_back_in_the_drill() -> None:
    turn = answered(a_session(1), Rating.AGAIN).turn
    assert turn is not None
    assert turn.kind is EventKind.DRILL


def test_missing_all_of_a_short_day_does_not_end_it() -> None:
    session = answered(a_session(2), Rating.AGAIN, Rating.AGAIN)
    assert (asked(session), session.counts.drill) == ("f0", 2)


def test_the_drill_alternates_between_its_cards() -> None:
    session = answered(a_session(2), *[Rating.AGAIN] * 3)
    assert asked(session) == "f1"


def test_a_drilled_card_leaves_when_it_is_good() -> None:
    session = answered(a_session(1), Rating.AGAIN, Rating.HARD, Rating.GOOD)
    assert session.turn is None


def test_a_full_drill_is_emptied_before_more_is_asked() -> None:
    session = a_session(40)
    for planned in session.plan[:10]:
        session = session.after(an_event(planned.id, rating=Rating.AGAIN, quality=2))
    for planned in session.plan[:5]:
        session = session.after(an_event(planned.id, rating=Rating.HARD, quality=3))
    assert session.counts.drill == 10
    assert session.turn == Turn("d/f5/answer", is_new=False, kind=EventKind.DRILL)


def test_missing_everything_goes_round_in_a_small_hand() -> None:
    session = answered(a_session(40), *[Rating.AGAIN] * 30)
    assert session.counts.drill == 6


def test_counts_fall_by_one_with_every_passed_card() -> None:
    session = a_session(6, new=2)
    for left in range(6, 0, -1):
        assert (session.counts.left, session.done) == (left, 6 - left)
        session = answered(session, Rating.GOOD)
    assert session.counts.left == 0


def test_counts_tell_new_from_due_from_drill() -> None:
    session = answered(a_session(6, new=2), Rating.AGAIN)
    counts = session.counts
    assert (counts.new, counts.drill, counts.due) == (1, 1, 4)


def test_left_plus_done_is_the_whole_day_at_every_moment() -> None:
    session = a_session(7, new=3)
    ratings = [Rating.AGAIN, Rating.HARD, Rating.GOOD] * 3
    for rating in ratings:
        assert session.total == 7
        session = answered(session, rating)


def test_taking_back_an_answer_restores_the_session() -> None:
    session = answered(a_session(3), Rating.AGAIN)
    assert before_last(answered(session, Rating.GOOD)) == session


def test_a_card_whose_rating_was_taken_back_is_asked_first() -> None:
    session = answered(a_session(3), Rating.GOOD, Rating.GOOD)
    (first, second) = session.answers
    swapped = before_last(replace(session, answers=(second, first)))
    assert swapped.turn == Turn(first.card, is_new=False, kind=EventKind.REVIEW)


def skipping(session: Session) -> Session:
    """The session after a skip."""
    assert session.turn
    return session.skipping(session.turn.card)


def test_a_skipped_card_comes_when_all_others_are_done() -> None:
    session = a_session(3)
    first = asked(session)
    session = skipping(session)
    seen = []
    while session.turn:
        seen.append(asked(session))
        session = answered(session, Rating.GOOD)
    assert seen[-1] == first
    assert len(seen) == 3


def test_a_skipped_card_waits_for_the_drill_too() -> None:
    session = a_session(2)
    first = asked(session)
    session = answered(skipping(session), Rating.AGAIN)
    assert asked(session) != first
    session = answered(session, Rating.GOOD)
    assert asked(session) == first


def test_a_card_of_the_drill_can_be_skipped() -> None:
    session = answered(a_session(1), Rating.AGAIN)
    assert skipping(session).turn == session.turn


def test_skips_change_no_counts() -> None:
    session = a_session(4, new=2)
    assert skipping(session).counts == session.counts


def test_the_last_skip_is_taken_back_first() -> None:
    session = a_session(3)
    once = skipping(session)
    twice = skipping(once)
    assert twice.fresh_skips == 2
    assert twice.unskipping().turn == once.turn
    assert twice.unskipping().unskipping().turn == session.turn


def test_skips_outlive_a_plan_made_anew() -> None:
    session = a_session(3)
    skipped = skipping(session)
    assert session.resuming(skipped).turn == skipped.turn


def test_a_session_made_anew_goes_by_what_it_knows_of_undos() -> None:
    undone = before_last(answered(a_session(3), Rating.GOOD))
    anew = a_session(3)
    assert anew.resuming(undone).taken_back == ()
    assert undone.resuming(anew).taken_back == undone.taken_back


def test_nothing_is_redone_before_a_skip_until_that_is_taken_back() -> None:
    undone = before_last(answered(a_session(3), Rating.GOOD))
    skipped = undone.resuming(skipping(undone))
    assert skipped.undone is None
    assert asked(skipped) == "f1"
    assert skipped.unskipping().undone == undone.undone


def test_an_answer_leaves_nothing_to_redo() -> None:
    session = before_last(answered(a_session(3), Rating.GOOD, Rating.GOOD))
    assert session.taken_back
    assert not answered(session, Rating.HARD).taken_back


def test_a_sitting_asks_to_stop_when_its_time_is_up() -> None:
    session = a_session(3).limited(1)
    first = an_event("d/f0/answer", milliseconds=59_000)
    second = an_event("d/f1/answer", milliseconds=1_000)
    assert not session.after(first).is_time_up
    over = session.after(first).after(second)
    assert over.is_time_up
    assert not over.going_on(10).is_time_up


def test_a_sitting_that_is_done_does_not_ask_to_stop() -> None:
    done = a_session(1).limited(1).after(an_event("d/f0/answer", milliseconds=99_000))
    assert (done.turn, done.is_time_up) == (None, False)


def test_an_undo_brings_its_time_back() -> None:
    long = an_event("d/f0/answer", milliseconds=99_000)
    over = a_session(3).limited(1).after(long)
    assert before_last(over).limit == a_session(3).limited(1).limit
    assert before_last(over).redoing().limit == over.limit


def test_the_time_spent_outlives_a_plan_made_anew() -> None:
    long = an_event("d/f0/answer", milliseconds=99_000)
    over = a_session(3).limited(1).after(long)
    anew = replace(a_session(3).limited(1), answers=over.answers)
    assert anew.resuming(over).is_time_up
    tomorrow = replace(a_session(3), today=DAY_0 + timedelta(days=1))
    assert tomorrow.resuming(over).is_time_up
