import pytest

from compiler.content import a_deck, a_fact, a_seed, compiled, places, slugs
from pmflash.model.compiled import Compiled

SEED = a_seed(
    "tags: [cells]\nfacts:\n"
    + a_fact("one", "tags: [easy]")
    + "  - {id: two, kind: term, term: Wall, meaning: A hull, views: [meaning]}\n"
    + a_fact("three", "tags: [hard]")
)


def studied(study: str) -> Compiled:
    return compiled(SEED, a_deck(f"study:\n{study}"))


@pytest.mark.parametrize(
    ("choice", "facts"),
    [
        ("", ["one", "two", "three"]),
        ("    kinds: [term]\n", ["two"]),
        ("    tags: [easy, hard]\n", ["one", "three"]),
        ("    tags: [cells]\n", ["one", "two", "three"]),
        ("    facts: [three, one]\n", ["one", "three"]),
        ("    kinds: [basic]\n    tags: [hard]\n", ["three"]),
    ],
)
def test_a_deck_studies_what_it_selects(choice: str, facts: list[str]) -> None:
    made = studied("  - seed: cells\n" + choice)
    chosen = [card.fact for card in made.cards if card.decks == ("biology",)]
    assert chosen == [f"cells/{name}" for name in facts]
    assert made.diagnostics == ()


def test_a_fact_that_is_selected_twice_is_studied_once() -> None:
    made = studied("  - seed: cells\n    facts: [three]\n  - seed: cells\n")
    assert [card.fact for card in made.cards] == [
        "cells/three",
        "cells/one",
        "cells/two",
    ]
    assert made.decks[0].card_count == 3


@pytest.mark.parametrize(
    ("selection", "line", "column", "slug"),
    [
        ("  - seed: cels\n", 2, 11, "unknown-seed"),
        ("  - cells\n", 2, 5, "not-a-selection"),
        ("  -\n", 2, 4, "not-a-selection"),
        ("  - tags: [easy]\n", 2, 5, "missing-field"),
        ("  - seed: cells\n    kinds: [trem]\n", 3, 13, "unknown-kind"),
        ("  - seed: cells\n    facts: [four]\n", 3, 13, "unknown-fact"),
        ("  - seed: cells\n    tags: [heavy]\n", 3, 12, "unknown-tag"),
        ("  - seed: cells\n    tags: easy\n", 3, 11, "wrong-shape"),
        ("  - seed: *x\n", 2, 11, "no-aliases"),
    ],
)
def test_a_wrong_selection_is_told_once_at_its_place(
    selection: str, line: int, column: int, slug: str
) -> None:
    diagnostics = studied(selection).diagnostics
    assert places(diagnostics) == [(line, column, slug)]


def test_a_wrong_selection_costs_no_other() -> None:
    made = studied("  - seed: cels\n  - seed: cells\n")
    assert made.decks[0].card_count == 3


def test_a_seed_that_could_not_be_read_is_not_called_unknown() -> None:
    broken = a_seed("facts: [\n")
    made = compiled(broken, a_deck("study:\n  - seed: cells\n"))
    assert slugs(made.diagnostics) == ["unclosed-bracket"]


def test_a_fact_with_an_error_is_not_called_unknown() -> None:
    seed = a_seed("facts:\n" + a_fact("one", "hnit: x"))
    deck = a_deck("study:\n  - seed: cells\n    facts: [one]\n")
    assert slugs(compiled(seed, deck).diagnostics) == ["unknown-field"]
