from typing import Any

import pytest
from pydantic import ValidationError

from fact_builders import a_fact, cards_of, problems_of
from pmflash.model.card import Card
from pmflash.model.mode import Number


def the_card(**changes: Any) -> Card:
    fields = {"of": "bonus", "value": "15", "unit": "%"} | changes
    return cards_of("figure", **fields)["value"]


def test_a_figure_is_asked_as_a_number_with_its_unit() -> None:
    card = the_card()
    assert card.prompt == "Flexport: What is the bonus?"
    assert (card.answer, card.mode) == ("15 %", Number("15", "%"))


@pytest.mark.parametrize(
    ("comparator", "answer"),
    [
        ("<=", "≤ 15 %"),
        (">=", "≥ 15 %"),
        ("<", "< 15 %"),
        (">", "> 15 %"),
        ("about", "about 15 %"),
        ("up to", "up to 15 %"),
        ("at least", "at least 15 %"),
        ("at most", "at most 15 %"),
    ],
)
def test_an_answer_says_how_exact_it_is(comparator: str, answer: str) -> None:
    assert the_card(comparator=comparator).answer == answer


def test_the_author_may_ask_in_other_words() -> None:
    assert the_card(ask="How high?").prompt == "Flexport: How high?"


def test_a_subject_with_an_article_gets_no_second_one() -> None:
    assert the_card(of="the bonus").prompt == "Flexport: What is the bonus?"
    assert the_card(of="Flexport's bonus").prompt == "What is Flexport's bonus?"


def test_a_tolerance_is_kept_in_plain_digits() -> None:
    mode = the_card(value="0.070", tolerance="5E-3").mode
    assert mode == Number("0.070", "%", "0.005")


def test_a_negative_tolerance_is_reported() -> None:
    found = problems_of("figure", of="bonus", value="1", tolerance="-1")
    assert found == [("negative-tolerance", ("tolerance",))]


@pytest.mark.parametrize("value", ["many", "NaN", "inf", "1e999999", "1e-999999", ""])
def test_what_is_no_number_of_sane_size_is_refused(value: str) -> None:
    with pytest.raises(ValidationError):
        a_fact("figure", of="bonus", value=value)


def test_a_comparator_of_other_words_is_refused() -> None:
    with pytest.raises(ValidationError, match="literal_error"):
        a_fact("figure", of="bonus", value="1", comparator="roughly")


def test_a_basis_tells_a_target_from_a_cap() -> None:
    card = cards_of("figure", of="bonus", value="15", unit="%", basis="target")["value"]
    assert card.answer == "15 % (target)"
    assert card.mode == Number("15", "%", "0")
