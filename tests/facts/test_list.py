import pytest

from fact_builders import a_fact, cards_of, problems_of
from pmflash.model.mode import REVEAL, Order, Ticks

ITEMS = ["Alignment", {"text": "Appetite", "cue": "Ships early"}]


def test_all_items_are_recalled_together() -> None:
    card = cards_of("list", of="the judgment signals", items=ITEMS)["items"]
    assert card.prompt == "Flexport: Name the 2 judgment signals."
    assert card.answer == "- Alignment\n- Appetite – Ships early"
    assert card.mode == Ticks(("Alignment", "Appetite"))


def test_an_ordered_list_is_put_in_order() -> None:
    card = cards_of("list", of="steps", items=ITEMS, ordered="yes")["items"]
    assert card.prompt == "Flexport: Name the 2 steps, in order."
    assert card.answer.startswith("1. Alignment\n2. ")
    assert card.mode == Order(("Alignment", "Appetite"))


def test_the_author_may_ask_in_other_words() -> None:
    card = cards_of("list", of="signals", items=ITEMS, ask="What do panels score?")
    assert card["items"].prompt == "Flexport: What do panels score?"


def test_only_an_item_with_a_cue_is_asked_alone() -> None:
    cards = cards_of("list", of="judgment signals", items=ITEMS)
    assert [*cards] == ["items", "item/appetite"]
    card = cards["item/appetite"]
    asked = "Flexport: Which of the judgment signals is this?\nShips early"
    assert (card.prompt, card.answer, card.mode) == (asked, "Appetite", REVEAL)


def test_items_of_one_cue_are_reported() -> None:
    items = [{"text": "A", "cue": "same"}, {"text": "B", "cue": "same"}]
    found = problems_of("list", of="signals", items=items)
    assert found == [("repeated-text", ("items", 1, "cue"))]


def test_an_item_that_stands_twice_is_reported() -> None:
    found = problems_of("list", of="signals", items=["A", "B", "A"])
    assert found == [("repeated-key", ("items", 2))]


def test_an_empty_list_is_reported_at_the_fact() -> None:
    assert problems_of("list", of="signals", items=[]) == [("too-few-parts", ())]


def test_another_number_than_announced_is_a_disagreement() -> None:
    fact = a_fact("list", of="signals", items=["A", "B", "C", "D"], announced="3")
    (found,) = fact.disagreements()
    assert (found.rule, found.where) == ("announced-count", ("announced",))
    assert found.message == "the document announces 3 and lists 4"
    assert found.arithmetic == "announced: 3; listed: 4"
    assert [*map(int, found.worked_out)] == [4]


@pytest.mark.parametrize("announced", ["2", None])
def test_a_list_as_long_as_announced_agrees(announced: str | None) -> None:
    fact = a_fact("list", of="signals", items=ITEMS, announced=announced)
    assert [*fact.disagreements()] == []
