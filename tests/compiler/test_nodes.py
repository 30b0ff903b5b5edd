import pytest

from pmflash.compiler.events import plain_value
from pmflash.compiler.nodes import placed_document
from pmflash.compiler.places import Span, split_lines


@pytest.mark.parametrize(
    "text", ["a: [1, {b: c}]\n", "- a\n- b:\n    - c\n", "a: |\n  x\n", "text", "a:\n"]
)
def test_the_careful_reader_finds_the_same_values(text: str) -> None:
    assert placed_document(text, split_lines(text)).value == plain_value(text)


def test_a_node_knows_where_its_value_stands() -> None:
    text = "facts:\n  - id: osmosis\n"
    root = placed_document(text, split_lines(text)).root
    assert root is not None
    assert root.find(("facts", 0, "id")).span == Span(1, 8, 1, 15)


def test_a_node_that_does_not_exist_is_found_at_its_parent() -> None:
    text = "facts:\n  - id: osmosis\n"
    root = placed_document(text, split_lines(text)).root
    assert root is not None
    assert root.find(("facts", 0, "q")).span.line == 1


def test_the_first_of_two_equal_fields_stays() -> None:
    placed = placed_document("a: 1\na: 2\n", ["a: 1", "a: 2", ""])
    assert placed.value == {"a": "1"}
    assert [flaw.problem.slug for flaw in placed.flaws] == ["repeated-field"]


def test_flaws_in_front_of_a_broken_line_are_told_too() -> None:
    text = "a: 1\na: 2\nb: [x\n"
    placed = placed_document(text, split_lines(text))
    told = [flaw.problem.slug for flaw in placed.flaws]
    assert told == ["repeated-field", "unclosed-bracket"]


def test_reading_ends_after_a_hundred_flaws() -> None:
    text = "a: 1\n" * 5000
    placed = placed_document(text, split_lines(text))
    assert placed.root is None
    assert len(placed.flaws) == 100


def test_an_aside_behind_a_value_is_no_flaw() -> None:
    text = "a: Water  # as everybody knows\n"
    assert placed_document(text, split_lines(text)).flaws == []
