from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from answering.replies import RIGHT, WRONG, judged
from builders import DAY_0
from pmflash.answering.base import AskChoice, AskGrid, AskOrder
from pmflash.answering.registry import mode_of
from pmflash.compiler.compile import compile_content
from pmflash.model.card import Card
from pmflash.model.mode import Choice, Grid, Number, Order, Range, Rehearse, Ticks
from pmflash.model.source_file import Role, SourceFile

ROOT = Path(__file__).parents[2]
FOLDERS = (("seeds", Role.SEED), ("decks", Role.DECK))


@cache
def cards() -> tuple[Card, ...]:
    """Every built-in card, and every other way to ask it."""
    sources = (
        SourceFile(role, file.stem, f"{folder}/{file.name}", file.read_bytes(), True)
        for folder, role in FOLDERS
        for file in sorted((ROOT / folder).glob("*.yaml"))
    )
    found = compile_content(sources).cards
    return tuple(way for card in found for way in (card, *_other_ways(card)))


def _other_ways(card: Card) -> tuple[Card, ...]:
    return tuple(card.asked(n) for n in range(1, len(card.variants)))


def of_mode(name: str) -> tuple[Card, ...]:
    return tuple(card for card in cards() if card.mode.name == name)


@pytest.mark.parametrize("name", ["typed", "number", "range"])
def test_the_answer_as_it_is_shown_is_right(name: str) -> None:
    for card in of_mode(name):
        shown = card.answer.splitlines()[0]
        assert judged(card, shown).rightness is RIGHT, card.id


def test_both_ends_in_fields_of_their_own_are_right() -> None:
    for card in of_mode("range"):
        assert isinstance(card.mode, Range)
        assert judged(card, card.mode.low, card.mode.high).rightness is RIGHT, card.id


def test_another_number_is_not_right() -> None:
    for card in of_mode("number"):
        assert isinstance(card.mode, Number)
        off = replace(card, mode=replace(card.mode, value="31.7"))
        assert judged(off, card.answer.splitlines()[0]).rightness is WRONG, card.id


@pytest.mark.parametrize("name", ["ticks", "rehearse", "order", "grid", "choice"])
def test_all_of_it_is_right(name: str) -> None:
    for card in of_mode(name):
        assert judged(card, *_whole_reply(card)).rightness is RIGHT, card.id


def _whole_reply(card: Card) -> tuple[str, ...]:
    match card.mode:
        case Grid(cells=cells):
            return tuple(text for row in cells for text in row)
        case Order(items=items) | Ticks(items=items):
            return items
        case Rehearse(beats=beats):
            return ("60", *beats)
        case Choice(right=right):
            return (right,)
    return ()


def test_what_is_listed_in_a_prompt_is_offered_under_the_same_letters() -> None:
    listed = [card for card in of_mode("choice") if "\n(a) " in card.prompt]
    assert listed
    for card in listed:
        ask = mode_of(card).ask(card, DAY_0)
        assert isinstance(ask, AskChoice)
        lines = (f"({'abcde'[n]}) {text}" for n, text in enumerate(ask.options))
        assert "\n".join(lines) in card.prompt


def test_every_grid_offers_what_its_cells_hold() -> None:
    for card in of_mode("grid"):
        ask = mode_of(card).ask(card, DAY_0)
        assert isinstance(ask, AskGrid)
        assert {*_whole_reply(card)} - {""} <= {*ask.values}


def test_no_order_begins_solved() -> None:
    for card in of_mode("order"):
        ask = mode_of(card).ask(card, DAY_0)
        assert isinstance(ask, AskOrder)
        assert ask.items != _whole_reply(card)
