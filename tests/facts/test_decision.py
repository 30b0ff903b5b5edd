from typing import Any

import pytest

from fact_builders import EXAMPLES, a_fact, cards_of, problems_of
from pmflash.model.card import Card
from pmflash.model.measured import Statement
from pmflash.model.mode import REVEAL, Choice

MODELS = EXAMPLES["decision"]
SITUATION = "Flexport: One quarter is left for one of two models."


def cards(**changes: Any) -> dict[str, Card]:
    return cards_of("decision", **MODELS | changes)


def problems(**changes: Any) -> list[tuple[str, Any]]:
    return problems_of("decision", **MODELS | changes)


def test_the_options_are_offered_in_the_authors_order() -> None:
    card = cards()["choose"]
    assert card.prompt == (
        f"{SITUATION}\nWhich option is right?\n(a) Route planning\n(b) A chat bot"
    )
    assert card.mode == Choice("Route planning", ("Route planning", "A chat bot"))


def test_the_reason_stands_once_below_the_choice() -> None:
    card = cards()["choose"]
    assert (card.answer, card.why) == ("Route planning\nIts data is there.", "")


def test_the_reason_is_asked_with_the_choice_given() -> None:
    card = cards()["why"]
    assert card.prompt == f"{SITUATION}\nThe right choice is “Route planning”. Why?"
    assert (card.answer, card.mode) == ("Its data is there.", REVEAL)


def test_an_option_with_a_key_is_chosen_by_its_text() -> None:
    options = [{"text": "Route planning", "key": "routes"}, "A chat bot"]
    assert cards(options=options) == cards()
    assert problems(options=options) == []


def test_a_context_in_an_option_does_not_stand_for_the_situation() -> None:
    made = cards(options=["Flexport", "A rival"], choice="Flexport").values()
    assert all(card.prompt.startswith(SITUATION) for card in made)


def test_a_choice_that_is_no_option_is_reported() -> None:
    (found,) = a_fact("decision", **MODELS | {"choice": "Route plans"}).problems()
    assert (found.slug, found.where) == ("unknown-choice", ("choice",))
    assert found.help == "did you mean `Route planning`?"


def test_without_options_no_choice_is_called_unknown() -> None:
    assert problems(options=[]) == [("too-few-parts", ())]


def test_an_option_that_stands_twice_is_reported() -> None:
    found = problems(options=["Route planning", "route Planning"])
    assert found == [("repeated-text", ("options", 1))]


@pytest.mark.parametrize(("count", "slugs"), [(5, []), (6, ["too-many-parts"])])
def test_more_than_five_options_are_too_many(count: int, slugs: list[str]) -> None:
    options = [f"Option {number}" for number in range(count)]
    found = problems(options=options, choice="Option 0")
    assert [slug for slug, _ in found] == slugs


def test_a_decision_states_its_choice() -> None:
    assert a_fact("decision", **MODELS).statement() == Statement("Route planning")
