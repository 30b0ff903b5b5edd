from compiler.auditing.ledgers import a_band, a_figure, found, worked_out
from pmflash.compiler.auditing.difference import Difference

RULE = Difference()
AI = a_band("length", "4", "6", "weeks", owner="AI")
OTHER = a_band("length", "2", "3", "weeks", owner="other")


def test_a_difference_has_to_be_what_its_two_bands_give_end_by_end() -> None:
    stated = a_band("length-difference", "7", "10", "days", owner="AI")
    assert found(RULE, AI, OTHER, stated) == [
        (
            "length-difference",
            "4 to 6 weeks (AI) less 2 to 3 weeks (other)"
            " = 14 to 21 days; stated: 7 to 10 days",
        )
    ]
    assert worked_out(RULE, AI, OTHER, stated) == ["14", "21"]


def test_a_difference_may_be_named_in_its_own_unit_or_the_common_one() -> None:
    stated = a_band("length-difference", "1", "2", "weeks", owner="AI")
    assert found(RULE, AI, OTHER, stated)[0][1].endswith(
        "= 2 to 3 weeks; stated: 1 to 2 weeks"
    )
    assert worked_out(RULE, AI, OTHER, stated) == ["14", "21", "2", "3"]


def test_a_difference_that_the_figures_give_is_fine() -> None:
    stated = a_figure("rounds-difference", "2", "rounds", owner="AI")
    five = a_figure("rounds", "5", "rounds", owner="AI")
    three = a_figure("rounds", "3", "rounds", owner="other")
    assert found(RULE, five, three, stated) == []
    assert len(found(RULE, five, five, three, stated)) == 0


def test_a_difference_without_a_sign_does_not_say_who_has_less() -> None:
    five = a_figure("rounds", "5", "rounds", owner="AI")
    three = a_figure("rounds", "3", "rounds", owner="other")
    stated = a_figure("rounds-difference", "2", "rounds", owner="other")
    assert found(RULE, five, three, stated) == []
    four = a_figure("rounds-difference", "4", "rounds", owner="other")
    assert worked_out(RULE, five, three, four) == ["2"]
    below = a_figure("rounds-difference", "-4", "rounds", owner="other")
    assert worked_out(RULE, five, three, below) == ["-2"]


def test_a_difference_in_another_unit_is_left_alone() -> None:
    stated = a_figure("length-difference", "2", "rounds", owner="AI")
    assert found(RULE, AI, OTHER, stated) == []


def test_a_difference_without_two_owners_is_left_alone() -> None:
    stated = a_figure("length-difference", "9", "days", owner="AI")
    assert found(RULE, AI, stated) == []
