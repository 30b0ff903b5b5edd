"""The two-key rule and the first frame, on every card that is built in."""

from datetime import date
from pathlib import Path

import pytest

from learner import a_learner
from pmflash.answering.base import AnswerMode, Rightness
from pmflash.answering.registry import ANSWER_MODES, mode_of
from pmflash.model.card import Card
from pmflash.model.cells import cells
from pmflash.model.rating import Rating
from pmflash.study.scope import EVERYTHING
from pmflash.tui.first_frame import wrapped
from pmflash.tui.inputs.registry import input_for
from tui.inputs.entering import press
from tui.sitting import sitting

TODAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> tuple[Card, ...]:
    """Every built-in card."""
    return a_learner(tmp_path_factory.mktemp("home")).opens().cards(EVERYTHING)


def test_space_just_reveals_every_built_in_card(cards: tuple[Card, ...]) -> None:
    for card in cards:
        mode = mode_of(card)
        entered = input_for(mode.ask(card, TODAY), card.prompt)
        assert press(entered, "space") == (False,), card.id
        assert mode.judge(card, entered.reply).rightness is Rightness.OPEN


@pytest.mark.parametrize("width", [34, 54, 70, 96])
def test_every_input_fits_its_card(cards: tuple[Card, ...], width: int) -> None:
    for card in cards:
        entered = input_for(mode_of(card).ask(card, TODAY), card.prompt)
        lines = entered.lines(width, wrapped)
        entered.turn(card.answer)
        lines += entered.lines(width, wrapped)
        assert all(cells(line.text) <= width for line in lines), card.id


def test_boxes_take_the_place_of_every_list_that_is_ticked(
    cards: tuple[Card, ...],
) -> None:
    for card in cards:
        entered = input_for(mode_of(card).ask(card, TODAY), card.prompt)
        if entered.is_ticked:
            assert entered.turn(card.answer) != card.answer, card.id


@pytest.mark.parametrize("mode", ANSWER_MODES, ids=lambda mode: mode.name)
async def test_two_keys_rate_a_built_in_card_of_every_mode(
    cards: tuple[Card, ...], mode: AnswerMode, tmp_path: Path
) -> None:
    ready = (card for card in cards if not card.builds_on)
    fact = next(card.fact for card in ready if card.mode.name == mode.name)
    async with sitting(a_learner(tmp_path), search=f"id:{fact}") as desk:
        await desk.press("space", "3")
        assert desk.ratings == (Rating.GOOD,)
