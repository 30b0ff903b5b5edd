from typing import Any

import pytest

from compiler.auditing.ledgers import a_band, a_figure, found, worked_out
from fact_builders import a_fact
from pmflash.compiler.auditing.bonus_cap import BonusCap
from pmflash.facts.base import Fact

RULE = BonusCap()
BASE = a_band("base-salary", "160000", "180000", "$")
CAP = a_figure("bonus", "20", "% of base", comparator="up to")
LIFT = a_figure("gmv-lift", "2", "%")


def a_payout(expression: str = "lift / 0.5 * 10000", **fields: Any) -> Fact:
    lift = {"low": "0.5", "high": "4", "step": "0.5", "unit": "%"}
    return a_fact(
        "formula",
        **{
            "id": "payout",
            "measure": "bonus-payout",
            "of": "bonus",
            "inputs": {"lift": {**lift, "measure": "gmv-lift"}},
            "expression": expression,
            "unit": "$",
            **fields,
        },
    )


def test_a_payout_above_the_cap_of_the_highest_base_is_found() -> None:
    arithmetic = (
        "at the stated lift 2 %: $40,000;"
        " cap: up to 20 % of base of $160,000 to $180,000 = $36,000"
    )
    assert found(RULE, BASE, CAP, LIFT, a_payout()) == [("payout", arithmetic)]
    assert worked_out(RULE, BASE, CAP, LIFT, a_payout()) == ["40000"]


def test_a_payout_below_the_cap_is_fine() -> None:
    assert found(RULE, BASE, CAP, LIFT, a_payout("lift / 0.5 * 9000")) == []


def test_a_cap_may_say_of_which_base_it_is_a_share() -> None:
    cap = a_figure("bonus", "20", "% of base salary", comparator="up to")
    assert worked_out(RULE, BASE, cap, LIFT, a_payout()) == ["40000"]


def test_every_stated_figure_is_tried() -> None:
    band = a_band("gmv-lift", "1.5", "3", "%")
    assert worked_out(RULE, BASE, CAP, LIFT, band, a_payout()) == ["40000", "60000"]


def test_units_are_brought_together() -> None:
    base = a_figure("base-salary", "180", "$ k")
    payout = a_payout("lift / 0.5 * 10", unit="$ k")
    assert worked_out(RULE, base, CAP, LIFT, payout) == ["40000"]


@pytest.mark.parametrize(
    "facts",
    [
        (CAP, LIFT),
        (BASE, LIFT),
        (BASE, CAP),
        (BASE, LIFT, a_figure("bonus", "15", "% of base")),
        (BASE, LIFT, a_figure("bonus", "15", "%", comparator="up to")),
        (BASE, CAP, a_figure("gmv-lift", "2", "$")),
        (BASE, CAP, a_figure("gmv-lift", "2", "%", owner="other")),
    ],
)
def test_without_a_cap_a_base_or_a_stated_input_nothing_is_worked_out(
    facts: tuple[Fact, ...],
) -> None:
    assert found(RULE, *facts, a_payout()) == []


def test_a_formula_of_something_else_has_no_cap() -> None:
    assert found(RULE, BASE, CAP, LIFT, a_payout(measure="")) == []
    assert found(RULE, BASE, CAP, LIFT, a_payout(unit="€")) == []


def test_a_figure_that_the_formula_cannot_take_is_passed_over() -> None:
    payout = a_payout("10000 / (lift - 1.75)")
    odd = a_figure("gmv-lift", "1.75", "%")
    assert worked_out(RULE, BASE, CAP, odd, LIFT, payout) == ["40000"]


def test_an_input_without_a_measure_has_no_stated_figure() -> None:
    inputs = {"lift": {"low": "1", "high": "4", "step": "1", "unit": "%"}}
    assert found(RULE, BASE, CAP, LIFT, a_payout(inputs=inputs)) == []
