import pytest

from learner import Learner
from pmflash.tui.screens.review import ReviewScreen
from pmflash.tui.screens.summary import SummaryScreen
from pmflash.tui.screens.today import TodayScreen
from tui.sitting import Sitting, sitting


async def text_of_page(desk: Sitting) -> str:
    """All of a page, read by scrolling."""
    seen = [desk.picture]
    for _ in range(5):
        await desk.press("pagedown")
        seen.append(desk.picture)
    return "\n".join(seen)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 10)])
async def test_every_way_back_leads_to_the_screen_before(
    learner: Learner, size: tuple[int, int]
) -> None:
    async with sitting(learner, on_today=True, size=size) as desk:
        before = desk.picture
        for way_back in ("escape", "enter", "space"):
            await desk.press("question_mark")
            assert desk.picture != before
            await desk.press(way_back)
            assert desk.picture == before


async def test_the_help_of_today_lists_all_its_keys(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("question_mark")
        text = await text_of_page(desk)
        for action in TodayScreen.ACTIONS:
            assert action.shown_key in text
            assert action.help in text


async def test_the_help_of_the_review_lists_all_its_keys(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("question_mark")
        text = await text_of_page(desk)
        for action in ReviewScreen.ACTIONS:
            assert action.shown_key in text
            assert action.help in text


async def test_the_help_of_the_summary_lists_all_its_keys(learner: Learner) -> None:
    learner.writes("settings.yaml", "new_per_day: 0")
    async with sitting(learner) as desk:
        await desk.press("question_mark")
        text = await text_of_page(desk)
        for action in SummaryScreen.ACTIONS:
            assert action.shown_key in text
            assert action.help in text


@pytest.mark.parametrize("screen", [TodayScreen, ReviewScreen, SummaryScreen])
def test_no_key_of_a_screen_is_missing_in_its_table(
    screen: type[TodayScreen] | type[ReviewScreen] | type[SummaryScreen],
) -> None:
    listed = {key for action in screen.ACTIONS for key in action.keys.split(",")}
    bound = {
        key
        for binding in screen.BINDINGS
        for key in (binding[0] if isinstance(binding, tuple) else binding.key).split(
            ","
        )
    }
    assert bound <= listed


async def test_what_needs_more_lines_stays_behind_its_mark(learner: Learner) -> None:
    async with sitting(learner, size=(40, 10)) as desk:
        await desk.press("question_mark")
        text = (await text_of_page(desk)).splitlines()
        wrapped = next(n for n, line in enumerate(text) if "Take the card out" in line)
        assert text[wrapped].index("Take") == len(text[wrapped + 1]) - len(
            text[wrapped + 1].lstrip()
        )
