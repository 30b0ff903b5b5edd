from typing import Any

from fact_builders import EXAMPLES, a_fact, cards_of
from pmflash.model.card import Card
from pmflash.model.measured import Statement
from pmflash.model.mode import REVEAL

COSTS = EXAMPLES["story"]
SITUATION = "Flexport: A candidate skipped the costs."


def cards(**changes: Any) -> dict[str, Card]:
    return cards_of("story", **COSTS | changes)


def test_the_lesson_is_asked_of_the_whole_story() -> None:
    card = cards()["lesson"]
    assert card.prompt == (f"{SITUATION}\nThe panel said no.\nWhat is the lesson?")
    assert (card.answer, card.mode) == ("Price what you promise.", REVEAL)


def test_the_lesson_may_be_asked_in_other_words() -> None:
    card = cards(ask="What should every plan hold?")["lesson"]
    assert card.prompt.endswith("\nThe panel said no.\nWhat should every plan hold?")


def test_the_outcome_is_asked_without_being_told() -> None:
    card = cards()["outcome"]
    assert card.prompt == f"{SITUATION}\nHow did it end?"
    assert (card.answer, card.mode) == ("The panel said no.", REVEAL)


def test_a_situation_that_names_the_context_needs_no_other_name() -> None:
    made = cards(situation="At Flexport, costs were skipped.").values()
    assert all(card.prompt.startswith("At Flexport, ") for card in made)


def test_a_story_states_its_lesson() -> None:
    stated = a_fact("story", **COSTS).statement()
    assert stated == Statement("Price what you promise.")
