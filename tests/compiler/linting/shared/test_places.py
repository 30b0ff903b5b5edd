from fact_builders import a_fact, cards_of
from pmflash.compiler.linting.shared.places import (
    answer_place,
    first_written,
    prompt_place,
)

PARTS = {"name": "Four-P", "parts": [{"name": "Data", "meaning": "Facts"}, "Problem"]}


def test_a_question_points_at_its_own_field() -> None:
    fields = {"q": "Who?", "a": "Ada"}
    fact, card = a_fact("basic", **fields), cards_of("basic", **fields)["answer"]
    assert prompt_place(fact, card) == ("q",)
    assert answer_place(fact, card) == ("a",)


def test_a_card_of_a_part_points_at_the_part() -> None:
    fact, cards = a_fact("framework", **PARTS), cards_of("framework", **PARTS)
    assert prompt_place(fact, cards["meaning/data"]) == ("parts", 0)


def test_a_card_of_all_parts_points_at_the_name() -> None:
    fact, cards = a_fact("framework", **PARTS), cards_of("framework", **PARTS)
    assert prompt_place(fact, cards["parts"]) == ("name",)


def test_a_field_that_the_author_left_out_is_never_pointed_at() -> None:
    assert first_written(a_fact("basic", q="Who?", a="Ada"), "why", "hint") == ()
