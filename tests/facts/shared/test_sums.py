from decimal import Decimal

from pmflash.facts.shared.sums import added, nameable


def test_a_sum_is_written_out_with_its_terms() -> None:
    terms = (Decimal("1.5"), Decimal(2000))
    assert added(terms) == (Decimal("2001.5"), "1.5 + 2,000")


def test_a_sum_of_nothing_is_nothing() -> None:
    assert added(()) == (Decimal(0), "")


def test_a_scaled_amount_may_be_named_in_full() -> None:
    assert nameable(Decimal(90), "$ k") == (Decimal(90), Decimal(90000))


def test_an_amount_that_is_full_has_one_name() -> None:
    assert nameable(Decimal(90), "%") == (Decimal(90),)
