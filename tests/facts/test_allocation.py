from typing import Any

import pytest
from pydantic import ValidationError

from fact_builders import a_fact, cards_of, problems_of
from pmflash.model.card import Card
from pmflash.model.disagreement import Disagreement
from pmflash.model.mode import Number, Order, Ticks

WEEK = {
    "of": "an AI PM's week",
    "parts": [
        {"name": "Data", "share": "20"},
        {"name": "Meetings", "share": "50", "why": "All must agree."},
        {"name": "Scoping", "share": "30", "key": "first"},
    ],
}


def cards(**changes: Any) -> dict[str, Card]:
    return cards_of("allocation", **WEEK | changes)


def disagreements(**changes: Any) -> list[Disagreement]:
    return [*a_fact("allocation", **WEEK | changes).disagreements()]


def parts_of(*shares: str) -> list[dict[str, str]]:
    named = zip("ABCDEFG", shares, strict=False)
    return [{"name": name, "share": share} for name, share in named]


def test_the_share_of_each_part_is_asked() -> None:
    made = cards()
    asked = "Flexport: What share of an AI PM's week goes to “Scoping”?"
    card = made["share/first"]
    assert (card.prompt, card.answer, card.mode) == (asked, "30 %", Number("30", "%"))
    assert [name for name in made if "/" in name] == [
        "share/data",
        "share/meetings",
        "share/first",
    ]


def test_the_reason_for_a_share_stands_below_it() -> None:
    assert cards()["share/meetings"].answer == "50 %\nAll must agree."


def test_an_amount_is_not_asked_as_a_share() -> None:
    card = cards(of="budget", unit="$ k", whole="100")["share/data"]
    assert card.prompt == "Flexport: How much of the budget goes to “Data”?"
    assert (card.answer, card.mode) == ("$20 k", Number("20", "$ k"))


def test_the_parts_are_put_in_order_of_size() -> None:
    card = cards()["order"]
    assert card.prompt == (
        "Flexport: Put the 3 parts of an AI PM's week in order, the largest first."
        "\n- Data\n- Meetings\n- Scoping"
    )
    assert card.answer == "1. Meetings – 50 %\n2. Scoping – 30 %\n3. Data – 20 %"
    assert card.mode == Order(("Meetings", "Scoping", "Data"))


def test_the_parts_to_put_in_order_are_not_offered_in_order() -> None:
    card = cards(parts=parts_of("50", "30", "20"))["order"]
    assert card.prompt.endswith("\n- C\n- B\n- A")


@pytest.mark.parametrize("again", ["30", "30.0"])
def test_two_equal_shares_have_no_order(again: str) -> None:
    assert "order" not in cards(parts=parts_of("40", "30", again))


def test_all_parts_are_recalled_together() -> None:
    card = cards()["parts"]
    assert card.prompt == "Flexport: Name the 3 parts of an AI PM's week."
    assert card.answer == "- Data – 20 %\n- Meetings – 50 %\n- Scoping – 30 %"
    assert card.mode == Ticks(("Data", "Meetings", "Scoping"))


def test_every_prompt_says_how_the_shares_are_meant() -> None:
    prompts = [card.prompt for card in cards(basis="example").values()]
    assert all("an AI PM's week (example)" in prompt for prompt in prompts)


def test_a_context_in_the_name_of_a_part_does_not_stand_for_the_whole() -> None:
    parts = [*WEEK["parts"], {"name": "Flexport", "share": "0"}]
    assert cards(parts=parts)["order"].prompt.startswith("Flexport: Put ")


def test_shares_that_miss_the_whole_are_a_disagreement() -> None:
    (found,) = disagreements(of="budget", unit="$ k", whole="200")
    assert (found.rule, found.where) == ("share-sum", ("parts",))
    assert found.message == (
        "the shares of the budget add up to $100 k, and the whole is $200 k"
    )
    assert found.arithmetic == "20 + 50 + 30 = $100 k; whole: $200 k"
    assert [*map(int, found.worked_out)] == [100, 100000]


@pytest.mark.parametrize("shares", [("60", "40"), ("33.3", "66.70"), ("0", "1e2")])
def test_shares_that_make_the_whole_agree(shares: tuple[str, ...]) -> None:
    assert disagreements(parts=parts_of(*shares)) == []


def test_shares_that_miss_the_whole_are_no_mistake_of_the_author() -> None:
    assert problems_of("allocation", **WEEK | {"whole": "90"}) == []


@pytest.mark.parametrize(("whole", "share"), [("0", "1"), ("100", "-1")])
def test_a_share_of_less_than_nothing_is_refused(whole: str, share: str) -> None:
    with pytest.raises(ValidationError, match="greater_than"):
        a_fact("allocation", of="x", whole=whole, parts=parts_of("99", share))


def test_parts_of_one_name_are_reported() -> None:
    parts = [{"name": "Data", "share": "40"}, {"name": "data", "share": "60"}]
    found = problems_of("allocation", of="x", parts=parts)
    assert found == [("repeated-key", ("parts", 1))]


def test_one_part_is_too_few() -> None:
    found = problems_of("allocation", of="x", parts=parts_of("100"))
    assert found == [("too-few-parts", ("parts",))]
