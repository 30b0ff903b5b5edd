from decimal import Decimal

from compiler.auditing.ledgers import a_band, a_figure, a_ledger, stated
from fact_builders import a_fact


def test_a_ledger_keeps_the_numbers_of_a_measure_in_order() -> None:
    ledger = a_ledger(
        a_figure("rounds", "5", "rounds", id="a"),
        a_figure("bonus", "15", "%", id="b"),
        a_figure("rounds", "3", "rounds", id="c"),
    )
    assert [each.filed.fact.id for each in ledger.stated("rounds")] == ["a", "c"]
    assert set(ledger.measures) == {"rounds", "bonus"}
    assert ledger.stated("equity") == ()


def test_numbers_are_kept_in_the_unit_that_a_measure_has_in_common() -> None:
    figure = stated(a_band("valuation", "2.4", "3", "$ B"))
    assert (figure.low, figure.high) == (Decimal(2_400_000_000), Decimal(3_000_000_000))
    assert (figure.unit, figure.text) == ("$", "$2.4 B to $3 B")


def test_a_fact_without_an_owner_belongs_to_the_context_of_its_file() -> None:
    ledger = a_ledger(
        a_figure("rounds", "3", "rounds", owner="traditional PM"),
        a_figure("rounds", "5", "rounds"),
    )
    first = ledger.first("rounds", "Flexport")
    assert first is not None
    assert first.low == 5
    assert ledger.first("rounds", "Descartes") is None


def test_texts_and_facts_without_a_measure_state_no_number() -> None:
    ledger = a_ledger(
        a_fact("term", term="a", meaning="b", measure="framework"),
        a_fact("figure", of="bonus", value="5"),
        a_fact("timeline", of="hiring", stages=["a", "b"], measure="process-length"),
    )
    assert not set(ledger.measures)
    assert len(ledger.facts) == 3


def test_about_may_be_said_as_comparator_or_as_basis() -> None:
    assert stated(a_figure("rounds", "5", "rounds", comparator="about")).is_about
    assert stated(a_band("rounds", "5", "6", "rounds", basis="about")).is_about
    assert not stated(a_figure("rounds", "5", "rounds", comparator="up to")).is_about
