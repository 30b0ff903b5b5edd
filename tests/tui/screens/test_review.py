from textual.events import Paste

from learner import Learner
from pmflash.model.rating import Rating
from tui.sitting import sitting


async def test_a_card_cannot_be_rated_before_its_answer_is_shown(
    learner: Learner,
) -> None:
    async with sitting(learner) as desk:
        await desk.press("1", "2", "3", "4")
        assert desk.ratings == ()
        assert "Question 1?" in desk.picture


async def test_two_keys_rate_a_card(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("space", "3")
        assert desk.ratings == (Rating.GOOD,)
        assert "Question 2?" in desk.picture


async def test_nothing_takes_the_focus(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press(*["tab"] * 5, "space", "3")
        assert desk.ratings == (Rating.GOOD,)
        assert desk.app.focused is None


async def test_a_paste_rates_nothing(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.send(Paste(" 1 2 3\r"))
        assert desk.ratings == ()
        print(desk.picture)
