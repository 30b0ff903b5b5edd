from compiler.auditing.ledgers import a_band, a_figure, found, worked_out
from pmflash.compiler.auditing.premium import Premium

RULE = Premium()
AI = a_band("base", "165000", "190000", "$", owner="AI")
OTHER = a_band("base", "150000", "170000", "$", owner="other")


def test_a_premium_has_to_be_what_its_two_bands_give_end_by_end() -> None:
    stated = a_band("base-premium", "12", "18", "%", owner="AI")
    assert found(RULE, AI, OTHER, stated) == [
        (
            "base-premium",
            "$165,000 to $190,000 (AI) over $150,000 to $170,000 (other)"
            " = 10 to 11.8 %; stated: 12 to 18 %",
        )
    ]


def test_a_premium_that_the_bands_give_is_fine() -> None:
    stated = a_band("base-premium", "10", "11.8", "%", owner="AI")
    assert found(RULE, AI, OTHER, stated) == []


def test_only_the_end_that_differs_has_to_be_named() -> None:
    stated = a_band("base-premium", "10", "18", "%", owner="AI")
    (high,) = worked_out(RULE, AI, OTHER, stated)
    assert high.startswith("11.76")


def test_a_premium_of_the_owner_who_has_less_is_below_zero() -> None:
    stated = a_figure("base-premium", "10", "%", owner="other")
    assert worked_out(RULE, AI, OTHER, stated)[0].startswith("-10.5")


def test_a_premium_over_nothing_is_not_worked_out() -> None:
    stated = a_figure("base-premium", "10", "%", owner="AI")
    nothing = a_figure("base", "0", "$", owner="other")
    assert found(RULE, AI, nothing, stated) == []


def test_a_premium_in_money_is_left_alone() -> None:
    stated = a_figure("base-premium", "1", "$", owner="AI")
    assert found(RULE, AI, OTHER, stated) == []


def test_a_premium_without_two_owners_is_left_alone() -> None:
    assert found(RULE, AI, a_figure("base-premium", "50", "%", owner="AI")) == []


def test_a_premium_may_say_what_it_is_a_share_of() -> None:
    stated = a_figure("base-premium", "50", "% of base", owner="AI")
    assert len(found(RULE, AI, OTHER, stated)) == 1
