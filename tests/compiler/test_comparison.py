from itertools import permutations

import pytest

from compiler.content import a_deck, a_seed, compiled, slugs
from pmflash.model.card import Card
from pmflash.model.mode import Choice
from pmflash.model.source_file import SourceFile

DECK = a_deck(
    """\
title: Side by side
context: ""
facts:
  - id: pay
    kind: comparison
    measure: base-salary
    of: base salary
    across: [flexport, jd-com, descartes]
""",
    "compare",
)


def a_company(id: str, name: str, dollars: int, extra: str = "") -> SourceFile:
    """A seed of a company that states one base salary."""
    lines = f"title: {name}\nfacts:\n  - {{id: base, kind: figure, of: base salary,"
    lines += f" measure: base-salary, value: {dollars}, unit: $"
    return a_seed(f"{lines}{extra}}}\n", id)


FLEXPORT = a_company("flexport", "Flexport", 180000, ", caveat: A benchmark.")
JD_COM = a_company("jd-com", "JD.com", 170000)
DESCARTES = a_company("descartes", "Descartes", 189000)


def comparisons(*sources: SourceFile) -> dict[str, Card]:
    """The cards of the comparison by id."""
    return {
        card.id: card for card in compiled(*sources).cards if card.kind == "comparison"
    }


def test_a_deck_compares_what_seeds_state() -> None:
    card = comparisons(FLEXPORT, JD_COM, DECK)["compare/pay/highest"]
    assert card.prompt == "Which of Flexport and JD.com has the higher base salary?"
    assert card.answer == "Flexport – $180,000\nOthers:\n- JD.com – $170,000"
    assert card.caveat == "Flexport: A benchmark."
    assert (card.decks, card.measure) == (("compare",), "base-salary")
    assert card.builds_on == ("flexport/base", "jd-com/base")


def test_the_order_of_the_files_changes_no_comparison() -> None:
    orders = permutations((DECK, FLEXPORT, JD_COM, DESCARTES))
    made = [comparisons(*sources) for sources in orders]
    assert len(made[0]) == 6
    assert all(cards == made[0] for cards in made)


def test_another_seed_keeps_the_ids_of_all_cards() -> None:
    before = comparisons(DECK, FLEXPORT, JD_COM)
    after = comparisons(DECK, FLEXPORT, JD_COM, DESCARTES)
    assert before.keys() < after.keys()
    added = after.keys() - before.keys()
    assert added == {f"compare/pay/{v}" for v in ("lowest", "order", "which/descartes")}


def test_another_seed_may_change_who_is_right() -> None:
    mode = comparisons(DECK, FLEXPORT, JD_COM, DESCARTES)["compare/pay/highest"].mode
    assert mode == Choice("Descartes", ("Flexport", "JD.com", "Descartes"))


def test_a_seed_that_is_not_there_costs_no_card_of_the_others() -> None:
    made = compiled(DECK, FLEXPORT, JD_COM)
    assert slugs(made.diagnostics) == ["not-stated"]
    assert len(made.decks) == 1
    assert made.decks[0].card_count == 3


@pytest.mark.parametrize("views", ["[which]", "[highest, lowest]"])
def test_views_choose_among_the_cards(views: str) -> None:
    deck = a_deck(DECK.raw.decode() + f"    views: {views}\n", "compare")
    made = {card.view for card in comparisons(deck, FLEXPORT, JD_COM).values()}
    assert made == set(views.strip("[]").split(", "))


def test_a_comparison_is_as_old_as_the_oldest_figure_in_it() -> None:
    old = a_company("jd-com", "JD.com", 1, ", as_of: 2024, valid_until: 2026-03")
    new = a_company("flexport", "Flexport", 2, ", as_of: 2026, valid_until: 2026-12")
    cards = comparisons(old, new, DECK).values()
    assert {(card.as_of, card.valid_until) for card in cards} == {("2024", "2026-03")}


def test_a_comparison_needs_a_measure() -> None:
    text = "facts:\n  - {id: pay, kind: comparison, of: pay, across: [flexport]}\n"
    assert slugs(compiled(a_deck(text), FLEXPORT).diagnostics) == ["missing-field"]
