import gc
from collections.abc import Iterator
from typing import ClassVar

import pytest

from compiler.content import a_deck, a_deck_of, a_fact, a_seed, compiled, places, slugs
from pmflash.facts.base import Fact
from pmflash.facts.registry import KIND_BY_NAME
from pmflash.model.card import Face
from pmflash.model.compiled import Compiled
from pmflash.model.deck import Deck
from pmflash.model.source_file import Role, SourceFile

SEED = a_seed("facts:\n" + a_fact("one") + a_fact("two") + a_fact("three"))


class Twins(Fact):
    kind_name: ClassVar[str] = "twins"
    view_names: ClassVar[tuple[str, ...]] = ("answer",)

    def faces(self, context: str) -> Iterator[Face]:
        yield Face("answer", "Who?", "The first")
        yield Face("answer", "Who?", "The second")


def test_a_fact_becomes_a_card_with_all_that_its_file_says() -> None:
    text = "title: Cells\ndocument: Cell guide\ntags: [cells]\nfacts:\n"
    text += a_fact("one", "source: Walls\ntags: [easy]\ncaveat: Nobody knows")
    (card,) = compiled(a_seed(text)).cards
    assert card.id == "cells/one/answer"
    assert card.prompt == "Cells: What?"
    assert card.source == "Cell guide, Walls"
    assert card.tags == ("cells", "easy")
    assert card.caveat == "Nobody knows"


def test_a_card_names_every_deck_that_studies_it() -> None:
    first = a_deck("study:\n  - {seed: cells, facts: [two]}\n", "first")
    second = a_deck("study:\n  - seed: cells\n", "second")
    made = compiled(SEED, first, second)
    assert [(card.fact, card.decks) for card in made.cards] == [
        ("cells/two", ("first", "second")),
        ("cells/one", ("second",)),
        ("cells/three", ("second",)),
    ]


def test_cards_of_no_deck_come_last() -> None:
    made = compiled(SEED, a_deck("facts:\n" + a_fact("own")))
    assert made.cards[0].fact == "biology/own"
    assert [card.decks for card in made.cards] == [("biology",), (), (), ()]


def test_own_facts_come_after_what_a_deck_studies() -> None:
    deck = a_deck("facts:\n" + a_fact("own") + "study:\n  - seed: cells\n")
    assert compiled(SEED, deck).cards[-1].fact == "biology/own"


def test_decks_are_listed_in_their_order_with_their_counts() -> None:
    one = a_deck("title: B\nstudy:\n  - seed: cells\n", "b")
    two = a_deck("facts:\n" + a_fact(), "a")
    assert compiled(one, SEED, two).decks == (
        Deck("b", "B", "decks/b.yaml", 3),
        Deck("a", "a", "decks/a.yaml", 1),
    )


def test_one_bad_file_costs_one_file() -> None:
    made = compiled(a_deck("facts: [\n", "bad"), a_deck_of(a_fact()))
    assert [deck.id for deck in made.decks] == ["biology"]
    assert len(made.cards) == 1
    assert slugs(made.diagnostics) == ["unclosed-bracket"]


def test_settings_are_no_content() -> None:
    source = SourceFile(Role.SETTINGS, "settings", "settings.yaml", b"[")
    assert compiled(source) == Compiled()


def test_a_seed_and_a_deck_may_share_their_name() -> None:
    deck = a_deck("study:\n  - seed: cells\nfacts:\n" + a_fact("own"), "cells")
    made = compiled(SEED, deck)
    assert made.diagnostics == ()
    assert len({card.id for card in made.cards}) == 4


def test_two_files_never_make_one_card() -> None:
    made = compiled(SEED, a_deck("facts:\n" + a_fact("own") + a_fact("two"), "cells"))
    assert places(made.diagnostics) == [(5, 9, "repeated-id")]
    assert "seeds/cells.yaml, line 5" in made.diagnostics[0].message
    assert len({card.id for card in made.cards}) == len(made.cards) == 4


def test_a_kind_that_makes_one_card_twice_is_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(KIND_BY_NAME, "twins", Twins)
    made = compiled(a_deck("facts:\n  - {id: both, kind: twins}\n"))
    assert [card.answer for card in made.cards] == ["The first"]
    assert made.decks[0].card_count == 1
    assert slugs(made.diagnostics) == ["repeated-card"]


@pytest.mark.parametrize("text", ["title: a\n", "facts: []\n", "study:\nfacts:\n"])
def test_a_deck_with_nothing_to_study_is_a_warning(text: str) -> None:
    made = compiled(a_deck(text))
    assert slugs(made.diagnostics) == ["empty-deck"]
    assert made.decks[0].card_count == 0


naming_facts = pytest.mark.parametrize("field", ["confuse_with", "builds_on"])


@naming_facts
@pytest.mark.parametrize("name", ["two", "biology/one", "cells/three"])
def test_facts_that_are_named_are_found_in_every_file(field: str, name: str) -> None:
    own = a_fact("one", f"{field}: [{name}]") + a_fact("two")
    assert compiled(SEED, a_deck_of(own)).diagnostics == ()


@naming_facts
def test_an_unknown_fact_that_is_named_keeps_the_card(field: str) -> None:
    made = compiled(a_deck_of(a_fact("one", f"{field}: [cells/one, tow]")))
    assert slugs(made.diagnostics) == ["unknown-fact", "unknown-fact"]
    assert len(made.cards) == 1


@naming_facts
def test_facts_of_a_lost_file_are_not_called_unknown(field: str) -> None:
    deck = a_deck_of(a_fact("one", f"{field}: [cells/one]"))
    made = compiled(a_seed("["), deck)
    assert slugs(made.diagnostics) == ["unclosed-bracket"]


def test_an_empty_field_is_told_once_though_a_comment_follows() -> None:
    made = compiled(a_deck_of(a_fact(a="#1")))
    assert slugs(made.diagnostics) == ["empty-field"]
    assert made.diagnostics[0].help == "put quotes round text that starts with `#`"


def test_messages_are_sorted_by_place() -> None:
    bad = "facts:\n" + a_fact("one", "hnit: x\nhnit: y") + a_fact("Two")
    made = compiled(a_deck(bad, "b"), a_deck(bad, "a"))
    found = [(each.path, each.line) for each in made.diagnostics]
    assert len(found) == 4
    assert found == sorted(found)


def test_the_same_content_compiles_to_the_same_cards() -> None:
    deck = a_deck("study:\n  - seed: cells\n")
    assert compiled(SEED, deck) == compiled(SEED, deck)


def test_the_collector_runs_again_after_compiling() -> None:
    compiled(SEED)
    assert gc.isenabled()
