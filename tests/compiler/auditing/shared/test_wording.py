from decimal import Decimal

import pytest

from pmflash.compiler.auditing.shared.wording import told, told_ends

TOLD = (
    ("1680000", "$", "$1.68 M"),
    ("3000000", "$", "$3 M"),
    ("2400000000", "€", "€2.4 B"),
    ("40000", "$", "$40,000"),
    ("-3000000", "$", "-$3 M"),
    ("11.764705882", "%", "11.8 %"),
    ("10.000", "%", "10 %"),
    ("0.000341", "%", "0.000341 %"),
    ("1234.5678", "", "1,235"),
    ("3000000", "", "3,000,000"),
    ("1", "days", "1 day"),
    ("0", "days", "0 days"),
    ("1E+30", "rides", f"{10**30:,} rides"),
)


@pytest.mark.parametrize(("value", "unit", "text"), TOLD)
def test_a_worked_out_number_is_short_and_has_its_unit(
    value: str, unit: str, text: str
) -> None:
    assert told(Decimal(value), unit) == text


def test_two_ends_are_told_as_a_band() -> None:
    assert told_ends((Decimal(3_000_000), Decimal(5_000_000)), "$") == "$3 M to $5 M"
    assert told_ends((Decimal(14), Decimal(21)), "days") == "14 to 21 days"


def test_equal_ends_are_told_as_one_number() -> None:
    assert told_ends((Decimal(14), Decimal(14)), "days") == "14 days"
    assert told_ends((Decimal(14),), "days") == "14 days"
