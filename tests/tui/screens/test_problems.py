from pathlib import Path

import pytest

from learner import Learner
from pmflash.cli.diagnostics import as_text
from pmflash.model.diagnostic import Diagnostic, Severity
from pmflash.tui.widgets.choice_list import ChoiceList
from tui.sitting import Sitting, sitting
from tui.terminal import running

BROKEN = "".join(f"  - {{id: broken-{number}, q: 'What?'}}\n" for number in range(12))
LONG = f"facts:\n  - id: x\n    q: What?\n    answer: {'word ' * 40}\n"


@pytest.fixture
def broken(learner: Learner) -> Learner:
    """A learner with twelve mistakes in a deck."""
    learner.writes("decks/geology.yaml", f"facts:\n{BROKEN}")
    return learner


def told(desk: Sitting) -> str:
    return " ".join(desk.picture.split())


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 10)])
async def test_every_problem_can_be_read(
    broken: Learner, size: tuple[int, int]
) -> None:
    async with sitting(broken, on_today=True, size=size) as desk:
        await desk.press("exclamation_mark")
        for number in range(12):
            assert f"{number + 1} of 12 problems" in desk.lines[0]
            assert f"> geology.yaml:{number + 2} basic" in desk.picture
            assert f"`broken-{number}` has no" in told(desk)
            await desk.press("j")


async def test_the_marked_problem_is_told_as_check_tells_it(broken: Learner) -> None:
    (problem, *_) = broken.opens().diagnostics
    async with sitting(broken, on_today=True) as desk:
        await desk.press("exclamation_mark")
        for line in [*as_text([problem])][1:]:
            assert f" {line}".rstrip() in desk.lines


async def test_a_long_line_is_cut_around_its_carets(learner: Learner) -> None:
    learner.writes("decks/geology.yaml", LONG)
    async with sitting(learner, on_today=True, size=(60, 20)) as desk:
        await desk.press("exclamation_mark")
        (line,) = [line for line in desk.lines if " | " in line and "answer:" in line]
        carets = desk.lines[desk.lines.index(line) + 1]
        assert line.index("answer") == carets.index("^")
        assert len(line) == len(carets) < 60


async def test_a_mended_file_is_seen_when_looking_again(broken: Learner) -> None:
    async with sitting(broken, on_today=True) as desk:
        await desk.press("exclamation_mark", *["j"] * 11)
        broken.writes("decks/geology.yaml", "facts: [{id: x, q: What?}]")
        await desk.press("r")
        assert "1 of 1 problem" in desk.lines[0]
        broken.writes("decks/geology.yaml", "facts: [{id: x, q: What?, a: That}]")
        await desk.press("r")
        assert "No problems: all of your files can be read." in desk.picture
        await desk.press("e", "j", "enter")
        assert "0 problems" in desk.lines[0]


async def test_a_damaged_line_of_the_log_is_told(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("space", "3")
    log = next(learner.locations.progress.glob("reviews-*.jsonl"))
    log.write_bytes(log.read_bytes() + b"nonsense\n")
    async with sitting(learner, on_today=True) as desk:
        await desk.press("exclamation_mark")
        assert "line 3 is" in told(desk)
        assert "e edit" not in desk.lines[-1]


async def test_a_problem_of_a_built_in_file_says_so(
    learner: Learner, tmp_path: Path
) -> None:
    built_in = tmp_path / "nothing/seeds/rocks.yaml"
    built_in.parent.mkdir(parents=True)
    built_in.write_text("facts: [{id: x, q: What?}]")
    async with sitting(learner, on_today=True) as desk:
        await desk.press("exclamation_mark")
        assert "This file is built in" in desk.picture
        assert "e edit" not in desk.lines[-1]
        before = desk.picture
        await desk.press("e", "enter")
        assert desk.picture == before


def test_the_editor_opens_at_the_problem_and_what_it_mends_is_gone(
    learner: Learner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.writes("decks/geology.yaml", LONG)
    editor = tmp_path / "vim"
    editor.write_text('#!/bin/sh\necho "$@" > "$0.called"\nsed -i s/answer:/a:/ "$2"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    with running(learner) as terminal:
        terminal.wait_for("enter review")
        terminal.type("!")
        terminal.wait_for("1 of 1 problem")
        terminal.type("\r")
        terminal.wait_for("No problems")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    called = (tmp_path / "vim.called").read_text().split()
    assert called == ["+4", str(learner.locations.home / "decks/geology.yaml")]


async def test_thousands_of_problems_make_no_thousands_of_widgets(
    broken: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tuple(
        Diagnostic(f"a/{n}.yaml", n, 1, Severity.WARNING, "slug", f"wrong {n}")
        for n in range(5_000)
    )
    async with sitting(broken, on_today=True) as desk:
        monkeypatch.setattr(
            "pmflash.collection.Collection.diagnostics", property(lambda _: many)
        )
        await desk.press("exclamation_mark")
        widgets = len([*desk.screen.walk_children()])
        await desk.press("G")
        assert "5,000 of 5,000 problems" in desk.lines[0]
        assert "> 4999.yaml:4999 wrong 4999" in desk.picture
        assert len([*desk.screen.walk_children()]) == widgets < 12


async def test_a_second_click_on_a_problem_opens_it(broken: Learner) -> None:
    async with sitting(broken, on_today=True) as desk:
        await desk.press("exclamation_mark")
        await desk.click(ChoiceList, (5, 2))
        assert "> geology.yaml:4" in desk.picture
        await desk.click(ChoiceList, (5, 2))
        assert "This terminal" in desk.picture
