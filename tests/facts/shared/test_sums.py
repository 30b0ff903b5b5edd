from decimal import Decimal

from pmflash.facts.shared.sums import added, converted, finest, nameable


def test_a_sum_is_written_out_with_its_terms() -> None:
    terms = (Decimal("1.5"), Decimal(2000))
    assert added(terms) == (Decimal("2001.5"), "1.5 + 2,000")


def test_a_sum_of_nothing_is_nothing() -> None:
    assert added(()) == (Decimal(0), "")


def test_a_scaled_amount_may_be_named_in_full() -> None:
    assert nameable(Decimal(90), "$ k") == (Decimal(90), Decimal(90000))


def test_an_amount_that_is_full_has_one_name() -> None:
    assert nameable(Decimal(90), "%") == (Decimal(90),)


def test_the_finest_unit_is_one_that_all_others_can_be_written_in() -> None:
    assert finest(("weeks", "days", "day")) == "days"
    assert finest(("hours", "weeks")) is None


def test_an_amount_is_converted_without_a_rest() -> None:
    assert converted(Decimal("1.5"), "hours", "minutes") == 90
