import pytest

from learner import Learner, deck_of
from pmflash.study.scope import EVERYTHING, Scope
from pmflash.study.search.error import SearchError
from pmflash.study.search.finder import PORTION
from pmflash.tui.looking import Looking

COUNT = 2 * PORTION + 100


@pytest.fixture
def looking(learner: Learner, monkeypatch: pytest.MonkeyPatch) -> Looking:
    """A search that has no time for more than a portion."""
    monkeypatch.setattr("pmflash.tui.looking.LOOK_SECONDS", 0)
    learner.writes("decks/biology.yaml", deck_of(COUNT))
    return Looking(learner.opens())


def test_it_stops_after_a_moment_and_goes_on_where_it_stopped(looking: Looking) -> None:
    looking.begin("question")
    found = []
    while not looking.is_over:
        more = looking.more()
        assert len(more) <= PORTION
        found += more
    assert len(found) == len({*found}) == COUNT


def test_a_search_that_finds_nothing_leaves_time_for_keys_too(looking: Looking) -> None:
    looking.begin("nowhere")
    assert looking.more() == []
    assert not looking.is_over


def test_a_search_with_a_mistake_leaves_the_one_before(looking: Looking) -> None:
    looking.begin("question")
    with pytest.raises(SearchError):
        looking.begin("(")
    assert looking.query.text == "question"
    assert looking.more()


def test_without_a_search_the_chosen_decks_are_reviewed(learner: Learner) -> None:
    learner.writes("settings.yaml", "decks: []")
    assert Looking(learner.opens()).scope() == EVERYTHING
    learner.writes("settings.yaml", "decks: [biology]")
    assert Looking(learner.opens()).scope() == Scope(frozenset({"biology"}))


def test_with_a_search_the_cards_found_are_reviewed(looking: Looking) -> None:
    looking.begin(" id:f07 ")
    scope = looking.scope()
    assert (scope.search, scope.cards) == ("id:f07", frozenset({"biology/f07/answer"}))


def test_cards_are_taken_anew_only_when_they_are_others(learner: Learner) -> None:
    collection = learner.opens()
    looking = Looking(collection)
    assert not looking.renew()
    learner.writes("decks/biology.yaml", deck_of(3))
    collection.reload_content()
    assert looking.renew()
    looking.begin("")
    assert len(looking.more()) == 3
