from learner import Learner, deck_of
from pmflash.tui.widgets.choice_list import ChoiceList
from tui.screens.test_themes import settings
from tui.sitting import sitting


async def test_a_deck_that_is_ticked_is_studied_on_return(learner: Learner) -> None:
    learner.writes("decks/geology.yaml", deck_of(3, "Geology"))
    async with sitting(learner, on_today=True) as desk:
        await desk.press("comma", "enter", "j", "space", "enter", "escape")
        assert "Geology" in desk.picture
    assert settings(learner) == "decks: [biology, geology]\nnew_per_day: 36\n"


async def test_with_none_ticked_it_is_all_decks(learner: Learner) -> None:
    learner.writes("decks/geology.yaml", deck_of(3, "Geology"))
    async with sitting(learner, on_today=True) as desk:
        await desk.press("comma", "enter", "space")
        assert "none ticked: all" in desk.lines[0]
        await desk.press("enter")
        assert "> decks all" in " ".join(desk.picture.split())
    assert settings(learner) == "decks: []\nnew_per_day: 36\n"


async def test_a_list_in_lines_keeps_its_comments(learner: Learner) -> None:
    before = "decks:\n  - biology  # mine\n"
    learner.writes("decks/geology.yaml", deck_of(3, "Geology"))
    learner.writes("settings.yaml", before)
    async with sitting(learner, on_today=True) as desk:
        await desk.press("comma", "enter", "j", "space", "enter")
    assert settings(learner) == f"{before}  - geology\n"


async def test_esc_saves_no_tick(learner: Learner) -> None:
    before = settings(learner)
    async with sitting(learner, on_today=True) as desk:
        await desk.press("comma", "enter", "space", "escape", "enter")
        assert "[x] Biology" in desk.picture
    assert settings(learner) == before


async def test_a_deck_that_is_not_there_can_be_unticked(learner: Learner) -> None:
    learner.writes("settings.yaml", "decks: [gone, biology]\n")
    async with sitting(learner, on_today=True) as desk:
        await desk.press("comma", "j", "enter")
        assert "[x] gone" in desk.picture
        assert "no such deck" in desk.picture
        await desk.press("j", "space", "enter")
    assert settings(learner) == "decks: [biology]\n"


async def test_a_held_space_ticks_once(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("comma", "enter", "space")
        await desk.press(*["space"] * 21, apart=0.033)
        assert "[ ] Biology" in desk.picture


async def test_a_click_on_the_marked_deck_ticks_it(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("comma", "enter")
        await desk.click(ChoiceList, (5, 0))
        assert "[ ] Biology" in desk.picture


async def test_esc_says_that_ticks_are_left_behind(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("comma", "enter", "space", "escape")
        assert "not saved" in " ".join(desk.picture.split())
