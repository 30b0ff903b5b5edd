from decimal import Decimal
from typing import Any

import pytest

from fact_builders import a_fact, cards_of, problems_of
from pmflash.facts.registry import KIND_BY_NAME
from pmflash.model.card import Face
from pmflash.model.mode import Choice, Number, Range
from pmflash.model.quantity import amount

SALARY = {"of": "base salary", "low": "155000", "high": "180000", "unit": "$"}
BELOW, INSIDE, ABOVE = "below the band", "inside the band", "above the band"


def test_a_band_is_asked_as_a_range() -> None:
    card = cards_of("band", **SALARY)["range"]
    assert card.prompt == "Flexport: What is the range for the base salary?"
    assert card.answer == "$155,000 to $180,000"
    assert card.mode == Range("155000", "180000", "$")


def test_each_end_is_asked_as_a_number() -> None:
    cards = cards_of("band", **SALARY, basis="senior level")
    low, high = cards["low"], cards["high"]
    subject = "the base salary (senior level)?"
    assert low.prompt == f"Flexport: What is the bottom of the range for {subject}"
    assert high.prompt == f"Flexport: What is the top of the range for {subject}"
    assert (low.answer, low.mode) == ("$155,000", Number("155000", "$"))
    assert (high.answer, high.mode) == ("$180,000", Number("180000", "$"))


def test_the_author_may_ask_for_the_range_in_other_words() -> None:
    card = cards_of("band", **SALARY, ask="What does a senior earn?")["range"]
    assert card.prompt == "Flexport: What does a senior earn?"


def made_up(fact_id: str, fields: dict[str, Any]) -> Face:
    fact = KIND_BY_NAME["band"].model_validate({"id": fact_id, **fields})
    return next(face for face in fact.faces("") if face.view == "inside")


def side(face: Face) -> str:
    assert isinstance(face.mode, Choice)
    return face.mode.right


def test_a_made_up_figure_is_placed_and_the_band_told() -> None:
    figures = {BELOW: "$142,500", INSIDE: "$167,500", ABOVE: "$192,500"}
    for number in range(20):
        face = made_up(f"fact-{number}", SALARY)
        figure = figures[side(face)]
        asked = f"is {figure} below, inside or above the band for the base salary?"
        assert face.prompt == f"A made-up figure: {asked}"
        assert face.answer == f"{side(face)}\nThe band is $155,000 to $180,000."


def test_facts_differ_in_where_their_figure_lies() -> None:
    sides = {side(made_up(f"fact-{number}", SALARY)) for number in range(20)}
    assert sides == {BELOW, INSIDE, ABOVE}


def test_a_fact_keeps_its_figure() -> None:
    assert made_up("pay", SALARY) == made_up("pay", SALARY)


def test_nothing_lies_below_a_band_that_starts_at_nothing() -> None:
    fields = SALARY | {"low": "0"}
    sides = {side(made_up(f"fact-{number}", fields)) for number in range(20)}
    assert sides == {INSIDE, ABOVE}


@pytest.mark.parametrize(
    ("low", "high"),
    [("0.03", "0.05"), ("1", "2"), ("1", "10"), ("15", "18"), ("0", "1"), ("-2", "-1")],
)
def test_a_made_up_figure_lies_where_it_is_said_to_lie(low: str, high: str) -> None:
    for number in range(20):
        face = made_up(f"f-{number}", SALARY | {"low": low, "high": high, "unit": "x"})
        figure = Decimal(face.prompt.split(" x ")[0].split()[-1])
        assert {
            BELOW: figure < Decimal(low),
            INSIDE: Decimal(low) < figure < Decimal(high),
            ABOVE: figure > Decimal(high),
        }[side(face)]
        assert amount(figure, "x") in face.prompt


@pytest.mark.parametrize("low", ["180000", "180001"])
def test_ends_in_the_wrong_order_are_reported(low: str) -> None:
    found = problems_of("band", **SALARY | {"low": low})
    assert found == [("band-order", ("high",))]


def test_numbers_are_read_with_their_decimals() -> None:
    fact = a_fact("band", **SALARY | {"low": "0.030", "high": "0.05", "unit": "%"})
    assert next(fact.faces("")).answer == "0.030 to 0.05 %"
