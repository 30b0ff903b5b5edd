from decimal import Decimal
from typing import Any

import pytest

from fact_builders import EXAMPLES, Fields, a_fact, cards_of, problems_of
from pmflash.facts.formula import Formula
from pmflash.model.card import Card, Variant
from pmflash.model.mode import Number

ACCELERATOR = EXAMPLES["formula"]
TWO = {
    "lift": {"low": "0.5", "high": "4", "step": "0.5", "unit": "%"},
    "revenue": {"low": "1", "high": "20", "step": "1", "unit": "$ M"},
}


def fields_of(expression: str, **changes: Any) -> Fields:
    """A formula of two inputs, its question left to the formula."""
    return {"of": "payout", "inputs": TWO, "expression": expression, **changes}


def a_formula(**fields: Any) -> Formula:
    fact = a_fact("formula", **fields)
    assert isinstance(fact, Formula)
    return fact


def the_card(**fields: Any) -> Card:
    return cards_of("formula", **fields)["work"]


def by_prompt(**fields: Any) -> dict[str, Variant]:
    return {variant.prompt: variant for variant in the_card(**fields).variants}


def values(**numbers: str) -> dict[str, Decimal]:
    return {name: Decimal(number) for name, number in numbers.items()}


def test_a_question_tells_the_numbers_and_an_answer_works_with_them() -> None:
    asked = "Flexport: Accuracy rises by 4 %. What does the accelerator pay?"
    variant = by_prompt(**ACCELERATOR)[asked]
    assert variant.mode == Number("20000", "$", "0")
    assert variant.answer.split("\n") == [
        "$20,000",
        "$5,000 for each point",
        "Worked out: 4 × 5,000 = 20,000",
    ]


def test_without_a_question_the_formula_names_its_inputs() -> None:
    inputs = {name: {**each, "high": "1"} for name, each in TWO.items()}
    inputs["revenue"] |= {"high": "2"}
    prompts = by_prompt(of="payout", inputs=inputs, expression="lift * revenue")
    assert set(prompts) == {
        f"Flexport: Work out the payout: lift = {lift} %, revenue = ${revenue} M."
        for lift in ("0.5", "1")
        for revenue in ("1", "2")
    }


def test_a_card_is_its_first_variant() -> None:
    card = the_card(**ACCELERATOR)
    first = card.variants[0]
    assert (card.prompt, card.answer, card.mode) == (
        first.prompt,
        first.answer,
        first.mode,
    )


def test_few_numbers_are_all_asked_once() -> None:
    prompts = by_prompt(**ACCELERATOR)
    assert len(the_card(**ACCELERATOR).variants) == len(prompts) == 6


def test_many_numbers_give_two_dozen_different_questions() -> None:
    card = the_card(**fields_of("lift * revenue"))
    assert len(card.variants) == len({v.prompt for v in card.variants}) == 24


def test_rewording_a_formula_keeps_its_numbers() -> None:
    reworded = the_card(**ACCELERATOR | {"unit": "€", "rule": "Another"})
    before = [variant.prompt for variant in the_card(**ACCELERATOR).variants]
    assert [variant.prompt for variant in reworded.variants] == before


@pytest.mark.parametrize(
    ("expression", "rounded", "shown"),
    [
        ("lift / 3", None, "0.33"),
        ("lift / 4", None, "0.25"),
        ("lift * 3", None, "3"),
        ("lift / 3", "0", "0"),
        ("lift / 2", "0", "1"),
        ("lift / 4", "3", "0.250"),
        ("lift / 3 * 0.015", "2", "0.01"),
        ("0 - lift", None, "-1"),
        ("lift * -0.001", "2", "0.00"),
    ],
)
def test_a_result_has_the_decimals_it_needs(
    expression: str, rounded: str | None, shown: str
) -> None:
    inputs = {"lift": TWO["lift"]}
    formula = a_formula(of="x", inputs=inputs, expression=expression, rounded=rounded)
    assert str(formula.value_at(values(lift="1"))) == shown


def test_a_rounded_result_says_so_and_takes_finer_answers() -> None:
    inputs = {"share": {"low": "1", "high": "2", "step": "1"}}
    card = the_card(of="part", inputs=inputs, expression="share / 3", unit="$")
    ones = [v for v in card.variants if "share = 1" in v.prompt]
    assert [v.answer for v in ones] == ["$0.33\nWorked out: 1 ÷ 3 ≈ 0.33"]
    assert [v.mode for v in ones] == [Number("0.33", "$", "0.005")]


def test_a_larger_tolerance_of_the_author_stays() -> None:
    fields = {"of": "part", "inputs": {"revenue": TWO["revenue"]}, "tolerance": "2"}
    modes = [v.mode for v in the_card(**fields, expression="revenue / 3").variants]
    assert {getattr(mode, "tolerance", "") for mode in modes} == {"2"}


def test_steps_are_counted_from_the_low_end() -> None:
    inputs = {"days": {"low": "0.25", "high": "1", "step": "0.5", "unit": "days"}}
    prompts = by_prompt(of="wait", inputs=inputs, expression="days * 2")
    asked = {prompt.partition(" = ")[2] for prompt in prompts}
    assert asked == {"0.25 days.", "0.75 days."}


def test_a_formula_can_be_worked_out_at_stated_figures() -> None:
    formula = a_formula(**fields_of("lift / 0.5 * 10000 + 0 * revenue"))
    assert formula.value_at(values(lift="2", revenue="0")) == 40000
    assert formula.inputs["lift"].measure == ""


@pytest.mark.parametrize(
    ("lift", "error"), [("0", ZeroDivisionError), ("1e-20", OverflowError)]
)
def test_a_result_that_cannot_be_shown_is_an_arithmetic_error(
    lift: str, error: type[ArithmeticError]
) -> None:
    formula = a_formula(of="x", inputs={"lift": TWO["lift"]}, expression="1 / lift")
    with pytest.raises(error):
        formula.value_at(values(lift=lift))


def test_a_formula_states_no_figure() -> None:
    assert a_formula(**ACCELERATOR, measure="bonus-payout").statement() is None


@pytest.mark.parametrize(
    ("changes", "slug", "where"),
    [
        ({"expression": "lift ** 2"}, "bad-expression", ("expression",)),
        ({"expression": "lift * lit"}, "unknown-input", ("expression",)),
        ({"ask": "{lit} and {lift}?"}, "unknown-input", ("ask",)),
        ({"ask": "What is paid?"}, "unasked-input", ("ask",)),
        ({"ask": "{{lift}}?"}, "unmatched-brace", ("ask",)),
        ({"expression": "5 / 3"}, "unused-input", ("inputs", "lift")),
        ({"expression": "1 / (lift - 3)"}, "divides-by-zero", ("expression",)),
        ({"expression": "lift * 999999999999"}, "long-result", ("expression",)),
    ],
)
def test_what_cannot_be_asked_is_reported(
    changes: Fields, slug: str, where: tuple[str, ...]
) -> None:
    assert problems_of("formula", **ACCELERATOR | changes) == [(slug, where)]


@pytest.mark.parametrize("high", ["0", "1", "1.9"])
def test_a_range_without_two_values_is_reported(high: str) -> None:
    inputs = {"lift": {"low": "1", "high": high, "step": "1"}}
    found = problems_of("formula", **ACCELERATOR | {"inputs": inputs})
    assert found == [("no-range", ("inputs", "lift", "high"))]


def test_more_inputs_than_anybody_keeps_in_mind_are_reported() -> None:
    inputs = {f"n{number}": TWO["lift"] for number in range(13)}
    found = problems_of("formula", of="x", inputs=inputs, expression="n1")
    assert found == [("too-many-inputs", ("inputs",))]


@pytest.mark.parametrize("name", ["max", "if", "Lift", "new-revenue", "2nd", "ü", ""])
def test_an_input_needs_a_name_that_can_stand_in_a_sum(name: str) -> None:
    inputs = {name: TWO["lift"]}
    found = problems_of("formula", of="x", inputs=inputs, expression="1 + 1")
    assert found == [("bad-input-name", ("inputs", name))]


def test_ranges_as_wide_as_they_can_be_written_are_no_burden() -> None:
    ends = {"low": "0", "high": "9" * 15, "step": "0.000000001"}
    names = [f"n{number}" for number in range(12)]
    expression = f"min({', '.join(names)}) / {'9' * 15}"
    fields = {"of": "x", "inputs": dict.fromkeys(names, ends), "expression": expression}
    assert problems_of("formula", **fields) == []
    assert len(by_prompt(**fields)) == 24
