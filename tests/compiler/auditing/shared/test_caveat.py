from decimal import Decimal

import pytest

from pmflash.compiler.auditing.shared.caveat import named_numbers, names_one_of

NAMED = (
    ("1 + 2 = 3 days", ("1", "2", "3")),
    ("worth $3 M to $5 M", ("3000000", "5000000")),
    ("that share is $1.68 M:", ("1680000",)),
    ("$2.4 billion, or $1 million", ("2400000000", "1000000")),
    ("$165k over $150K", ("165000", "150000")),
    ("$10 B, $5 thousand", ("10000000000", "5000")),
    ("10 % and 11.8 %", ("10", "11.8")),
    ("$40,000, not 36,000.", ("40000", "36000")),
    ("14–21 days, 2-3 weeks", ("14", "21", "2", "3")),
    ("Only three P's, Four-P says", ("3", "4")),
    ("Twelve or eleven", ("12", "11")),
    ("11days", ("11",)),
    ("5 Miles, 4 kinds", ("5", "4")),
    ("$1.68 bn, 2 Million and 3 MN", ("1680000000", "2000000", "3000000")),
    ("$2 T or 5 m", ("2000000000000", "5")),
    ("Zero parts", ("0",)),
)
UNNAMED = ("", "no number", "Q3 and v2.1", "someone is often alone", "٣ days")


@pytest.mark.parametrize(("caveat", "numbers"), NAMED)
def test_a_number_is_read_with_its_scale(caveat: str, numbers: tuple[str, ...]) -> None:
    assert named_numbers(caveat) == {Decimal(number) for number in numbers}


@pytest.mark.parametrize("caveat", UNNAMED)
def test_what_only_looks_like_a_number_is_none(caveat: str) -> None:
    assert named_numbers(caveat) == frozenset()


def test_a_page_of_digits_is_no_number() -> None:
    assert named_numbers("7" * 100_000 + " and " + "1," * 100_000) <= {Decimal(1)}


def test_a_number_within_a_hundredth_counts_as_named() -> None:
    assert names_one_of("about 11.8 %", [Decimal("11.7647")])
    assert not names_one_of("about 12 %", [Decimal("11.7647")])


def test_a_number_below_zero_is_named_without_its_sign() -> None:
    assert names_one_of("There are 2 rounds fewer.", [Decimal(-2)])


def test_one_of_several_numbers_is_enough() -> None:
    assert names_one_of("up to $5 M", [Decimal(3_000_000), Decimal(5_000_000)])


def test_a_caveat_about_something_else_explains_nothing() -> None:
    assert not names_one_of("The total of 28 days is strict.", [Decimal(11)])


def test_nothing_worked_out_cannot_be_named() -> None:
    assert not names_one_of("11 days", [])
