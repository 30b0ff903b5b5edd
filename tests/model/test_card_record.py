import json

import pytest

from builders import a_card
from pmflash.model.card import ClozeSegment, Variant
from pmflash.model.card_record import card_from_record, card_record
from pmflash.model.mode import (
    MODES,
    REVEAL,
    Choice,
    Grid,
    Mode,
    Number,
    Order,
    Range,
    Rehearse,
    Ticks,
    Typed,
)

EVERY_MODE: tuple[Mode, ...] = (
    REVEAL,
    Typed(("four", "4")),
    Number("0.070", "%", "0.01"),
    Range("155000", "180000", "$"),
    Choice("b", ("a", "b"), (("c", "d"), ("e",))),
    Order(("first", "second")),
    Ticks(("one", "two")),
    Grid(("r",), ("c", "d"), (("x", ""),)),
    Rehearse(("open", "close"), 90),
)


def test_the_modes_tried_here_are_all_there_are() -> None:
    assert tuple(type(mode) for mode in EVERY_MODE) == MODES


@pytest.mark.parametrize("mode", EVERY_MODE, ids=lambda mode: mode.name)
def test_a_card_of_any_mode_survives_json(mode: Mode) -> None:
    card = a_card(mode=mode)
    assert card_from_record(json.loads(json.dumps(card_record(card)))) == card


def test_every_field_survives_json() -> None:
    card = a_card(
        decks=("a", "b"),
        hint="h",
        why="w",
        caveat="c",
        source="s",
        tags=("t", "u"),
        measure="m",
        as_of="2026",
        valid_until="2027",
        rev=3,
        cloze=(ClozeSegment("x "), ClozeSegment("y", hidden=True, hint="z")),
        variants=(Variant("q", "a", REVEAL), Variant("p", "1", Number("1", "$"))),
    )
    assert card_from_record(json.loads(json.dumps(card_record(card)))) == card


def test_a_mode_is_recorded_by_its_name() -> None:
    record = card_record(a_card(mode=Number("12", "%")))
    assert record["mode"] == {
        "name": "number",
        "value": "12",
        "unit": "%",
        "tolerance": "0",
    }


def test_a_card_without_holes_has_no_cloze_in_its_record() -> None:
    assert "cloze" not in card_record(a_card())


def test_variants_are_recorded_with_their_modes() -> None:
    card = a_card(variants=(Variant("How much?", "$5", Number("5", "$")),))
    mode = {"name": "number", "value": "5", "unit": "$", "tolerance": "0"}
    assert card_record(card)["variants"] == [
        {"prompt": "How much?", "answer": "$5", "mode": mode}
    ]


def test_a_card_without_variants_has_none_in_its_record() -> None:
    assert "variants" not in card_record(a_card())
