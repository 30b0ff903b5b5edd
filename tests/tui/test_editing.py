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


@pytest.fixture
def built_in(learner: Learner, tmp_path: Path) -> Path:
    """The learner's deck as a built-in one."""
    file = tmp_path / "nothing/decks/biology.yaml"
    file.parent.mkdir(parents=True)
    (learner.locations.home / "decks/biology.yaml").replace(file)
    return file


async def test_a_built_in_card_is_copied_only_after_a_yes(
    learner: Learner, built_in: Path
) -> None:
    async with sitting(learner) as desk:
        before = desk.picture
        await desk.press("e")
        assert "Copy biology.yaml to your home and edit it there? y yes" in desk.picture
        assert "Delete the copy to go back." in " ".join(desk.picture.split())
        await desk.press(*["e"] * 20, apart=0.033)
        assert "Copy biology.yaml" in desk.picture
        await desk.press("n")
        assert desk.picture == before
    assert not (learner.locations.home / "decks/biology.yaml").exists()


async def test_a_copied_card_keeps_its_progress(
    learner: Learner, built_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = built_in.read_text()
    copy = learner.locations.home / "decks/biology.yaml"

    def edit(_: object, path: str, line: int) -> str:
        assert (Path(path), line) == (copy, 4)
        assert copy.read_text() == before
        copy.write_text(before.replace("Question 2", "Edited 2"))
        return ""

    monkeypatch.setattr("pmflash.tui.editing._edited", edit)
    async with sitting(learner) as desk:
        await desk.press("space", "3", "e", "y")
        assert "edited · new card" in desk.picture
        assert "Edited 2?" in desk.picture
        assert "1/36" in desk.picture
    assert built_in.read_text() == before
    collection = learner.opens()
    assert collection.standing("biology/f01/answer").state is not None
    copy.unlink()
    collection.reload_content()
    assert collection.card("biology/f02/answer").prompt.endswith("Question 2?")
    assert collection.standing("biology/f01/answer").state is not None


def test_the_editor_opens_a_copy_of_a_card_that_is_really_built_in(
    learner: Learner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "vim"
    editor.write_text('#!/bin/sh\necho "$@" > "$0.called"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    copy = learner.locations.home / "seeds/flexport.yaml"
    with running(learner, "review", "flexport") as terminal:
        terminal.wait_for("space answer")
        terminal.type(" ")
        terminal.wait_for("1 Again")
        terminal.type("e")
        terminal.wait_for("Copy flexport.yaml")
        terminal.type("y")
        terminal.wait_for("edited")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    line, path = (tmp_path / "vim.called").read_text().split()
    assert Path(path) == copy
    fact = copy.read_text().splitlines()[int(line.removeprefix("+")) - 1]
    assert fact.lstrip().startswith("- ")


async def test_a_file_that_came_meanwhile_is_not_copied_over(
    learner: Learner, built_in: Path
) -> None:
    async with sitting(learner, size=(120, 40)) as desk:
        await desk.press("e")
        learner.writes("decks/biology.yaml", "mine")
        await desk.press("y")
        assert "Not copied" in desk.picture
    assert (learner.locations.home / "decks/biology.yaml").read_text() == "mine"
