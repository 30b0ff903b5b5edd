from learner import Learner
from pmflash.choices import choose
from tui.sitting import sitting

SETTINGS = "# mine\ntheme: nord  # cold\nnew_per_day: 36\n"


def settings(learner: Learner) -> str:
    return learner.locations.settings_file.read_text(encoding="utf-8")


async def test_a_theme_is_seen_before_it_is_chosen(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("t", *"gruv")
        assert desk.app.theme == "gruvbox"
        await desk.press("escape")
        assert desk.app.theme == "textual-dark"


async def test_the_chosen_theme_is_kept_among_all_other_lines(learner: Learner) -> None:
    learner.writes("settings.yaml", SETTINGS)
    async with sitting(learner, on_today=True) as desk:
        await desk.press("t", "down", "enter")
        assert desk.app.theme == "gruvbox"
    assert settings(learner) == SETTINGS.replace("nord", "gruvbox")
    assert learner.opens().settings.theme == "gruvbox"


async def test_a_file_that_cannot_be_changed_so_is_left_alone(learner: Learner) -> None:
    learner.writes("settings.yaml", "{theme: nord}\n")
    async with sitting(learner, on_today=True) as desk:
        await desk.press("t", "down", "enter")
        assert "Not saved" in desk.picture
    assert settings(learner) == "{theme: nord}\n"


def test_choosing_the_same_theme_writes_nothing(learner: Learner) -> None:
    learner.writes("settings.yaml", "theme:   nord\n")
    choose(learner.locations, {"theme": "nord"})
    assert settings(learner) == "theme: nord\n"
    before = learner.locations.settings_file.stat().st_mtime_ns
    choose(learner.locations, {"theme": "nord"})
    assert learner.locations.settings_file.stat().st_mtime_ns == before
