"""Searches and marks, from the learner's files to what is asked."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from builders import DAY_0
from learner import Learner, a_learner, answered, deck_of, use_builtin
from pmflash.model.event import EventKind
from pmflash.model.failure import UsageError
from pmflash.study.scope import EVERYTHING

DAY_1 = DAY_0 + timedelta(days=1)
CARD = "biology/f07/answer"


@pytest.fixture
def learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Learner:
    """A learner of two decks of 12 cards, who has answered six of them yesterday."""
    use_builtin(tmp_path / "nothing", monkeypatch)
    learner = a_learner(tmp_path)
    learner.writes("decks/biology.yaml", deck_of(12))
    learner.writes("decks/geology.yaml", deck_of(12, "Geology"))
    collection = learner.opens()
    answered(collection, collection.session(), ["Good"] * 6)
    learner.watch.morning_of(DAY_1)
    return learner


def test_a_sitting_asks_only_what_its_search_finds(learner: Learner) -> None:
    collection = learner.opens()
    session = collection.session(collection.scope((), search='"question 7" or is:due'))
    assert session.counts.due == 6
    assert {card.id for card in session.plan if card.is_new} == {
        CARD,
        "geology/f07/answer",
    }


def test_a_search_counts_inside_the_decks_that_are_named(learner: Learner) -> None:
    scope = learner.opens().scope(["geology"], search="id:f07")
    assert [card.id for card in learner.opens().cards(scope)] == ["geology/f07/answer"]


def test_a_search_goes_by_the_budget_of_the_day(learner: Learner) -> None:
    learner.writes("settings.yaml", "new_per_day: 3\n")
    collection = learner.opens()
    session = collection.session(collection.scope((), search="deck:geology is:new"))
    assert (session.counts.new, session.counts.due) == (3, 0)


def test_a_search_that_is_only_space_is_none(learner: Learner) -> None:
    assert learner.opens().scope((), search="  ") == EVERYTHING


def test_a_sitting_on_a_search_goes_on_where_it_stopped(learner: Learner) -> None:
    collection = learner.opens()
    scope = collection.scope((), search="is:due")
    session = answered(collection, collection.session(scope), ["Again", "Good"])
    restarted = learner.opens()
    again = restarted.session(restarted.scope((), search="is:due"))
    assert again == session
    assert again.counts.drill == 1


def test_a_sitting_searches_anew_when_the_day_changes(learner: Learner) -> None:
    collection = learner.opens()
    scope = collection.scope((), search="is:due")
    session = answered(collection, collection.session(scope), ["Good"] * 6)
    assert session.turn is None
    collection.mark(EventKind.FLAG, CARD)
    learner.watch.morning_of(DAY_1 + timedelta(days=6))
    assert collection.refreshed(session).counts.due == 6
    learner.watch.morning_of(DAY_1 + timedelta(days=7))
    assert collection.refreshed(session).counts.left == 6


def test_what_is_not_about_a_sitting_goes_by_now(learner: Learner) -> None:
    collection = learner.opens()
    morning = collection.scope((), search="is:due")
    answered(collection, collection.session(morning), ["Good"])
    now = collection.scope((), search="is:due", in_all=True)
    assert len(collection.cards(morning)) == 6
    assert len(collection.cards(now)) == 5


def test_the_overview_of_a_search_counts_its_cards_alone(learner: Learner) -> None:
    overview = learner.opens().overview(search="deck:geology")
    assert [row.id for row in overview.rows] == ["geology"]
    assert overview.all_decks.total == 12


def test_a_search_heals_a_cache_that_broke_meanwhile(learner: Learner) -> None:
    collection = learner.opens()
    file = learner.locations.cache / "cards.sqlite"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE texts SET sum = sum + 1")
    assert collection.scope((), search="question").cards
    assert file.exists()


def test_an_unknown_name_is_a_usage_error_with_its_place(learner: Learner) -> None:
    with pytest.raises(UsageError) as wrong:
        learner.opens().scope((), search="deck:biologie")
    assert wrong.value.help == "did you mean `biology`?"
    assert wrong.value.excerpt[1:] == ("deck:biologie", "     ^^^^^^^^")


@pytest.mark.parametrize(
    ("kind", "state"),
    [("flag", "flagged"), ("suspend", "suspended"), ("bury", "buried")],
)
def test_a_mark_is_saved_and_found(learner: Learner, kind: str, state: str) -> None:
    event = learner.opens().mark(EventKind(kind), CARD)
    assert event in learner.saved()
    assert learner.opens().scope((), search=f"is:{state}").cards == frozenset({CARD})


def test_a_card_suspended_or_buried_is_not_asked(learner: Learner) -> None:
    collection = learner.opens()
    due = collection.session(collection.scope((), search="is:due")).plan
    collection.mark(EventKind.SUSPEND, due[0].id)
    collection.mark(EventKind.BURY, due[1].id)
    assert collection.session(collection.scope((), search="is:due")).plan == due[2:]


def test_a_card_that_was_reset_is_new(learner: Learner) -> None:
    collection = learner.opens()
    card = collection.session(collection.scope((), search="is:due")).plan[0].id
    collection.mark(EventKind.RESET, card)
    assert card in (collection.scope((), search="is:new").cards or ())
