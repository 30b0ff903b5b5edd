from decimal import Decimal

from compiler.auditing.ledgers import a_band, a_figure, found, worked_out
from pmflash.compiler.auditing.share_of_valuation import ShareOfValuation

RULE = ShareOfValuation()
SHARE = a_band("equity", "0.03", "0.05", "%")
WHOLE = a_figure("valuation", "10", "$ B")
VALUE = a_band("equity-value", "30000", "55000", "$")


def test_a_share_of_the_valuation_has_to_be_worth_what_is_stated() -> None:
    arithmetic = "0.03 to 0.05 % of $10 B = $3 M to $5 M; stated: $30,000 to $55,000"
    assert found(RULE, SHARE, WHOLE, VALUE) == [("equity-value", arithmetic)]
    assert worked_out(RULE, SHARE, WHOLE, VALUE) == ["3000000", "5000000"]


def test_a_value_that_the_share_gives_is_fine_in_any_unit() -> None:
    assert found(RULE, SHARE, WHOLE, a_band("equity-value", "3", "5", "$ M")) == []


def test_single_figures_are_multiplied_too() -> None:
    share, whole = a_figure("equity", "0.07", "%"), a_figure("valuation", "2.4", "$ B")
    value = a_figure("equity-value", "170000", "$", comparator="about")
    arithmetic = "0.07 % of $2.4 B = $1.68 M; stated: about $170,000"
    assert found(RULE, share, whole, value) == [("equity-value", arithmetic)]


def test_without_a_valuation_the_whole_that_is_implied_is_told() -> None:
    share = a_figure("equity", "0.04", "%")
    value = a_band("equity-value", "120000", "170000", "$")
    arithmetic = (
        "$120,000 to $170,000 for 0.04 % = a whole of $300 M to $425 M; stated: none"
    )
    assert found(RULE, share, value) == [("equity-value", arithmetic)]
    assert worked_out(RULE, share, value) == ["300000000", "425000000"]


def test_figures_of_different_owners_are_not_mixed() -> None:
    assert found(RULE, a_figure("equity", "1", "%", owner="Other"), VALUE) == []


def test_what_is_no_share_or_no_money_of_one_kind_is_left_alone() -> None:
    euros = a_figure("valuation", "10", "€ B")
    assert found(RULE, a_figure("equity", "500", "shares"), WHOLE, VALUE) == []
    assert found(RULE, a_figure("equity", "0", "%"), VALUE) == []
    assert found(RULE, SHARE, euros, VALUE) == []


def test_numbers_of_the_longest_kind_are_no_trouble() -> None:
    nines = "9" * 15
    value = a_figure("equity-value", nines, "$ B")
    whole = a_figure("valuation", nines, "$ B")
    tiny = a_figure("equity", "0.000000001", "%")
    assert len(found(RULE, tiny, whole, value)) == 1
    assert len(found(RULE, tiny, value)) == 1
    assert Decimal(worked_out(RULE, tiny, value)[0]) > 10**34


def test_a_share_may_say_what_it_is_a_share_of() -> None:
    share = a_band("equity", "0.03", "0.05", "% of the company")
    assert worked_out(RULE, share, WHOLE, VALUE) == ["3000000", "5000000"]
