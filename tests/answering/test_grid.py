from datetime import timedelta

import pytest

from answering.replies import PARTLY, RIGHT, WRONG, verdict
from builders import DAY_0, a_card
from pmflash.answering.base import AskGrid
from pmflash.answering.grid import GridAnswer
from pmflash.model.mode import Grid

ROLES = ("PM", "Scientist", "Engineer", "Compliance")
RACI = Grid(("Roll back",), ROLES, (("RA", "C", "C", ""),))
MEANINGS = (("Do it first", "Plan it"), ("Fill in", "Leave it"))
MATRIX = Grid(("High", "Low"), ("Little", "Much"), MEANINGS)


def values(mode: Grid, days: int = 0) -> tuple[str, ...]:
    """What may stand in a cell, so many days after day 0."""
    ask = GridAnswer().ask(a_card(mode=mode), DAY_0 + timedelta(days=days))
    assert isinstance(ask, AskGrid)
    assert (ask.rows, ask.columns) == (mode.rows, mode.columns)
    return ask.values


def test_a_raci_row_offers_all_letters_whatever_it_holds() -> None:
    row = Grid(("Check",), ROLES, (("A", "R", "", ""),))
    assert values(RACI) == values(row) == ("R", "A", "C", "I", "RA")


def test_an_unusual_pair_of_letters_is_offered_too() -> None:
    assert values(Grid(("Check",), ("PM",), (("CI",),)))[-1] == "CI"


def test_a_matrix_offers_the_texts_of_its_cells() -> None:
    texts = {text for row in MEANINGS for text in row}
    assert {*values(MATRIX)} == texts
    assert len({values(MATRIX, days) for days in range(30)}) > 10


def test_a_text_that_stands_in_two_cells_is_offered_once() -> None:
    grid = Grid(("High", "Low"), ("Much",), (("Do it",), ("Do it",)))
    assert values(grid) == ("Do it",)


@pytest.mark.parametrize(
    ("cells", "rightness", "missed"),
    [
        (("RA", "C", "C", ""), RIGHT, ()),
        (("AR", "C", "C", ""), RIGHT, ()),
        (("RA", "C", "I", "I"), PARTLY, ("Engineer", "Compliance")),
        (("R", "C", "I", "I"), WRONG, ("PM", "Engineer", "Compliance")),
        (("RA", "C"), PARTLY, ("Engineer",)),
    ],
)
def test_half_of_the_cells_are_nearly_right(
    cells: tuple[str, ...], rightness: str, missed: tuple[str, ...]
) -> None:
    found = verdict(RACI, *cells)
    assert (found.rightness, found.missed) == (rightness, missed)


def test_a_missed_cell_is_named_by_its_row_and_its_column() -> None:
    found = verdict(MATRIX, "Do it first", "Plan it", "Fill in", "")
    assert found.missed == ("Low / Much",)


def test_an_empty_table_is_not_judged() -> None:
    assert verdict(RACI, "", "", "", "").rightness == "open"
