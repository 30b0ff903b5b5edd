import pytest

from learner import Learner
from pmflash.model.rating import Rating
from pmflash.tui.screens.today import TodayScreen
from tui.sitting import sitting


async def test_the_palette_does_what_is_found_by_name(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("ctrl+p", *"stati")
        assert "stats     Show statistics of your reviews." in desk.picture
        await desk.press("enter")
        assert desk.lines[0].startswith(" Statistics")


@pytest.mark.parametrize("key", ["escape", "ctrl+p"])
async def test_the_palette_is_closed_without_doing_anything(
    learner: Learner, key: str
) -> None:
    async with sitting(learner) as desk:
        before = desk.picture
        await desk.press("ctrl+p", "down", key)
        assert desk.picture == before


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24), (120, 40)])
async def test_the_palette_fits(learner: Learner, size: tuple[int, int]) -> None:
    async with sitting(learner, size=size) as desk:
        await desk.press("ctrl+p", "up", *["down"] * 30)
        assert any(line.startswith(" > quit") for line in desk.lines)
        assert "esc close" in desk.lines[-1]
        assert all(len(line) <= size[0] for line in desk.lines)


async def test_ratings_are_offered_only_once_the_answer_is_shown(
    learner: Learner,
) -> None:
    async with sitting(learner) as desk:
        await desk.press("ctrl+p")
        assert "Rate Good." not in desk.picture
        await desk.press("escape", "space", "ctrl+p", *"rate good", "enter")
        assert desk.ratings == (Rating.GOOD,)


async def test_the_answer_can_be_shown_by_name(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("ctrl+p", *"answer", "enter")
        assert "Answer 1" in desk.picture


async def test_enter_that_is_held_down_in_the_palette_rates_nothing(
    learner: Learner,
) -> None:
    async with sitting(learner) as desk:
        await desk.press("ctrl+p", *"answer")
        await desk.press(*["enter"] * 20, apart=0.033)
        assert desk.ratings == ()


async def test_what_is_called_by_nothing_is_not_done(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("ctrl+p", *"xyzzy", "enter")
        assert "Nothing is called that." in desk.picture


async def test_every_action_in_the_palette_can_be_done(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        for place in range(len(TodayScreen.ACTIONS)):
            await desk.press("ctrl+p", *["down"] * place, "enter")
            if not desk.is_running:
                return
            await desk.press(*["escape"] * (len(desk.app.screen_stack) - 2))
        raise AssertionError("none of them leaves")


async def test_the_palette_opens_while_a_search_is_typed(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("b", "slash", "q", "ctrl+p", *"flag the", "enter")
        assert "/ q" in desk.picture
