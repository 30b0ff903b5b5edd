from pathlib import Path

import pytest

import pmflash
from learner import Learner
from pmflash.model.keys import FIXED_KEYS, KEYS_OF_SCREENS
from pmflash.tui.actions import SCROLL
from pmflash.tui.keymap import Keymap, is_text, shown_key
from pmflash.tui.review_actions import UNDO, command, typing_keys, while_typing
from pmflash.tui.screens.base import PALETTE, PmflashScreen
from pmflash.tui.screens.browse import BrowseScreen
from pmflash.tui.screens.page import PageScreen
from pmflash.tui.screens.plan import PlanScreen
from pmflash.tui.screens.problems import ProblemsScreen
from pmflash.tui.screens.review import ReviewScreen
from pmflash.tui.screens.settings import SettingsScreen
from pmflash.tui.screens.stats import StatsScreen
from pmflash.tui.screens.summary import SummaryScreen
from pmflash.tui.screens.ticking import TickingScreen
from pmflash.tui.screens.time_up import TimeUpScreen
from pmflash.tui.screens.today import TodayScreen
from tui.sitting import sitting

README = Path(pmflash.__file__).parents[2] / "README.md"
SCREENS: dict[str, type[PmflashScreen]] = {
    "today": TodayScreen,
    "review": ReviewScreen,
    "summary": SummaryScreen,
    "time-up": TimeUpScreen,
    "browse": BrowseScreen,
    "statistics": StatsScreen,
    "plan": PlanScreen,
    "settings": SettingsScreen,
    "problems": ProblemsScreen,
    "decks": TickingScreen,
    "page": PageScreen,
}
CHANGED = "keys: {undo: [U, ctrl+y], browse: x, down: [w], quit: Q}\n"


@pytest.mark.parametrize("name", SCREENS)
def test_all_that_a_screen_can_do_is_listed_with_its_keys(name: str) -> None:
    actions = (*SCREENS[name].ACTIONS, PALETTE)
    keys = {action.called: action.keys for action in actions}
    free = {
        called: each
        for called, each in keys.items()
        if not FIXED_KEYS & {*each.split(",")}
    }
    assert free == KEYS_OF_SCREENS[name]


def test_the_readme_names_every_action_that_can_have_other_keys() -> None:
    text = README.read_text(encoding="utf-8")
    names = {name for keys in KEYS_OF_SCREENS.values() for name in keys}
    assert not {name for name in names if f"`{name}`" not in text}


def test_keys_are_shown_as_people_write_them() -> None:
    keys = ("ctrl+y", "question_mark", "pagedown", "f2", "left", "U", "shift+up")
    assert [*map(shown_key, keys)] == ["^y", "?", "PgDn", "F2", "←", "U", "⇧↑"]


def test_a_key_that_types_something_is_told_from_one_that_does_not() -> None:
    assert all(map(is_text, ("u", "question_mark", "space", "U")))
    assert not any(map(is_text, ("f1", "ctrl+y", "escape", "up", "enter", "tab")))


def test_where_letters_are_text_an_action_needs_another_key() -> None:
    with_key = while_typing((UNDO,), Keymap([("undo", ("U", "ctrl+y"))]))
    assert [action.shown_key for action in with_key] == ["^y"]
    assert not while_typing((UNDO,), Keymap([("undo", ("U",))]))
    assert typing_keys(Keymap([("undo", ("U",))])).shown_key == "F1 F2"


def test_a_key_that_was_changed_does_nothing_any_more() -> None:
    keymap = Keymap([("down", ("w",))])
    assert command("w", keymap) == SCROLL[0]
    assert command("j", keymap) is command("down", keymap) is None


async def test_a_changed_key_works_in_a_review(learner: Learner) -> None:
    learner.writes("settings.yaml", CHANGED)
    async with sitting(learner) as desk:
        await desk.press("space", "3", "u")
        assert len(desk.saved) == 1
        await desk.press("ctrl+y")
        assert desk.ratings[1:] == (None,)
        await desk.press("space", "3")
        assert "U undo" in desk.lines[-1]


async def test_a_changed_key_works_on_todays_screen(learner: Learner) -> None:
    learner.writes("settings.yaml", CHANGED)
    async with sitting(learner, on_today=True) as desk:
        assert "x browse" in desk.lines[-1]
        await desk.press("b", "q")
        assert "browse" in desk.lines[-1]
        await desk.press("x")
        assert desk.lines[0].startswith(" Browse")
        await desk.press("Q")
        assert not desk.is_running


async def test_help_tells_the_changed_keys(learner: Learner) -> None:
    learner.writes("settings.yaml", CHANGED)
    async with sitting(learner, size=(80, 40)) as desk:
        await desk.press("question_mark")
        assert "  U         Take back what you did last." in desk.picture
        assert "  F1 F2 ^y  Help, hint, undo" in desk.picture


async def test_a_screen_that_is_too_small_names_the_key_that_leaves(
    learner: Learner,
) -> None:
    learner.writes("settings.yaml", CHANGED)
    async with sitting(learner, size=(32, 8)) as desk:
        assert "Q quits." in " ".join(desk.picture.split())
        await desk.press("Q")
        assert not desk.is_running
