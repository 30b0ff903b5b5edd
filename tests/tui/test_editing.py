from pathlib import Path

import pytest

from learner import Learner
from pmflash.tui.editing import editor_command
from tui.sitting import sitting
from tui.terminal import running

FILE = Path("/home/pm/decks/notes.yaml")
COMMANDS = {
    "vim": ["vim", "+7", str(FILE)],
    "/usr/bin/nano -w": ["/usr/bin/nano", "-w", "+7", str(FILE)],
    "code": ["code", "--wait", "--goto", f"{FILE}:7"],
    "code -w": ["code", "-w", "--goto", f"{FILE}:7"],
    "hx": ["hx", f"{FILE}:7"],
    "my-editor": ["my-editor", str(FILE)],
}
SCRIPT = """#!/bin/sh
echo "$@" > "$0.called"
sed -i 's/Question 2/Edited 2/' "$2"
"""


@pytest.mark.parametrize("editor", COMMANDS)
def test_an_editor_opens_at_the_line(editor: str) -> None:
    assert editor_command({"EDITOR": editor}, FILE, 7) == COMMANDS[editor]


def test_visual_is_asked_before_editor() -> None:
    command = editor_command({"VISUAL": "vim", "EDITOR": "ed"}, FILE, 7)
    assert command == COMMANDS["vim"]


def test_an_editor_that_makes_no_sense_is_taken_as_it_is() -> None:
    command = editor_command({"EDITOR": "'x"}, FILE, 7)
    assert command == ["'x", str(FILE)]


def test_an_edited_card_comes_back_as_it_is_now(
    learner: Learner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "vim"
    editor.write_text(SCRIPT)
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    with running(learner, "review") as terminal:
        terminal.wait_for("Question 1?")
        terminal.wait_for("space answer")
        terminal.type(" 3")
        terminal.wait_for("Question 2?")
        terminal.type("e")
        terminal.wait_for("Edited 2?")
        terminal.wait_for("space answer")
        terminal.type(" 3")
        terminal.wait_for("Question 3?")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    called = (tmp_path / "vim.called").read_text().split()
    assert called == ["+4", str(learner.locations.home / "decks/biology.yaml")]
    assert len(learner.saved()) == 2


def test_an_editor_that_cannot_be_started_is_told(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "/nothing/here")
    with running(learner, "review") as terminal:
        terminal.wait_for("space answer")
        terminal.type("e")
        terminal.wait_for("did not")
        terminal.type("q")
        assert terminal.wait_for_end() == 0


async def test_a_built_in_card_says_how_to_replace_it(
    learner: Learner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built_in = tmp_path / "nothing/decks/biology.yaml"
    built_in.parent.mkdir(parents=True)
    own = learner.locations.home / "decks/biology.yaml"
    own.replace(built_in)
    monkeypatch.setenv("VISUAL", "/nothing/here")
    async with sitting(learner, size=(120, 40)) as desk:
        await desk.press("e")
        words = " ".join(desk.picture.replace("▌", " ").split())
        assert "is built in and cannot be edited" in words
        assert "decks/biology.yaml" in words
