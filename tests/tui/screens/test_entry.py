import pytest
from textual.events import Paste

from learner import Learner
from pmflash.tui.widgets.lines import KeyBar
from tui.screens.test_themes import settings
from tui.sitting import sitting

PANEL = "interview: Panel\ninterview_on: 2026-01-21\n"


async def test_a_text_is_changed_where_it_stands(learner: Learner) -> None:
    learner.writes("settings.yaml", PANEL)
    async with sitting(learner, on_today=True) as desk:
        await desk.press("p", "n", *" two", "enter")
        assert " Panel two" in desk.picture
    assert settings(learner) == PANEL.replace("Panel", "Panel two")


async def test_esc_leaves_it_as_it_was(learner: Learner) -> None:
    learner.writes("settings.yaml", PANEL)
    async with sitting(learner, on_today=True) as desk:
        await desk.press("p")
        before = desk.picture
        await desk.press("n", *"xyz", "escape")
        assert desk.picture == before
    assert settings(learner) == PANEL


async def test_letters_are_text_and_leave_no_screen(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("p", "n", *"q?j,", "ctrl+p")
        assert "> q?j,_" in desk.picture


async def test_what_is_pasted_is_one_readable_line(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("p", "n")
        await desk.send(Paste("[red]\x1b[2J\nFlex\tport"))
        assert "> [red]␛[2J Flex port_" in desk.picture
        await desk.press("enter")
    assert learner.opens().settings.interview == "[red]␛[2J Flex port"


async def test_a_click_in_the_footer_saves(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("p", "n", *"Panel")
        await desk.click(KeyBar, (desk.lines[-1].index("enter") - 1, 0))
        assert "No day is set for Panel." in desk.picture


async def test_it_is_told_as_it_is_typed_which_day_is_meant(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("p", "d", *"tom")
        assert "this is no day; write `2026-12-17`, `17 Dec`" in desk.picture
        await desk.press(*"orrow")
        assert "Tue 6 Jan 2026, tomorrow" in desk.picture


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("soon", "Not saved: this is no day; write"),
        ("31 Feb", "Not saved: no calendar has this day; write"),
        ("2026-01-04", "Not saved: Sun 4 Jan 2026 has passed; today is Mon 5 Jan 2026"),
    ],
)
async def test_no_impossible_day_is_saved(
    learner: Learner, text: str, words: str
) -> None:
    before = settings(learner)
    async with sitting(learner, on_today=True) as desk:
        await desk.press("p", "d", *text, "enter")
        assert words in desk.picture
    assert settings(learner) == before


async def test_too_small_a_screen_types_nothing(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("p", "n", "a")
        await desk.resize((30, 8))
        await desk.press("b", "enter")
        await desk.resize((80, 24))
        assert "> a_" in desk.picture


async def test_f1_tells_the_keys_where_a_question_mark_is_text(
    learner: Learner,
) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("p", "n", "question_mark", "f1")
        assert "Typing one line: the keys" in desk.picture
        assert "Save what was typed." in desk.picture
        assert "^p" not in desk.picture
        await desk.press("f1")
        assert "> ?_" in desk.picture
