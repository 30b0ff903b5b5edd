from decimal import Decimal

import pytest

from pmflash.model.units import reduced


@pytest.mark.parametrize(
    ("value", "unit", "full", "common"),
    [
        ("155000", "$", "155000", "$"),
        ("170", "$ k", "170000", "$"),
        ("170", "$K", "170000", "$"),
        ("12", "€M", "12000000", "€"),
        ("4.2", "$ million", "4200000", "$"),
        ("2.4", "$ B", "2400000000", "$"),
        ("1", "$  Billion", "1000000000", "$"),
        ("90", "seconds", "90", "seconds"),
        ("45", "minutes", "2700", "seconds"),
        ("48", "hours", "172800", "seconds"),
        ("1", "day", "1", "days"),
        ("2.5", "weeks", "17.5", "days"),
        ("6", "months", "6", "months"),
        ("1", "year", "12", "months"),
        ("-2", "Weeks", "-14", "days"),
    ],
)
def test_a_unit_becomes_the_smallest_of_its_family(
    value: str, unit: str, full: str, common: str
) -> None:
    assert reduced(Decimal(value), unit) == (Decimal(full), common)


@pytest.mark.parametrize(
    "unit", ["", "%", "% of base", "rounds", "k", "$ per GB", "business days", "s"]
)
def test_a_unit_of_no_family_stays_as_it_is(unit: str) -> None:
    assert reduced(Decimal("1.50"), unit) == (Decimal("1.50"), unit)


def test_times_of_different_families_do_not_meet() -> None:
    units = {reduced(Decimal(1), unit)[1] for unit in ("hours", "days", "months")}
    assert len(units) == 3
