from datetime import timedelta

from builders import DAY_0
from compiler.content import a_deck, a_deck_of, a_fact, a_seed, places, slugs
from pmflash.compiler.compile import compile_content
from pmflash.model.diagnostic import Severity

OLD = "valid_until: 2026-01-04"
LASTING = "valid_until: 2026-01-05"


def test_a_fact_past_its_date_is_named_at_that_date() -> None:
    deck = a_deck_of(a_fact("one", OLD), a_fact("two", LASTING))
    (found,) = compile_content([deck], stale_on=DAY_0).diagnostics
    assert places((found,)) == [(5, 18, "out-of-date")]
    assert found.severity is Severity.WARNING
    assert found.message == "basic `one` is out of date: valid until 4 January 2026"


def test_the_day_decides_what_is_out_of_date() -> None:
    deck = a_deck_of(a_fact("one", OLD), a_fact("two", LASTING))
    made = compile_content([deck], stale_on=DAY_0 + timedelta(days=1))
    assert slugs(made.diagnostics) == ["out-of-date"] * 2


def test_a_fact_is_named_once_however_many_cards_it_has() -> None:
    seed = a_seed("facts:\n- {id: a, kind: term, term: T, meaning: M, as_of: 2020}")
    decks = (a_deck(f"study: [{{seed: cells}}]\ntitle: {n}", n) for n in "xy")
    made = compile_content([seed, *decks], stale_on=DAY_0)
    assert len(made.cards) == 2
    assert [(d.path, d.line) for d in made.diagnostics] == [("seeds/cells.yaml", 2)]


def test_a_fact_past_its_date_keeps_its_cards() -> None:
    made = compile_content([a_deck_of(a_fact("one", OLD))], stale_on=DAY_0)
    assert [card.id for card in made.cards] == ["biology/one/answer"]


def test_without_a_day_nothing_is_out_of_date() -> None:
    assert compile_content([a_deck_of(a_fact("one", OLD))]).diagnostics == ()
