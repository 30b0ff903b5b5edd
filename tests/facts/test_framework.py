from typing import Any

import pytest

from fact_builders import EXAMPLES, a_fact, cards_of, problems_of
from pmflash.model.card import Card
from pmflash.model.disagreement import Disagreement
from pmflash.model.mode import REVEAL, Choice, Order, Ticks

PARTS = ["Problem", {"name": "Data", "meaning": "What there is"}, "Product"]


def cards(**changes: Any) -> dict[str, Card]:
    return cards_of("framework", **{"name": "Four-P", "parts": PARTS} | changes)


def disagreements(name: str, *parts: str) -> list[Disagreement]:
    return [*a_fact("framework", name=name, parts=parts).disagreements()]


def test_the_parts_are_recalled_together() -> None:
    card = cards()["parts"]
    assert card.prompt == "Flexport: Name the 3 parts of Four-P."
    assert card.answer == "- Problem\n- Data – What there is\n- Product"
    assert card.mode == Ticks(("Problem", "Data", "Product"))


def test_ordered_parts_are_put_in_order() -> None:
    card = cards(ordered="true")["parts"]
    assert card.prompt == "Flexport: Name the 3 parts of Four-P, in order."
    assert card.answer.startswith("1. Problem\n2. Data")
    assert card.mode == Order(("Problem", "Data", "Product"))


def test_a_long_meaning_stands_whole_on_one_line_of_the_list() -> None:
    long = [{"name": "Data", "meaning": "word\n" * 30 + "end"}, "Product"]
    first = cards(parts=long)["parts"].answer.split("\n")[0]
    assert first == "- Data – " + "word " * 30 + "end"


def test_a_meaning_is_asked_with_its_limit() -> None:
    card = cards_of("framework", **EXAMPLES["framework"])["meaning/problem"]
    assert card.prompt == "Flexport: In Four-P, what does “Problem” mean?"
    assert card.answer == "Whose pain it is\nLimit: a minute"


def test_a_part_is_chosen_by_its_meaning() -> None:
    card = cards()["part/data"]
    assert card.prompt == "Flexport: Which part of Four-P is this?\nWhat there is"
    assert card.mode == Choice("Data", ("Problem", "Data", "Product"))


def test_a_limit_is_asked_of_the_part_that_has_one() -> None:
    made = cards_of("framework", **EXAMPLES["framework"])
    card = made["limit/problem"]
    assert card.prompt == "Flexport: What limit does Four-P set on “Problem”?"
    assert card.answer == "a minute"
    assert "limit/data" not in made


def test_what_follows_is_asked_of_ordered_parts_but_the_last() -> None:
    made = cards(ordered="true")
    assert [name for name in made if name.startswith("next/")] == [
        "next/problem",
        "next/data",
    ]
    assert made["next/data"].prompt == "Flexport: In Four-P, what follows “Data”?"
    assert made["next/data"].answer == "Product"


def test_the_options_of_what_follows_are_sorted_by_name() -> None:
    stages = ["Zebra", "Middle", "Ant"]
    mode = cards(ordered="true", parts=stages)["next/zebra"].mode
    assert mode == Choice("Middle", ("Ant", "Middle"))


def test_what_follows_in_a_pair_is_no_choice() -> None:
    assert cards(ordered="true", parts=["A", "B"])["next/a"].mode == REVEAL


def test_the_use_is_asked_as_far_as_it_is_known() -> None:
    both = cards(purpose="Shape", used_by="Candidates")["when"]
    assert both.prompt == "Flexport: What is Four-P for, and who uses it?"
    assert both.answer == "Shape\nUsed by: Candidates"
    assert cards(purpose="Shape")["when"].prompt == "Flexport: What is Four-P for?"
    assert cards(used_by="All")["when"].prompt == "Flexport: Who uses Four-P?"


def test_a_framework_without_meanings_makes_only_its_list() -> None:
    assert [*cards(parts=["A", "B"])] == ["parts"]


def test_parts_of_one_name_are_reported_once() -> None:
    found = problems_of("framework", name="Four-P", parts=["Data", "data"])
    assert found == [("repeated-key", ("parts", 1))]


def test_parts_of_one_name_are_reported_under_different_keys_too() -> None:
    parts = ["Data", {"name": "Data", "key": "other"}]
    found = problems_of("framework", name="Four-P", parts=parts)
    assert found == [("repeated-text", ("parts", 1))]


def test_parts_of_one_meaning_are_reported() -> None:
    parts = [{"name": "A", "meaning": "same"}, {"name": "B", "meaning": "Same"}]
    found = problems_of("framework", name="Four-P", parts=parts)
    assert found == [("repeated-text", ("parts", 1, "meaning"))]


def test_a_name_without_letters_needs_a_key() -> None:
    found = problems_of("framework", name="Four-P", parts=["Data", "→"])
    assert found == [("no-key", ("parts", 1))]


def test_one_part_is_too_few() -> None:
    found = problems_of("framework", name="Four-P", parts=["Data"])
    assert found == [("too-few-parts", ("parts",))]


def test_a_name_with_a_letter_counts_the_parts_that_start_with_it() -> None:
    (found,) = disagreements("Four-P", "Problem", "Data", "Product", "(p)ayoff")
    assert (found.rule, found.where) == ("named-count", ("name",))
    assert found.message == "Four-P names 4 and has 3 parts that start with P"
    assert found.arithmetic == "named: 4; parts that start with P: 3"
    assert [*map(int, found.worked_out)] == [3]


def test_a_name_with_a_word_counts_all_parts() -> None:
    (found,) = disagreements("the 3-Tier ladder", "Team", "Product")
    assert found.message == "the 3-Tier ladder names 3 and has 2 parts"
    assert found.arithmetic == "named: 3; parts: 2"
    assert [*map(int, found.worked_out)] == [2]


@pytest.mark.parametrize("name", ["Two-P", "Two-Tier", "Signal-Noise", "90-Day Plan"])
def test_a_name_that_keeps_its_word_agrees(name: str) -> None:
    assert disagreements(name, "Problem", "Product") == []
