import pytest

from learner import Learner, answered, deck_of
from pmflash.model.text import one_line
from tui.hostile import PAYLOADS, quoted
from tui.screens.test_themes import settings
from tui.sitting import Sitting, sitting


def told(desk: Sitting) -> str:
    return " ".join(desk.picture.split())


async def test_without_an_interview_it_says_what_to_press(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("p")
        assert "No interview is set." in desk.picture
        assert " d sets the day of your interview." in desk.picture
        assert "x remove" not in desk.lines[-1]


async def test_what_is_not_set_cannot_be_removed(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("p", "x")
        assert "No interview is set." in desk.picture
        await desk.press("ctrl+p", *"remove")
        assert "Nothing is called that." in desk.picture


async def test_an_interview_that_was_is_told_as_such(learner: Learner) -> None:
    learner.writes("settings.yaml", "interview: Panel\ninterview_on: 2026-01-04\n")
    async with sitting(learner, on_today=True) as desk:
        await desk.press("p")
        assert "Panel was on Sun 4 Jan 2026." in desk.picture
        await desk.press("d", "ctrl+u", *"21 jan", "enter")
        assert "Wed 21 Jan 2026 · in 16 days" in desk.picture


async def test_setting_a_day_shows_the_pace_at_once(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("p", "d", *"in 9 days", "enter")
        assert "Wed 14 Jan 2026 · in 9 days" in desk.picture
        assert "36 of 36 cards not met yet, in Biology" in told(desk)
        assert "Needed 4 new cards a day" in told(desk)
        assert "Yours 36 new cards a day" in told(desk)
        assert "So It fits." in told(desk)
        await desk.press("escape")
        assert "Interview  Wed 14 Jan · in 9 days" in desk.picture
    assert settings(learner).endswith("interview_on: 2026-01-14\n")


async def test_a_pace_that_is_too_slow_is_told_in_cards(learner: Learner) -> None:
    learner.writes("settings.yaml", "interview_on: 2026-01-09\nnew_per_day: 5\n")
    async with sitting(learner, on_today=True) as desk:
        await desk.press("p")
        assert "at 5 a day, 16 cards or more will not be met before." in told(desk)
        await desk.press("comma", "j", "enter", "ctrl+u", *"9", "enter", "escape")
        assert "So It fits." in told(desk)


async def test_what_comes_due_stands_in_its_week(learner: Learner) -> None:
    learner.writes("settings.yaml", "interview_on: 2026-01-21\n")
    collection = learner.opens()
    answered(collection, collection.session(), ["Good", "Good", "Easy"])
    async with sitting(learner, on_today=True) as desk:
        await desk.press("p")
        assert "this week 3 █" in told(desk)
        assert "from Mon 19 Jan 0" in told(desk)


async def test_an_interview_of_today_is_told_so(learner: Learner) -> None:
    learner.writes("settings.yaml", "interview_on: 2026-01-05\n")
    async with sitting(learner, on_today=True) as desk:
        await desk.press("p")
        assert "Mon 5 Jan 2026 · today" in desk.picture
        assert "It is today: 36 cards not met." in told(desk)


async def test_a_learner_without_cards_is_shown_no_pace_to_fear(
    learner: Learner,
) -> None:
    learner.writes("decks/biology.yaml", deck_of(0))
    learner.writes("settings.yaml", "interview_on: 2026-01-21\n")
    async with sitting(learner, on_today=True) as desk:
        await desk.press("p")
        assert "0 of 0 cards not met yet" in told(desk)


async def test_a_far_day_is_counted_without_end_of_weeks(learner: Learner) -> None:
    learner.writes("settings.yaml", "interview_on: 9999-12-31\n")
    async with sitting(learner, on_today=True) as desk:
        await desk.press("p", *["pagedown"] * 4)
        assert "and the weeks after these" in desk.picture


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
async def test_a_hostile_name_is_shown_as_text(learner: Learner, payload: str) -> None:
    text = f"interview: {quoted(payload)}\ninterview_on: 2026-01-21\n"
    learner.writes("settings.yaml", text)
    async with sitting(learner, on_today=True) as desk:
        await desk.press("p")
        assert desk.lines[2] == f" {one_line(payload)}"
        await desk.press("x")
        assert f"Remove {one_line(payload)}? y yes" in desk.picture


async def test_a_failure_to_remove_is_told(learner: Learner) -> None:
    learner.writes("settings.yaml", "interview_on: 2026-01-21\n")
    learner.locations.settings_file.chmod(0o444)
    async with sitting(learner, on_today=True) as desk:
        await desk.press("p", "x", "y")
        assert "Not saved" in desk.picture
        assert "in 16 days" in desk.picture


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24), (120, 40)])
async def test_all_of_the_plan_can_be_read(
    learner: Learner, size: tuple[int, int]
) -> None:
    learner.writes("settings.yaml", "interview_on: 2026-02-21\n")
    async with sitting(learner, on_today=True, size=size) as desk:
        await desk.press("p")
        seen = told(desk)
        for _ in range(4):
            await desk.press("pagedown")
            seen += told(desk)
        assert "new cards add to it." in seen or "cards add to it." in seen
        assert all(len(line) <= size[0] for line in desk.lines)
