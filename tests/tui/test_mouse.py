import math

import pytest

from learner import Learner, deck_of
from pmflash.model.rating import Rating
from pmflash.tui.widgets.card_panel import CardPanel
from pmflash.tui.widgets.deck_table import DeckTable
from pmflash.tui.widgets.lines import KeyBar
from pmflash.tui.widgets.rating_bar import RatingBar
from tui.sitting import Sitting, sitting


@pytest.fixture
def all_clicks_are_close(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two clicks on a thing are a double click, however slow the machine is."""
    monkeypatch.setattr("pmflash.tui.held_keys.HELD_KEY_SECONDS", math.inf)


async def click_key(desk: Sitting, words: str) -> None:
    await desk.click(KeyBar, (desk.lines[-1].index(words) - 1, 0))


async def test_a_click_on_the_card_shows_the_answer(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.click(CardPanel, (8, 3))
        assert "Answer 1" in desk.picture
        await desk.click(CardPanel, (8, 3))
        assert desk.ratings == ()


async def test_a_click_on_a_button_rates(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("space")
        await desk.click(RatingBar, (22, 1))
        assert desk.ratings == (Rating.HARD,)


async def test_no_click_rates_before_the_answer_is_shown(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.click(RatingBar, (22, 0))
        await desk.press("space")
        assert "Answer 1" in desk.picture
        assert desk.ratings == ()


async def test_a_double_click_rates_one_card(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("space")
        await desk.click(RatingBar, (42, 0))
        await desk.click(RatingBar, (42, 0))
        assert len(desk.ratings) == 1


@pytest.mark.usefixtures("all_clicks_are_close")
async def test_a_double_click_on_a_key_shows_the_answer_only(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await click_key(desk, "space answer")
        await click_key(desk, "space")
        assert "Answer 1" in desk.picture
        assert desk.ratings == ()


@pytest.mark.usefixtures("all_clicks_are_close")
async def test_a_double_click_sets_one_card_aside(learner: Learner) -> None:
    async with sitting(learner, size=(120, 24)) as desk:
        await click_key(desk, "z suspend")
        await click_key(desk, "z suspend")
        assert len(desk.saved) == 1


async def test_a_click_on_a_key_in_the_footer_does_it(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await click_key(desk, "? help")
        assert desk.lines[0].startswith(" Today: the keys")
        await click_key(desk, "q quit")
        assert not desk.is_running


async def test_a_click_on_a_key_that_stands_for_several_does_nothing(
    learner: Learner,
) -> None:
    async with sitting(learner) as desk:
        await desk.press("space")
        await click_key(desk, "1-4 rate")
        assert desk.ratings == ()


async def test_a_click_marks_a_deck(learner: Learner) -> None:
    learner.writes("settings.yaml", "")
    learner.writes("decks/geology.yaml", deck_of(3, "Geology"))
    async with sitting(learner, on_today=True) as desk:
        await desk.click(DeckTable, (4, 4))
        assert "> Geology" in desk.picture


async def test_a_second_click_begins_with_the_deck(learner: Learner) -> None:
    learner.writes("settings.yaml", "")
    learner.writes("decks/geology.yaml", deck_of(3, "Geology"))
    async with sitting(learner, on_today=True) as desk:
        await desk.click(DeckTable, (4, 4))
        await desk.click(DeckTable, (4, 4))
        assert desk.lines[0].startswith(" Geology")


async def test_a_click_beside_the_decks_does_nothing(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        before = desk.picture
        await desk.click(DeckTable, (4, 0))
        assert desk.picture == before
