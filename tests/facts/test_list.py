from fact_builders import cards_of, problems_of
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
