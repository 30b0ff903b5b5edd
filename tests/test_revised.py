"""A fact whose author raised its `rev`: asked again at once, its history kept."""

from datetime import timedelta
from pathlib import Path

import pytest

from builders import DAY_0
from learner import Learner, a_learner, answered, use_builtin
from pmflash.collection import Collection
from pmflash.model.card import Card
from pmflash.study.standing import Standing

CARD = "biology/wall/answer"
DAY_1 = DAY_0 + timedelta(days=1)
DAY_2 = DAY_0 + timedelta(days=2)
DECK = "title: Biology\nfacts:\n  - {id: wall, q: What is outermost?, a: %s%s}\n"


@pytest.fixture
def learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Learner:
    """A learner of one card, due in six days after its second review on day 1."""
    use_builtin(tmp_path / "nothing", monkeypatch)
    learner = a_learner(tmp_path)
    learner.writes("decks/biology.yaml", DECK % ("The wall", ""))
    for day in (DAY_0, DAY_1):
        learner.watch.morning_of(day)
        collection = learner.opens()
        answered(collection, collection.session(), ["Good"])
    learner.watch.morning_of(DAY_2)
    return learner


def revised(learner: Learner, rev: int = 1) -> Collection:
    """What pmflash knows after the fact was corrected."""
    learner.writes("decks/biology.yaml", DECK % ("The membrane", f", rev: {rev}"))
    return learner.opens()


def found(collection: Collection, search: str) -> tuple[Card, ...]:
    return collection.cards(collection.scope((), search=search, in_all=True))


def test_a_card_that_is_not_due_is_asked_once_its_fact_is_revised(
    learner: Learner,
) -> None:
    assert learner.opens().session().turn is None
    turn = revised(learner).session().turn
    assert turn is not None
    assert (turn.card, turn.is_new) == (CARD, False)


def test_a_rewording_without_a_higher_rev_asks_nothing(learner: Learner) -> None:
    assert revised(learner, rev=0).session().turn is None


def test_a_revised_card_keeps_its_state_until_it_is_reviewed(learner: Learner) -> None:
    before = learner.opens().standing(CARD)
    assert revised(learner).standing(CARD) == before


def test_a_revised_card_is_due_in_every_figure(learner: Learner) -> None:
    before, after = learner.opens(), revised(learner)
    assert (before.statistics().due_now, after.statistics().due_now) == (0, 1)
    assert (before.overview().forecast[4][1], after.overview().forecast[4][1]) == (1, 0)
    assert after.overview().all_decks.counts.due == 1
    assert after.statistics().cards == before.statistics().cards


@pytest.mark.parametrize("search", ["is:due", "due:today"])
def test_a_search_finds_a_revised_card_among_those_due(
    learner: Learner, search: str
) -> None:
    assert found(learner.opens(), search) == ()
    assert [card.id for card in found(revised(learner), search)] == [CARD]


def test_a_sitting_of_what_is_due_goes_on_after_a_revised_card(
    learner: Learner,
) -> None:
    collection = revised(learner)
    scope = collection.scope((), search="is:due")
    answered(collection, collection.session(scope), ["Again"])
    again = learner.opens()
    assert again.session(again.scope((), search="is:due")).counts.drill == 1


def test_the_review_of_a_revised_card_makes_it_one_like_others(
    learner: Learner,
) -> None:
    collection = revised(learner)
    session = collection.session()
    shown = {e.button.label: e.state for e in collection.outcomes(session)}
    answered(collection, session, ["Good"])
    standing = learner.opens().standing(CARD)
    assert standing.state == shown["Good"]
    assert (standing.rev, standing.is_revised(1)) == (1, False)
    assert learner.opens().session().counts.left == 0


def test_undoing_that_review_asks_the_card_again(learner: Learner) -> None:
    collection = revised(learner)
    after = answered(collection, collection.session(), ["Good"])
    assert collection.undo(after).turn is not None
    assert learner.opens().standing(CARD).is_revised(1)


def test_a_card_is_not_asked_twice_on_the_day_of_its_revision(
    learner: Learner,
) -> None:
    collection = revised(learner)
    answered(collection, collection.session(), ["Good"])
    again = revised(learner, rev=2)
    assert (again.session().turn, again.statistics().due_now) == (None, 0)
    learner.watch.morning_of(DAY_2 + timedelta(days=1))
    assert learner.opens().session().counts.due == 1


def test_ratings_of_facts_without_a_rev_say_nothing_of_it(learner: Learner) -> None:
    (journal,) = learner.locations.progress.glob("*.jsonl")
    assert b'"rev"' not in journal.read_bytes()
    collection = revised(learner)
    answered(collection, collection.session(), ["Good"])
    assert journal.read_bytes().count(b'"rev":1') == 1


def test_a_card_made_new_again_is_not_revised() -> None:
    assert Standing(None, rev=1).due_on(DAY_0, 2) is None
