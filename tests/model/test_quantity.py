from decimal import Decimal

import pytest

from pmflash.model.quantity import amount, span


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("155000", "$", "$155,000"),
        ("2.4", "$ B", "$2.4 B"),
        ("12", "€M", "€12 M"),
        ("-5", "$", "-$5"),
        ("-5", "$ M", "-$5 M"),
        ("0.07", "%", "0.07 %"),
        ("0.070", "%", "0.070 %"),
        ("15", "% of base", "15 % of base"),
        ("28", "days", "28 days"),
        ("1", "days", "1 day"),
        ("-1", "days", "-1 day"),
        ("1.0", "weeks", "1.0 week"),
        ("1", "s", "1 s"),
        ("1", "ms", "1 ms"),
        ("0", "days", "0 days"),
        ("1234567", "", "1,234,567"),
        ("1E+3", "users", "1,000 users"),
    ],
)
def test_a_number_is_written_as_people_read_it(
    value: str, unit: str, written: str
) -> None:
    assert amount(Decimal(value), unit) == written


@pytest.mark.parametrize(
    ("low", "high", "unit", "written"),
    [
        ("155000", "180000", "$", "$155,000 to $180,000"),
        ("2", "2.4", "$ B", "$2 B to $2.4 B"),
        ("0.03", "0.05", "%", "0.03 to 0.05 %"),
        ("4", "6", "weeks", "4 to 6 weeks"),
        ("0", "1", "weeks", "0 to 1 week"),
        ("1000", "2000", "", "1,000 to 2,000"),
    ],
)
def test_a_band_names_its_unit_as_people_do(
    low: str, high: str, unit: str, written: str
) -> None:
    assert span(Decimal(low), Decimal(high), unit) == written
