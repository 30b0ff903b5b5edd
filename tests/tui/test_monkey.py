from pathlib import Path

import pytest

from learner import use_builtin
from tui.monkey import Monkey, a_victim

KEYS = 10_000
SEEDS = (20261121, 20261122)
EVERY_SCREEN = {
    *("TodayScreen", "ReviewScreen", "SummaryScreen", "BrowseScreen", "StatsScreen"),
    *("PageScreen", "PaletteScreen", "ThemesScreen", "SettingsScreen", "PlanScreen"),
    *("ProblemsScreen", "EntryScreen", "TickingScreen", "QuestionScreen"),
    "TimeUpScreen",
}


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_monkey_at_the_keyboard_breaks_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    use_builtin(tmp_path / "nothing", monkeypatch)
    monkey = Monkey(a_victim(tmp_path), seed)
    await monkey.press(KEYS)
    assert monkey.seen >= EVERY_SCREEN
