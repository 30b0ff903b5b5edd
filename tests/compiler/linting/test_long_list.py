import pytest

from compiler.linting.looking import rules_broken_by

SEVEN = ["Scope", "Data", "Model", "Latency", "Privacy", "Pricing", "Support"]
EIGHT = [*SEVEN, "Rollback"]


def written(names: list[str]) -> str:
    return f"[{', '.join(names)}]"


KINDS = {
    "list": "kind: list\nof: gates\nitems: {}",
    "ordered list": "kind: list\nof: gates\nordered: true\nitems: {}",
    "framework": "kind: framework\nname: Gates\nparts: {}",
    "matrix": "kind: matrix\nname: Gates\nclasses: {}",
}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_eight_things_are_too_many_for_a_card(kind: str) -> None:
    assert rules_broken_by(kind.format(written(EIGHT))) == ["long-list"]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_seven_things_are_not(kind: str) -> None:
    assert rules_broken_by(kind.format(written(SEVEN))) == []


def test_a_long_list_without_a_card_that_asks_for_all_is_left_alone() -> None:
    items = ", ".join(f"{{text: {name}, cue: Gate of {name[0]}x}}" for name in EIGHT)
    fact = f"kind: list\nof: gates\nitems: [{items}]\nviews: [item]"
    assert rules_broken_by(fact) == []


def test_an_answer_of_eight_lines_with_dashes_is_a_list() -> None:
    lines = "".join(f"\n  - {name}" for name in EIGHT)
    assert rules_broken_by(f"q: Which gates?\na: |-{lines}") == ["long-list"]
