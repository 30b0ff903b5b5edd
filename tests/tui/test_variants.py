import re

from learner import PAY_FORMULA, Learner
from tui.sitting import Sitting, sitting


def lift(desk: Sitting) -> int:
    """The number in the question on the screen."""
    found = re.search(r"Accuracy rises by (\d) %", desk.picture)
    assert found, desk.picture
    return int(found[1])


async def test_the_answer_works_with_the_numbers_of_the_question(
    learner: Learner,
) -> None:
    learner.writes("decks/biology.yaml", PAY_FORMULA)
    async with sitting(learner) as desk:
        for _ in range(3):
            asked = lift(desk)
            await desk.press("space")
            assert lift(desk) == asked
            assert f"{asked} × 5,000 = {asked * 5000:,}" in desk.picture
            await desk.press("1")
            assert lift(desk) != asked


async def test_undo_shows_the_numbers_that_were_rated(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", PAY_FORMULA)
    async with sitting(learner) as desk:
        asked = lift(desk)
        await desk.press("space", "1", "ctrl+t")
        assert f"{asked} × 5,000 = {asked * 5000:,}" in desk.picture


async def test_the_summary_names_the_question_as_it_was_asked_last(
    learner: Learner,
) -> None:
    learner.writes("decks/biology.yaml", PAY_FORMULA)
    async with sitting(learner) as desk:
        await desk.press("space", "1")
        asked = lift(desk)
        await desk.press("space", "3")
        assert "Session done" in desk.picture
        assert lift(desk) == asked
