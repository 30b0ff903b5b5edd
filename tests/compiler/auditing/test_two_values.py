from compiler.auditing.ledgers import a_band, a_figure, a_ledger, found, worked_out
from fact_builders import a_fact
from pmflash.compiler.auditing.two_values import TwoValues

RULE = TwoValues()
FIVE = a_figure("rounds", "5", "rounds", id="first")


def test_a_later_number_has_to_fit_the_first_one() -> None:
    four = a_figure("rounds", "4", "rounds", id="later")
    arithmetic = "5 rounds in `first`; stated here: 4 rounds"
    assert found(RULE, FIVE, four) == [("later", arithmetic)]
    assert worked_out(RULE, FIVE, four) == ["5"]


def test_numbers_are_compared_in_one_unit() -> None:
    weeks = a_figure("length", "4", "weeks")
    assert found(RULE, weeks, a_figure("length", "28", "days")) == []
    assert worked_out(RULE, weeks, a_figure("length", "30", "days")) == ["28", "4"]


def test_the_number_to_name_is_told_without_its_limit() -> None:
    cap = a_figure("bonus", "15", "% of base", comparator="up to")
    later = a_figure("bonus", "30", "% of base", id="later")
    (finding,) = RULE.findings(a_ledger(cap, later))
    assert finding.named == "15 % of base"


def test_bands_that_overlap_are_fine() -> None:
    band = a_band("base", "150", "170", "$ k")
    assert found(RULE, band, a_band("base", "165000", "190000", "$")) == []
    assert len(found(RULE, band, a_band("base", "173000", "189000", "$"))) == 1


def test_another_owner_may_state_another_number() -> None:
    assert found(RULE, FIVE, a_figure("rounds", "3", "rounds", owner="Other")) == []


def test_units_without_anything_in_common_are_not_compared() -> None:
    assert found(RULE, FIVE, a_figure("rounds", "90", "minutes")) == []


def test_texts_and_lengths_of_single_stages_are_no_second_value() -> None:
    text = a_fact("term", term="a", meaning="b", measure="rounds")
    stages = [
        {"name": "Screen", "length": "1", "unit": "rounds", "measure": "rounds"},
        "Case",
    ]
    assert found(RULE, FIVE, text, a_fact("timeline", of="x", stages=stages)) == []
