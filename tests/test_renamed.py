"""A fact that got another id and says so: its progress comes along."""

from pathlib import Path

import pytest

from learner import Learner, a_learner, answered, use_builtin
from pmflash.model.event import EventKind

DECK = "title: Biology\nfacts:\n  - {id: %s, q: What is outermost?, a: The wall}\n"
WALL, SKIN = "biology/wall/answer", "biology/skin/answer"


@pytest.fixture
def learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Learner:
    """A learner who reviewed the one card of `wall` today, and flagged it."""
    use_builtin(tmp_path / "nothing", monkeypatch)
    learner = a_learner(tmp_path)
    learner.writes("decks/biology.yaml", DECK % "wall")
    collection = learner.opens()
    answered(collection, collection.session(), ["Good"])
    collection.mark(EventKind.FLAG, WALL)
    return learner


def rename(learner: Learner, fields: str) -> None:
    learner.writes("decks/biology.yaml", DECK % fields)


def test_a_renamed_fact_without_a_word_is_a_new_one(learner: Learner) -> None:
    rename(learner, "skin")
    assert learner.opens().session().counts.new == 1


def test_a_fact_that_says_what_it_was_keeps_its_progress(learner: Learner) -> None:
    before = learner.opens().standing(WALL)
    rename(learner, "skin, formerly: wall")
    after = learner.opens()
    assert after.standing(SKIN) == before
    assert (after.session().counts.left, after.session().done) == (0, 1)


def test_the_cache_remembers_what_facts_were_called(learner: Learner) -> None:
    rename(learner, "skin, formerly: wall")
    first, warm = learner.opens(), learner.opens()
    assert warm.standing(SKIN) == first.standing(SKIN)
    assert warm.standing(SKIN).is_flagged


def test_a_fact_renamed_twice_keeps_what_was_learnt_under_all_its_ids(
    learner: Learner,
) -> None:
    rename(learner, "skin, formerly: wall")
    learner.watch.set("2026-01-06T08:00:00+01:00")
    collection = learner.opens()
    answered(collection, collection.session(), ["Good"])
    rename(learner, "bark, formerly: [wall, skin]")
    standing = learner.opens().standing("biology/bark/answer")
    assert (standing.review_count, standing.is_flagged) == (2, True)


def test_an_undo_reaches_back_over_a_renaming(learner: Learner) -> None:
    rename(learner, "skin, formerly: wall")
    collection = learner.opens()
    collection.undo(collection.undo(collection.session()))
    assert not learner.opens().standing(SKIN).is_flagged
    assert learner.opens().session().counts.new == 1


def test_a_renaming_while_pmflash_runs_counts_from_the_next_look(
    learner: Learner,
) -> None:
    collection = learner.opens()
    rename(learner, "skin, formerly: wall")
    collection.reload_content()
    assert collection.standing(SKIN).review_count == 1
