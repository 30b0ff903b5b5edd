from itertools import count

import pytest

from learner import Learner, deck_of
from pmflash.model.rating import Rating
from tui.sitting import Sitting, sitting

UP = "1 minute is up: 2 answered, 34 left. Everything is saved."
MONOTONIC = "pmflash.tui.screens.review.monotonic"


@pytest.fixture
def slow_learner(learner: Learner, monkeypatch: pytest.MonkeyPatch) -> Learner:
    """A learner who takes half a minute a card, and wants to stop after one."""
    looks = count(step=30)
    monkeypatch.setattr(MONOTONIC, lambda: next(looks))
    settings = "decks: [biology]\nnew_per_day: 36\nminutes_per_sitting: 1\n"
    learner.writes("settings.yaml", settings)
    return learner


async def rates(desk: Sitting, *keys: str) -> None:
    for key in keys:
        await desk.press("space", key)


async def test_the_time_is_up_after_the_answer_that_used_it(
    slow_learner: Learner,
) -> None:
    async with sitting(slow_learner) as desk:
        await rates(desk, "3")
        assert "Question 2?" in desk.picture
        await rates(desk, "3")
        assert UP in desk.picture
        assert len(desk.saved) == 2


async def test_enter_ends_the_sitting_with_what_is_left(slow_learner: Learner) -> None:
    async with sitting(slow_learner) as desk:
        await rates(desk, "3", "3")
        await desk.press("enter")
        assert "Session so far: 34 left" in desk.picture
        assert "Saved     2 answers" in desk.picture


async def test_the_end_offers_nothing_beyond_what_is_left(
    slow_learner: Learner,
) -> None:
    async with sitting(slow_learner) as desk:
        await rates(desk, "1", "3")
        await desk.press("enter")
        assert "r drill  u undo" in desk.lines[-1]


async def test_a_sitting_can_go_on_for_ten_more_minutes(slow_learner: Learner) -> None:
    async with sitting(slow_learner) as desk:
        await rates(desk, "3", "3")
        await desk.press("m")
        assert "Question 3?" in desk.picture
        await rates(desk, *"3" * 19)
        assert "Question 22?" in desk.picture
        await rates(desk, "3")
        assert "11 minutes are up: 22 answered, 14 left." in desk.picture


async def test_the_last_rating_can_be_undone_when_the_time_is_up(
    slow_learner: Learner,
) -> None:
    async with sitting(slow_learner) as desk:
        await rates(desk, "3", "3")
        await desk.press("u")
        assert "undid Good" in desk.picture
        assert "Answer 2" in desk.picture
        await desk.press("4")
        assert UP in desk.picture
        assert desk.ratings == (Rating.GOOD, Rating.GOOD, None, Rating.EASY)


@pytest.mark.parametrize("key", ["3", "1", "space", "j", "s"])
async def test_no_key_of_a_card_does_anything_there(
    slow_learner: Learner, key: str
) -> None:
    async with sitting(slow_learner) as desk:
        await rates(desk, "3", "3")
        await desk.press(key, key)
        assert UP in desk.picture
        assert len(desk.saved) == 2


@pytest.mark.parametrize("key", ["enter", "m", "u", "question_mark", "3"])
async def test_what_was_typed_ahead_does_nothing_there(
    slow_learner: Learner, key: str
) -> None:
    async with sitting(slow_learner) as desk:
        await rates(desk, "3", "3")
        await desk.press(key, apart=0.2)
        assert UP in desk.picture


async def test_a_key_held_since_the_rating_does_not_end_the_sitting(
    slow_learner: Learner,
) -> None:
    async with sitting(slow_learner) as desk:
        await rates(desk, "3")
        await desk.press("enter", "enter")
        await desk.press("enter", apart=0.5)
        await desk.press(*["enter"] * 30, apart=0.033)
        assert UP in desk.picture
        await desk.press("enter")
        assert "Session so far" in desk.picture


async def test_a_key_that_ends_the_sitting_does_no_more_while_it_is_held(
    slow_learner: Learner,
) -> None:
    async with sitting(slow_learner) as desk:
        await rates(desk, "3", "3")
        await desk.press("enter")
        await desk.press("enter", apart=0.5)
        await desk.press(*["enter"] * 30, apart=0.033)
        assert "Session so far" in desk.picture


async def test_leaving_is_possible_at_once(slow_learner: Learner) -> None:
    async with sitting(slow_learner) as desk:
        await rates(desk, "3", "3")
        await desk.press("q", apart=0.1)
        assert not desk.is_running


async def test_a_sitting_that_ends_by_itself_does_not_ask(
    slow_learner: Learner,
) -> None:
    slow_learner.writes("decks/biology.yaml", deck_of(2))
    async with sitting(slow_learner) as desk:
        await rates(desk, "3", "3")
        assert "Session done" in desk.picture


async def test_no_limit_never_asks(slow_learner: Learner) -> None:
    settings = "decks: [biology]\nnew_per_day: 36\nminutes_per_sitting: 0\n"
    slow_learner.writes("settings.yaml", settings)
    async with sitting(slow_learner) as desk:
        await rates(desk, *"3" * 5)
        assert "Question 6?" in desk.picture
