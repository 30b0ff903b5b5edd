"""Undo and redo after pmflash was left, or killed, and started again."""

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from builders import DAY_0
from learner import BUTTON, Learner, a_learner, answered, deck_of, use_builtin
from pmflash.collection import Collection
from pmflash.log import Log
from pmflash.model.event import Event, EventKind
from pmflash.model.settings import Settings
from pmflash.storage.locations import Locations
from pmflash.study.session import Session
from pmflash.study.standing import Standing

CARD = "biology/f01/answer"
MARKS = ("suspend", "bury", "reset", "flag", "note")


@pytest.fixture
def learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Learner:
    """A learner of nine cards."""
    use_builtin(tmp_path / "nothing", monkeypatch)
    learner = a_learner(tmp_path)
    learner.writes("decks/biology.yaml", deck_of(9))
    return learner


def mark(learner: Learner, kind: str) -> None:
    """Do something to the first card beside answering it."""
    log = Log(learner.locations, learner.watch, Settings())
    log.save(EventKind(kind), CARD, note="which figure?" if kind == "note" else "")


def undo(learner: Learner) -> Session:
    """Take back what was done last, in a program that has just started."""
    collection = learner.opens()
    return collection.undo(collection.session())


def redo(learner: Learner) -> Session:
    """Do again what was taken back last, in a program that has just started."""
    collection = learner.opens()
    return collection.redo(collection.session())


def known(learner: Learner) -> tuple[Session, object, Standing]:
    """What the next start knows of the day, the first card and what comes next."""
    collection = learner.opens()
    session = collection.session()
    return session, session.turn, collection.standing(CARD)


def rate(learner: Learner, label: str) -> None:
    collection = learner.opens()
    answered(collection, collection.session(), [label])


@pytest.mark.parametrize("label", BUTTON)
def test_a_rating_is_taken_back_and_given_again_over_restarts(
    learner: Learner, label: str
) -> None:
    fresh = known(learner)
    rate(learner, label)
    rated = known(learner)
    undo(learner)
    assert known(learner) == fresh
    redo(learner)
    assert known(learner) == rated


@pytest.mark.parametrize("kind", MARKS)
def test_a_mark_is_taken_back_and_made_again_over_restarts(
    learner: Learner, kind: str
) -> None:
    rate(learner, "Good")
    rated = known(learner)
    mark(learner, kind)
    marked = known(learner)
    assert marked[2] != rated[2]
    undo(learner)
    assert known(learner)[0::2] == rated[0::2]
    redo(learner)
    assert known(learner) == marked


def test_a_whole_day_is_taken_back_and_done_again_over_restarts(
    learner: Learner,
) -> None:
    states = [known(learner)]
    for label in ("Good", "Again", "Hard", "Easy", "Again", "Good"):
        rate(learner, label)
        states.append(known(learner))
    for state in states[-2::-1]:
        undo(learner)
        assert known(learner) == state
    for state in states[1:]:
        redo(learner)
        assert known(learner) == state
    assert known(learner)[0].taken_back == ()


def test_what_was_taken_back_is_asked_again_first_after_a_restart(
    learner: Learner,
) -> None:
    collection = learner.opens()
    session = collection.session().skipping(CARD)
    collection.undo(answered(collection, session, ["Good"]))
    turn = learner.opens().session().turn
    assert turn is not None
    assert turn.card == "biology/f02/answer"


def test_a_new_act_leaves_nothing_to_redo_after_a_restart(learner: Learner) -> None:
    for act in ("Hard", "flag"):
        rate(learner, "Good")
        undo(learner)
        collection = learner.opens()
        session = collection.session()
        assert session.taken_back
        after(collection, session, act)
        assert known(learner)[0].taken_back == ()


def test_another_sitting_is_offered_nothing_of_what_this_one_took_back(
    learner: Learner,
) -> None:
    learner.writes("decks/chemistry.yaml", deck_of(3, "Chemistry"))
    collection = learner.opens()
    scope = collection.scope(["biology"])
    collection.undo(answered(collection, collection.session(scope), ["Good"]))
    later = learner.opens()
    other = later.session(later.scope(["chemistry"]))
    assert other.taken_back == ()
    answered(later, other, ["Good"])
    assert len(learner.opens().session(scope).taken_back) == 1


def test_an_act_that_two_windows_take_back_is_taken_back_once(
    learner: Learner,
) -> None:
    rate(learner, "Good")
    windows = [learner.opens() for _ in range(2)]
    for collection, session in [(each, each.session()) for each in windows]:
        collection.undo(session)
    assert len(learner.saved()) == 2
    assert len(known(learner)[0].taken_back) == 1


def test_what_another_window_rated_meanwhile_is_not_rated_again_by_a_redo(
    learner: Learner,
) -> None:
    rate(learner, "Good")
    collection = learner.opens()
    session = collection.undo(collection.session())
    rate(learner, "Easy")
    assert collection.redo(session).taken_back == ()
    assert learner.opens().standing(CARD).review_count == 1


def test_a_mark_is_not_redone_behind_what_another_window_did_since(
    learner: Learner,
) -> None:
    rate(learner, "Good")
    for kind, act in (("reset", "Good"), ("flag", "flag"), ("note", "note")):
        learner.watch.moment += timedelta(days=1)
        collection = learner.opens()
        session = collection.marked(collection.session(), EventKind(kind), CARD)
        session = collection.undo(session)
        rate(learner, act) if act in BUTTON else mark(learner, act)
        told = known(learner)
        assert collection.redo(session).taken_back == ()
        assert known(learner) == told


def test_a_redo_that_another_window_has_done_is_done_once(learner: Learner) -> None:
    rate(learner, "Good")
    mark(learner, "flag")
    mark(learner, "note")
    undo(learner)
    collection = learner.opens()
    session = collection.undo(collection.session())
    redo(learner)
    count = len(learner.saved())
    assert acts_of(collection.redo(session)) == acts_of(known(learner)[0])
    assert len(learner.saved()) == count


def test_a_day_on_which_two_devices_rated_one_card_is_taken_back_and_done_again(
    learner: Learner,
) -> None:
    home = learner.locations.home
    places = Locations(home, home / "../cache-2", home / "../state-2", "tablet")
    tablet = Learner(places, learner.watch)
    devices = [each.opens() for each in (learner, tablet)]
    sessions = [each.session() for each in devices]
    for device, session, labels in zip(
        devices, sessions, (["Good"], ["Hard", "Good"]), strict=True
    ):
        answered(device, session, labels)
    states = [known(learner)]
    collection = learner.opens()
    session = collection.session()
    for _ in range(3):
        session = collection.undo(session)
        states.append(known(learner))
        assert (session, session.turn) == states[-1][:2]
    assert session.answers == ()
    for state in states[-2::-1]:
        session = collection.redo(session)
        assert (session, session.turn) == state[:2]
        assert known(learner) == state
    assert session.taken_back == ()


def test_what_was_undone_is_asked_again_after_the_limits_were_lowered(
    learner: Learner,
) -> None:
    collection = learner.opens()
    session = answered(collection, collection.session(), ["Good", "Easy", "Good"])
    learner.writes("settings.yaml", "new_per_day: 1\n")
    undone = collection.undo(session)
    later = learner.opens().session()
    assert later.turn == undone.turn
    assert acts_of(later) == acts_of(undone)


def test_the_morning_is_as_far_as_an_undo_goes(learner: Learner) -> None:
    rate(learner, "Good")
    learner.watch.morning_of(DAY_0 + timedelta(days=1))
    collection = learner.opens()
    session = collection.session()
    assert collection.last_act(session) is None
    assert collection.undo(session) is session
    assert session.taken_back == ()


def test_an_answer_from_before_the_change_of_days_is_taken_back_after_it(
    learner: Learner,
) -> None:
    learner.watch.set("2026-01-06T03:59:50+01:00")
    collection = learner.opens()
    session = answered(collection, collection.session(), ["Good"])
    learner.watch.set("2026-01-06T04:00:10+01:00")
    collection.undo(session)
    assert learner.opens().due_on(CARD) is None


def test_undoing_is_in_order_on_a_clock_that_was_put_back(learner: Learner) -> None:
    rate(learner, "Good")
    learner.watch.set("2026-01-05T06:00:00+01:00")
    undo(learner)
    assert len(known(learner)[0].taken_back) == 1
    learner.watch.set("2026-01-05T05:00:00+01:00")
    redo(learner)
    assert known(learner)[0].taken_back == ()
    ats = [event.at for event in learner.saved()]
    assert ats == sorted(set(ats))


ACTS = ("undo", "redo", *BUTTON, "suspend", "bury", "flag")


def after(collection: Collection, session: Session, act: str) -> Session:
    """The session after `act`, where there is something to do it to."""
    if act in {"undo", "redo"}:
        take = collection.undo if act == "undo" else collection.redo
        return take(session)
    if session.turn is None:
        return session
    if act in BUTTON:
        return answered(collection, session, [act])
    return collection.marked(session, EventKind(act), session.turn.card)


@pytest.mark.parametrize("seed", range(30))
def test_a_restart_after_any_act_goes_on_as_if_there_had_been_none(
    learner: Learner, seed: int
) -> None:
    collection = learner.opens()
    session = collection.session()
    for act in Random(seed).choices([*ACTS, "undo", "undo", "redo"], k=25):
        session = after(collection, session, act)
        later = learner.opens().session()
        assert (later, later.turn) == (session, session.turn)
        assert acts_of(later) == acts_of(session)


def acts_of(session: Session) -> list[Event]:
    return [each.act for each in session.taken_back]
