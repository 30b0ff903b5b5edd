"""Each folder in `golden/` holds cards as JSON and the bytes that they become."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from builders import a_card
from pmflash.exporting.base import ExportOptions
from pmflash.exporting.registry import EXPORTER_BY_NAME
from pmflash.model.card import Card, ClozeSegment
from pmflash.model.deck import Deck

CASES = sorted((Path(__file__).parent / "golden").glob("*/*.csv"))


def card_of(changes: dict[str, Any]) -> Card:
    cloze = tuple(ClozeSegment(*segment) for segment in changes.pop("cloze", ()))
    lists = {name: tuple(changes.pop(name, ())) for name in ("decks", "tags")}
    return a_card(cloze=cloze, **lists, **changes)


@pytest.mark.parametrize("expected", CASES, ids=lambda file: file.parent.name)
def test_an_export_is_the_golden_one_byte_by_byte(expected: Path) -> None:
    case = json.loads((expected.parent / "cards.json").read_text(encoding="utf-8"))
    cards = [card_of(changes) for changes in case["cards"]]
    decks = [Deck(id, title, "") for id, title in case["decks"].items()]
    out = StringIO(newline="")
    exporter = EXPORTER_BY_NAME[expected.stem]
    exporter.write(cards, decks, ExportOptions(**case["options"]), out)
    assert out.getvalue().encode("utf-8") == expected.read_bytes()


def test_no_golden_case_is_forgotten() -> None:
    folders = set((Path(__file__).parent / "golden").iterdir())
    assert folders == {case.parent for case in CASES} != set()
