from typing import Any

import pytest

from fact_builders import EXAMPLES, EXAMPLES_OF_CLASSES, a_fact, cards_of, problems_of
from pmflash.model.mode import Choice, Grid, Ticks

GRID = EXAMPLES["matrix"]
CARDS = cards_of("matrix", **GRID)
OF_CLASSES = cards_of("matrix", **EXAMPLES_OF_CLASSES)


def test_an_item_is_placed_in_a_cell() -> None:
    card = CARDS["place/chat-bot"]
    asked = "Where does “Chat bot” belong in Impact-Effort (impact / effort)?"
    assert card.prompt == f"Flexport: {asked}"
    assert card.answer == "low / high\nA toy"
    combinations = ("high / high", "high / low", "low / high", "low / low")
    assert card.mode == Choice("low / high", combinations)


def test_an_item_is_placed_in_a_class() -> None:
    card = OF_CLASSES["place/buzzwords"]
    assert card.prompt == "Flexport: Where does “Buzzwords” belong in the Sieve?"
    assert card.mode == Choice("noise", ("signal", "noise"))


def test_a_class_is_asked_for_its_meaning() -> None:
    card = OF_CLASSES["class/signal"]
    assert card.prompt == "Flexport: In the Sieve, what does “signal” mean?"
    assert card.answer == "What tells something"
    assert "class/noise" not in OF_CLASSES


def test_a_cell_is_asked_for_its_meaning() -> None:
    card = CARDS["cell/high--low"]
    assert card.prompt == (
        "Flexport: In Impact-Effort, what does the cell with"
        " impact “high” and effort “low” mean?"
    )
    assert card.answer == "Do it now"


def test_the_axes_are_recalled_together() -> None:
    card = CARDS["axes"]
    assert card.prompt == "Flexport: Name the 2 axes of Impact-Effort."
    assert card.answer == "- impact – high, low\n- effort – high, low"
    assert card.mode == Ticks(("impact", "effort"))


def test_the_classes_are_recalled_together() -> None:
    card = OF_CLASSES["axes"]
    assert card.prompt == "Flexport: Name the 2 classes of the Sieve."
    assert card.mode == Ticks(("signal", "noise"))


def test_the_whole_grid_is_filled_cell_by_cell() -> None:
    card = CARDS["grid"]
    assert card.prompt.split("\n")[1:] == [
        "Rows (impact): high, low",
        "Columns (effort): high, low",
    ]
    assert card.answer.split("\n")[1] == "- high / low: Do it now"
    cells = (("Plan it", "Do it now"), ("Leave it", "Fill the gaps"))
    assert card.mode == Grid(("high", "low"), ("high", "low"), cells)


def test_a_grid_with_a_gap_is_not_asked_whole() -> None:
    assert "grid" not in cards_of("matrix", **GRID | {"cells": GRID["cells"][1:]})


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"rows": GRID["rows"]},
        {"columns": GRID["columns"]},
        {"classes": ["a", "b"], "rows": GRID["rows"], "columns": GRID["columns"]},
        {"classes": ["a", "b"], "rows": GRID["rows"]},
        {"classes": ["a", "b"], "cells": GRID["cells"]},
    ],
)
def test_a_matrix_is_made_of_classes_or_of_two_axes(fields: dict[str, Any]) -> None:
    assert problems_of("matrix", name="M", **fields) == [("matrix-shape", ())]


@pytest.mark.parametrize(
    ("place", "where"),
    [
        (["hihg", "low"], ("items", 0, "place", 0)),
        (["high", "lo"], ("items", 0, "place", 1)),
        (["high"], ("items", 0, "place")),
        ("high", ("items", 0, "place")),
        (["high", "low", "low"], ("items", 0, "place")),
        ([], ("items", 0, "place")),
    ],
)
def test_a_place_outside_the_grid_is_reported(place: object, where: object) -> None:
    items = [{"item": "Chat bot", "place": place}]
    found = problems_of("matrix", **GRID | {"items": items})
    assert found == [("unknown-place", where)]


def test_a_place_outside_the_classes_is_reported_with_the_nearest() -> None:
    items = [{"item": "Buzzwords", "place": "niose"}]
    fact = a_fact("matrix", **EXAMPLES_OF_CLASSES | {"items": items})
    (problem,) = fact.problems()
    assert (problem.slug, problem.where) == ("unknown-place", ("items", 0, "place"))
    assert problem.help == "did you mean `noise`?"


def test_a_matrix_of_classes_has_no_rows_to_place_things_in() -> None:
    items = [{"item": "Buzzwords", "place": ["signal", "noise"]}]
    fact = a_fact("matrix", **EXAMPLES_OF_CLASSES | {"items": items})
    (problem,) = fact.problems()
    assert problem.help == "write the name of one class: `signal`, `noise`"


def test_a_cell_outside_the_axes_is_reported() -> None:
    cells = [{"row": "high", "column": "middle", "meaning": "?"}]
    found = problems_of("matrix", **GRID | {"cells": cells})
    assert found == [("unknown-place", ("cells", 0, "column"))]


def test_a_cell_that_is_filled_twice_is_reported() -> None:
    cells = [GRID["cells"][0], GRID["cells"][0]]
    found = problems_of("matrix", **GRID | {"cells": cells})
    assert found == [("repeated-key", ("cells", 1))]


def test_a_cell_that_is_filled_twice_is_reported_under_different_keys_too() -> None:
    cells = [GRID["cells"][0], GRID["cells"][0] | {"key": "again"}]
    found = problems_of("matrix", **GRID | {"cells": cells})
    assert found == [("repeated-text", ("cells", 1))]


def test_an_axis_of_one_value_is_too_short() -> None:
    rows = {"name": "impact", "values": ["high"]}
    found = problems_of("matrix", **GRID | {"rows": rows, "cells": [], "items": []})
    assert found == [("too-few-parts", ("rows",))]


def test_a_value_that_stands_twice_on_an_axis_is_reported() -> None:
    rows = {"name": "impact", "values": ["high", "low", "high"]}
    found = problems_of("matrix", **GRID | {"rows": rows})
    assert found == [("repeated-text", ("rows", "values", 2))]


def test_a_cell_may_have_a_key_of_its_own() -> None:
    cells = [GRID["cells"][0] | {"key": "plan"}]
    assert "cell/plan" in cards_of("matrix", **GRID | {"cells": cells})
