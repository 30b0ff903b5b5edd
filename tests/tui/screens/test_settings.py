import re
from pathlib import Path

import pytest

from learner import Learner
from pmflash.model.settings import Settings
from pmflash.model.text import one_line
from pmflash.tui.setting_rows import ROWS
from pmflash.tui.widgets.choice_list import ChoiceList
from tui.hostile import GROUPS, quoted
from tui.screens.test_themes import settings as written
from tui.sitting import Sitting, sitting
from tui.terminal import running

NAMES = [row.name for row in ROWS]
COMMENTED = "# mine\r\nnew_per_day: 36  # many\r\n\r\nsm2: text\r\n"
TWICE = "new_per_day: 30\nnew_per_day: 36\n"


def down_to(name: str) -> list[str]:
    """The keys that mark a setting on the screen of a file without mistakes."""
    return ["comma", *["j"] * NAMES.index(name)]


def row(desk: Sitting, name: str) -> list[str]:
    """What stands in the line of a setting."""
    found = re.search(rf"^ [> ] {name} +(.*)$", desk.picture, re.M)
    assert found
    return re.split(" {2,}", found[1])


async def test_every_setting_is_listed_with_its_value(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("comma")
        assert row(desk, "decks") == ["biology", "default all"]
        assert row(desk, "new_per_day") == ["36", "default 20"]
        assert row(desk, "sm2") == ["listing"]
        assert all(row(desk, name) for name in NAMES)


async def test_the_marked_setting_is_explained(learner: Learner) -> None:
    async with sitting(learner, on_today=True, size=(120, 40)) as desk:
        await desk.press("comma")
        for each in ROWS:
            assert each.told in " ".join(desk.picture.split())
            await desk.press("j")


async def test_a_choice_goes_round_its_words(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press(*down_to("sm2"), "enter")
        assert row(desk, "sm2") == ["text", "default listing"]
        assert "sm2: text\n" in written(learner)
        await desk.press("enter")
        assert row(desk, "sm2") == ["listing"]


async def test_a_held_enter_changes_one_thing_once(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press(*down_to("grades"))
        await desk.press("enter")
        await desk.press(*["enter"] * 20, apart=0.033)
        assert row(desk, "grades") == ["wozniak", "default buttons"]


@pytest.mark.parametrize(
    ("name", "opened"),
    [
        ("new_per_day", "> 36_"),
        ("theme", "Choose a theme"),
        ("decks", "Decks to study"),
    ],
)
async def test_a_held_enter_does_not_go_through_the_screen_it_opened(
    learner: Learner, name: str, opened: str
) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press(*down_to(name), "enter")
        await desk.press(*["enter"] * 21, apart=0.033)
        assert opened in desk.picture


async def test_a_new_number_counts_on_todays_screen(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        assert "36 new" in desk.picture
        await desk.press(*down_to("new_per_day"), "enter", "ctrl+u", *"7", "enter")
        assert row(desk, "new_per_day") == ["7", "default 20"]
        await desk.press("escape")
        assert "7 new" in desk.picture


async def test_what_is_no_number_is_told_and_not_saved(learner: Learner) -> None:
    before = written(learner)
    async with sitting(learner, on_today=True) as desk:
        await desk.press(*down_to("new_per_day"), "enter", *"x", "enter")
        told = " ".join(desk.picture.split())
        assert "Not saved: `new_per_day` of settings.yaml takes a number" in told
        assert written(learner) == before
        await desk.press("escape")
        assert row(desk, "new_per_day") == ["36", "default 20"]


async def test_comments_and_line_ends_stay(learner: Learner) -> None:
    learner.locations.settings_file.write_bytes(COMMENTED.encode())
    async with sitting(learner, on_today=True) as desk:
        await desk.press(*down_to("new_per_day"), "enter", "backspace", "enter")
    saved = learner.locations.settings_file.read_bytes().decode()
    assert saved == COMMENTED.replace("36", "3")


async def test_without_a_file_the_first_change_makes_it(learner: Learner) -> None:
    learner.locations.settings_file.unlink()
    async with sitting(learner, on_today=True) as desk:
        await desk.press("comma", "e")
        assert "There is no" in desk.picture
        await desk.press(*["j"] * NAMES.index("answering"), "enter")
    assert written(learner) == "answering: reveal\n"


@pytest.mark.parametrize("name", ["sm2", "new_per_day", "decks"])
async def test_a_failure_to_write_is_told_and_changes_nothing(
    learner: Learner, name: str
) -> None:
    learner.locations.settings_file.chmod(0o444)
    before = written(learner)
    async with sitting(learner, on_today=True, size=(120, 40)) as desk:
        await desk.press(*down_to(name), "enter", "backspace", "space", "enter")
        told = " ".join(desk.picture.replace("▌", " ").split())
        assert "Not saved: cannot write `home/settings.yaml`" in told
        assert "you have no permission there" in told
    assert written(learner) == before
    assert learner.opens().settings == Settings(decks=("biology",), new_per_day=36)


async def test_mistakes_come_first_with_their_place(learner: Learner) -> None:
    learner.writes("settings.yaml", f"{TWICE}sm2: lisitng\n")
    async with sitting(learner, on_today=True) as desk:
        await desk.press("comma")
        assert "2 problems" in desk.lines[0]
        assert "> ! line 2: `new_per_day` is already set on line 1" in desk.picture
        assert "2 | new_per_day: 36\n   | ^^^^" in desk.picture
        await desk.press("j")
        assert "= help: did you mean `listing`?" in desk.picture


async def test_a_mistake_is_mended_on_the_screen(learner: Learner) -> None:
    learner.writes("settings.yaml", "sm2: lisitng\n")
    async with sitting(learner, on_today=True) as desk:
        await desk.press("comma", *["j"] * (1 + NAMES.index("sm2")), "enter")
        assert "> sm2 " in desk.picture
        assert "!" not in desk.picture
    assert written(learner) == "sm2: text\n"


async def test_a_setting_that_stands_twice_is_left_to_the_editor(
    learner: Learner,
) -> None:
    learner.writes("settings.yaml", TWICE)
    async with sitting(learner, on_today=True) as desk:
        keys = ["comma", "j", *["j"] * NAMES.index("new_per_day")]
        await desk.press(*keys, "enter", "ctrl+u", "5", "enter")
        told = " ".join(desk.picture.split())
        assert "line 2 of settings.yaml has to be mended first" in told
    assert written(learner) == TWICE


async def test_the_theme_is_chosen_by_looking_at_it(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press(*down_to("theme"), "enter", *"gruv", "enter")
        assert row(desk, "theme") == ["gruvbox", "default textual-dark"]
        assert desk.app.theme == "gruvbox"


async def test_the_day_of_the_interview_is_typed_as_people_write_it(
    learner: Learner,
) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press(*down_to("interview_on"), "enter", *"in 2 weeks")
        assert "Mon 19 Jan 2026, in 14 days" in desk.picture
        await desk.press("enter")
        assert row(desk, "interview_on") == ["2026-01-19", "default none"]


@pytest.mark.parametrize("payloads", GROUPS, ids=lambda group: ascii(group[0]))
async def test_hostile_settings_are_shown_as_text(
    learner: Learner, payloads: tuple[str, ...]
) -> None:
    for payload in payloads:
        text = quoted(payload)
        learner.writes("settings.yaml", f"interview: {text}\ndecks: [{text}]\n")
        async with sitting(learner, on_today=True, size=(160, 50)) as desk:
            await desk.press("comma")
            assert row(desk, "interview")[0].startswith(one_line(payload)[:9])
            assert f"deck `{one_line(payload)}`, which" in desk.picture


async def test_a_click_marks_a_setting_and_a_second_one_changes_it(
    learner: Learner,
) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("comma")
        place = (4, NAMES.index("grades"))
        await desk.click(ChoiceList, place)
        assert "> grades" in desk.picture
        assert row(desk, "grades") == ["buttons"]
        await desk.click(ChoiceList, place)
        assert row(desk, "grades") == ["wozniak", "default buttons"]


async def test_the_palette_changes_what_is_marked(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("ctrl+p", *"all settings", "enter")
        await desk.press(*down_to("sm2")[1:], "ctrl+p", *"change", "enter")
        assert row(desk, "sm2") == ["text", "default listing"]


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24)])
async def test_every_setting_can_be_reached_at_any_size(
    learner: Learner, size: tuple[int, int]
) -> None:
    async with sitting(learner, on_today=True, size=size) as desk:
        await desk.press("comma")
        for name in NAMES:
            assert f"> {name} " in desk.picture
            await desk.press("j")


def test_the_editor_opens_at_the_line_of_the_setting(
    learner: Learner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "vim"
    editor.write_text('#!/bin/sh\necho "$@" > "$0.called"\necho "sm2: text" >> "$2"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    with running(learner) as terminal:
        terminal.wait_for("enter review")
        terminal.type(",j")
        terminal.wait_for("> new_per_day")
        terminal.type("e")
        terminal.wait_for("text  ")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    called = (tmp_path / "vim.called").read_text().split()
    assert called == ["+2", str(learner.locations.settings_file)]
