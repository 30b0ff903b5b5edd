import pytest

from learner import Learner
from pmflash.tui.widgets.lines import KeyBar
from tui.screens.test_themes import settings
from tui.sitting import sitting

PANEL = "interview: Panel\ninterview_on: 2026-01-21\n"


@pytest.fixture
def asked(learner: Learner) -> Learner:
    """A learner with an interview to be asked about."""
    learner.writes("settings.yaml", PANEL)
    return learner


async def test_y_is_yes(asked: Learner) -> None:
    async with sitting(asked, on_today=True) as desk:
        await desk.press("p", "x")
        assert "Remove Panel? y yes, other keys no" in desk.picture
        await desk.press("y")
        assert "No interview is set." in desk.picture
    assert settings(asked) == "interview:\ninterview_on:\n"


@pytest.mark.parametrize("key", ["n", "escape", "enter", "space", "q", "x", "ctrl+p"])
async def test_any_other_key_is_no(asked: Learner, key: str) -> None:
    async with sitting(asked, on_today=True) as desk:
        await desk.press("p")
        before = desk.picture
        await desk.press("x", key)
        assert desk.picture == before
    assert settings(asked) == PANEL


async def test_the_key_that_asked_does_not_answer_while_it_is_held(
    asked: Learner,
) -> None:
    async with sitting(asked, on_today=True) as desk:
        await desk.press("p", "x")
        await desk.press(*["x"] * 20, apart=0.033)
        assert "Remove Panel?" in desk.picture


async def test_a_held_y_does_nothing_after_its_answer(asked: Learner) -> None:
    async with sitting(asked, on_today=True) as desk:
        await desk.press("p", "x", "y")
        before = desk.picture
        await desk.press(*["y"] * 20, apart=0.033)
        assert desk.picture == before


@pytest.mark.parametrize(("words", "saved"), [("y yes", ""), ("esc no", PANEL)])
async def test_a_click_answers(asked: Learner, words: str, saved: str) -> None:
    async with sitting(asked, on_today=True) as desk:
        await desk.press("p", "x")
        await desk.click(KeyBar, (desk.lines[-1].index(words) - 1, 0))
        assert "Remove" not in desk.picture
    assert settings(asked) == (saved or "interview:\ninterview_on:\n")


@pytest.mark.parametrize("size", [(40, 10), (60, 20)])
async def test_question_and_meaning_fit(asked: Learner, size: tuple[int, int]) -> None:
    async with sitting(asked, on_today=True, size=size) as desk:
        await desk.press("p", "x")
        told = " ".join(desk.picture.split())
        assert "Remove Panel? y yes, other keys no" in told
        assert "cards and answers stay as they are." in told
