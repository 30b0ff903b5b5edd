"""Every sitting that a wish can make, and what must hold in all of them."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, product

import pytest

from builders import DAY_0, an_event
from pmflash.model.event import Event, EventKind
from pmflash.model.filing import Filing
from pmflash.model.rating import FOUR_BUTTONS, Rating
from pmflash.model.settings import Settings
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.history import History
from pmflash.study.index import CardIndex
from pmflash.study.scope import EVERYTHING
from pmflash.study.session import Session, TakenBack
from pmflash.study.sittings import session_of
from pmflash.study.wish import (
    A_DAY_AHEAD,
    CRAM,
    MISSED_AGAIN,
    MORE_NEW,
    WHAT_IS_DUE,
    Wish,
)

QUALITY = {button.rating: button.quality for button in FOUR_BUTTONS}
SETTINGS = Settings(new_per_day=2, reviews_per_day=2)
WISHES = (WHAT_IS_DUE, MORE_NEW, A_DAY_AHEAD, CRAM, MISSED_AGAIN)


def an_index(facts: int, views: int = 1) -> CardIndex:
    return tuple(
        (f"d/f{fact:02}/v{view}", f"d/f{fact:02}", Filing(("d",)))
        for fact in range(facts)
        for view in range(views)
    )


class Desk:
    """A learner of 20 facts, the first of which were reviewed before."""

    def __init__(self, *before: Event, index: CardIndex | None = None) -> None:
        self.index = index or an_index(20)
        self.history = History(Sm2())
        self.history.add(before)
        self._serial = count()

    def sits(self, wish: Wish = WHAT_IS_DUE, today: date = DAY_0) -> Session:
        return session_of(self.index, self.history, today, SETTINGS, EVERYTHING, wish)

    def answers(self, session: Session, *ratings: Rating) -> Session:
        for rating in ratings:
            turn = session.turn
            assert turn is not None
            event = an_event(
                turn.card,
                kind=turn.kind,
                rating=rating,
                quality=QUALITY[rating],
                day=session.today,
                at=self._now(),
            )
            self.history.add((event,))
            session = session.after(event)
        return session

    def finishes(self, wish: Wish = WHAT_IS_DUE) -> Session:
        session = self.sits(wish)
        while session.turn is not None:
            session = self.answers(session, Rating.GOOD)
        return session

    def undoes(self, session: Session) -> Session:
        if not session.answers:
            return session
        last = session.answers[-1]
        undo = an_event(last.card, kind=EventKind.UNDO, target=last.id, at=self._now())
        self.history.add((undo,))
        return session.taking_back(TakenBack(last, undo.id))

    def _now(self) -> str:
        return f"{DAY_0}T09:00:00.{next(self._serial):06}Z"


def before(days: int, fact: int, rating: Rating = Rating.GOOD) -> Event:
    day = DAY_0 - timedelta(days=days)
    at = f"{day}T08:00:00.{fact:06}Z"
    quality = QUALITY[rating]
    return an_event(f"d/f{fact:02}/v0", day=day, at=at, rating=rating, quality=quality)


def due_tomorrow(*facts: int) -> list[Event]:
    """Reviews after which these facts have an interval of six days."""
    return [before(days, fact) for fact in facts for days in (6, 5)]


def facts_of(session: Session) -> list[int]:
    return [int(card.fact.removeprefix("d/f")) for card in session.plan]


def test_more_new_cards_come_beyond_the_limit_of_the_day() -> None:
    desk = Desk()
    assert desk.finishes().total == 2
    more = desk.sits(MORE_NEW)
    assert (more.counts.new, more.done, more.total) == (10, 2, 12)


def test_more_can_be_wanted_twice() -> None:
    desk = Desk()
    desk.finishes()
    desk.finishes(MORE_NEW)
    assert desk.sits(MORE_NEW).counts.new == 8


def test_more_new_cards_are_never_two_of_a_fact() -> None:
    desk = Desk(index=an_index(4, views=3))
    desk.finishes()
    more = desk.finishes(MORE_NEW)
    assert len({card.fact for card in more.plan}) == len(more.plan) == 4
    assert desk.sits(MORE_NEW).turn is None


def test_what_was_more_is_over_after_a_restart() -> None:
    desk = Desk()
    desk.finishes()
    desk.answers(desk.sits(MORE_NEW), Rating.GOOD)
    again = desk.sits()
    assert (again.turn, again.done, again.counts.left) == (None, 3, 0)


def test_a_missed_card_of_what_was_more_is_still_in_the_drill_after_a_restart() -> None:
    desk = Desk()
    desk.finishes()
    desk.answers(desk.sits(MORE_NEW), Rating.AGAIN)
    assert desk.sits().counts.drill == 1


def test_a_day_ahead_asks_what_is_due_tomorrow() -> None:
    desk = Desk(*due_tomorrow(3, 4), *[before(1, 7)])
    desk.finishes()
    ahead = desk.sits(A_DAY_AHEAD)
    assert (ahead.counts.due, ahead.counts.new) == (2, 0)
    waiting = {*facts_of(ahead)} - {*facts_of(desk.sits())}
    assert waiting == {3, 4}


def test_a_card_first_met_today_is_not_studied_ahead() -> None:
    desk = Desk()
    desk.finishes()
    assert desk.sits(A_DAY_AHEAD).turn is None


def test_a_sibling_of_a_card_answered_today_is_not_studied_ahead() -> None:
    first, second = [before(days, 0) for days in (6, 5)], before(1, 0)
    sibling = second._replace(card="d/f00/v1")
    desk = Desk(*first, sibling, index=an_index(1, views=2))
    assert desk.finishes().total == 1
    assert desk.sits(A_DAY_AHEAD).turn is None


def test_reviews_ahead_have_a_days_limit_of_their_own() -> None:
    desk = Desk(*due_tomorrow(3, 4, 5), before(1, 7), before(1, 8))
    desk.finishes()
    assert desk.sits(A_DAY_AHEAD).counts.due == 2


def test_a_card_answered_ahead_counts_as_done_after_a_restart() -> None:
    desk = Desk(*due_tomorrow(3, 4))
    desk.finishes()
    desk.answers(desk.sits(A_DAY_AHEAD), Rating.AGAIN)
    again = desk.sits()
    assert (again.counts.drill, again.done) == (1, 2)


def test_a_cram_moves_no_due_date() -> None:
    desk = Desk(*due_tomorrow(3, 4), before(1, 7))
    states = {card: desk.history.standing(card).state for card, _, _ in desk.index}
    cram = desk.answers(desk.sits(CRAM), *[Rating.AGAIN, Rating.EASY] * 3)
    assert {answer.kind for answer in cram.answers} == {EventKind.CRAM}
    after = {card: desk.history.standing(card).state for card, _, _ in desk.index}
    assert after == states


def test_a_cram_is_no_part_of_the_day() -> None:
    desk = Desk(before(1, 7))
    day = desk.sits()
    desk.finishes(CRAM)
    assert desk.sits() == day


def test_a_missed_card_of_a_cram_comes_back_after_five_others() -> None:
    desk = Desk()
    cram = desk.answers(desk.sits(CRAM), Rating.HARD, *[Rating.GOOD] * 5)
    assert cram.turn is not None
    assert cram.turn.card == cram.plan[0].id
    assert cram.turn.kind is EventKind.CRAM


def test_a_cram_goes_on_where_it_was_broken_off() -> None:
    desk = Desk(before(1, 7))
    cram = desk.answers(desk.sits(CRAM), Rating.AGAIN, Rating.GOOD)
    again = desk.sits(CRAM)
    assert (again.turn, again.counts, again.answers) == (
        cram.turn,
        cram.counts,
        cram.answers,
    )


def test_a_cram_that_was_finished_begins_anew() -> None:
    desk = Desk()
    done = desk.finishes(CRAM)
    assert (done.done, done.counts.left) == (20, 0)
    assert desk.sits(CRAM).counts.left == 20


def test_a_finished_cram_stays_finished_when_it_is_made_anew() -> None:
    desk = Desk()
    done = desk.finishes(CRAM)
    assert desk.sits(done.wish) == done


def test_what_was_missed_is_asked_again_as_a_cram() -> None:
    desk = Desk()
    day = desk.answers(desk.sits(), Rating.AGAIN, Rating.GOOD, Rating.GOOD)
    assert day.turn is None
    missed = desk.sits(MISSED_AGAIN)
    assert [card.id for card in missed.plan] == [day.plan[0].id]
    assert missed.turn is not None
    assert missed.turn.kind is EventKind.CRAM


def test_what_was_missed_after_a_cram_is_crammed_once_more() -> None:
    desk = Desk(before(1, 7))
    desk.answers(desk.sits(CRAM), Rating.GOOD)
    desk.answers(desk.sits(), Rating.AGAIN, *[Rating.GOOD] * 3)
    missed = desk.sits(MISSED_AGAIN)
    assert (missed.answers, missed.counts.left) == ((), 1)


def test_only_a_cram_of_all_goes_on_on_another_day() -> None:
    desk = Desk()
    desk.finishes()
    started = [desk.sits(wish).wish for wish in WISHES]
    next_day = [wish.on_another_day() for wish in started]
    assert next_day == [WHAT_IS_DUE] * 3 + [CRAM, WHAT_IS_DUE]


def begun(wish: Wish) -> tuple[Desk, Session]:
    """A sitting of any sort that has something to ask."""
    desk = Desk(*due_tomorrow(3, 4), before(1, 7), before(1, 8))
    if wish is not WHAT_IS_DUE:
        session = desk.answers(desk.sits(), *[Rating.AGAIN] * 2)
        while session.turn is not None:
            session = desk.answers(session, Rating.GOOD)
    session = desk.sits(wish)
    assert session.turn is not None
    return desk, session


def after_each(desk: Desk, session: Session, acts: str) -> Iterator[Session]:
    """The session after each act: a rating, an undo, or a skip."""
    by_letter = {str(rating)[0]: rating for rating in Rating}
    for act in acts:
        if act == "u":
            session = desk.undoes(session)
        elif session.turn is not None and act == "s":
            session = session.skipping(session.turn.card)
        elif session.turn is not None:
            session = desk.answers(session, by_letter[act])
        yield session


@pytest.mark.parametrize("wish", WISHES)
def test_what_is_left_and_done_is_the_whole_at_every_moment(wish: Wish) -> None:
    for acts in product("agus", repeat=4):
        desk, session = begun(wish)
        planned = len({card.id for card in session.plan})
        for now in after_each(desk, session, "".join(acts)):
            counts = now.counts
            assert counts.new + counts.drill + counts.due + now.done == planned
            assert (now.turn is None) is (counts.left == 0)
            again = desk.sits(now.wish)
            assert (again.counts, again.done) == (counts, now.done)


@pytest.mark.parametrize("wish", WISHES)
def test_as_many_undos_as_answers_lead_back_to_the_start(wish: Wish) -> None:
    desk, session = begun(wish)
    turns, now = [session.turn], session
    for rating in (Rating.AGAIN, Rating.GOOD):
        if now.turn is not None:
            now = desk.answers(now, rating)
            turns.append(now.turn)
    while len(turns) > 1:
        turns.pop()
        now = desk.undoes(now)
        assert now.turn == turns[-1]
    assert (now, now.counts) == (session, session.counts)


@pytest.mark.parametrize("wish", WISHES)
def test_what_was_undone_can_be_done_again(wish: Wish) -> None:
    desk, session = begun(wish)
    after = desk.answers(session, Rating.AGAIN)
    assert desk.undoes(after).redoing() == after
