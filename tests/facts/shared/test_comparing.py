from decimal import Decimal

from fact_builders import PEERS, stated
from pmflash.facts.shared.comparing import (
    common_ends,
    first_of_each_owner,
    seed_of,
    stated_across,
    telling,
    units_apart,
)

WEEKS = stated("Flexport", "4 to 6 weeks", "4", "6", unit="weeks")
DAYS = stated("JD.com", "45 days", "45", unit="days")
MINUTES = stated("Descartes", "45 minutes", "45", unit="minutes")
TEXT = stated("Maersk", "It depends.")


def test_statements_come_in_the_order_of_the_seeds() -> None:
    found = stated_across(PEERS, "base-salary", ("jd-com", "flexport", "jd-com"))
    assert [seed_of(measured) for measured in found] == ["jd-com", "flexport"]


def test_a_measure_that_nobody_states_has_no_statements() -> None:
    assert stated_across(PEERS, "bonus", ("flexport",)) == ()


def test_an_owner_counts_once() -> None:
    second = stated("Flexport", "28 days", "28", unit="days")
    assert first_of_each_owner((WEEKS, DAYS, second)) == (WEEKS, DAYS)


def test_ends_are_brought_to_one_unit() -> None:
    ends = common_ends((WEEKS, DAYS))
    weeks, days = (Decimal(28), Decimal(42)), (Decimal(45), Decimal(45))
    assert ends == {"Flexport": weeks, "JD.com": days}


def test_what_is_no_figure_has_no_ends() -> None:
    assert common_ends((WEEKS, TEXT)) is None


def test_units_apart_are_named_as_they_are_written() -> None:
    assert common_ends((WEEKS, DAYS, MINUTES)) is None
    assert units_apart((WEEKS, DAYS, MINUTES)) == ("weeks", "minutes")


def test_no_unit_is_in_the_way_of_what_is_no_figure() -> None:
    assert units_apart((WEEKS, MINUTES, TEXT)) == units_apart((WEEKS, DAYS)) == ()


def test_a_statement_tells_its_owner_unless_it_names_it() -> None:
    named = stated("JD.com", "At JD.com, two weeks.")
    assert list(telling((WEEKS, named))) == [WEEKS]


def test_limits_differ_from_the_figures_that_they_name() -> None:
    limit = stated("Descartes", "up to 45 days", "45", unit="days", comparator="up to")
    assert list(telling((DAYS, limit))) == [DAYS, limit]
