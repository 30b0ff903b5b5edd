import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from learner import Learner
from tui.places import at_place
from tui.terminal import Terminal, running

HUNG_UP = 129
BEFORE_TEXTUAL = b"Question 1?"


def an_editor(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the learner's editor be one that says so, and leaves when its input ends."""
    editor = folder / "slow"
    editor.write_text("#!/bin/sh\necho edited >&2\nexec cat >/dev/null\n")
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))


def open_editor(terminal: Terminal) -> None:
    terminal.wait_for("space answer")
    terminal.type("e")
    terminal.wait_for_raw(b"edited")


@pytest.mark.parametrize("controls", [True, False])
@pytest.mark.parametrize("place", ["today", "back", "browse-typing", "trouble"])
def test_a_terminal_that_goes_away_ends_every_screen(
    learner: Learner, place: str, controls: bool
) -> None:
    with at_place(learner, place, controls=controls) as terminal:
        assert terminal.hang_up() == HUNG_UP


@pytest.mark.parametrize("controls", [True, False])
def test_a_terminal_may_go_away_before_the_screens_are_there(
    learner: Learner, controls: bool
) -> None:
    with running(learner, "review", controls=controls) as terminal:
        terminal.wait_for_raw(BEFORE_TEXTUAL)
        assert terminal.hang_up() == HUNG_UP


@pytest.mark.parametrize("controls", [True, False])
def test_a_terminal_may_go_away_while_an_editor_runs(
    learner: Learner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, controls: bool
) -> None:
    an_editor(tmp_path, monkeypatch)
    with running(learner, "review", controls=controls) as terminal:
        open_editor(terminal)
        assert terminal.hang_up() == HUNG_UP


@pytest.mark.parametrize("controls", [True, False])
def test_a_terminal_that_goes_away_loses_no_answer(
    learner: Learner, controls: bool
) -> None:
    with running(learner, "review", controls=controls) as terminal:
        terminal.type(" 3 3 3")
        terminal.wait_for("3/36")
        assert terminal.hang_up() == HUNG_UP
    assert len(learner.saved()) == 3


@pytest.mark.parametrize("controls", [True, False])
def test_a_plain_review_ends_with_its_terminal(
    learner: Learner, controls: bool
) -> None:
    with running(learner, "review", "--plain", controls=controls) as terminal:
        terminal.wait_for("Question 1?")
        terminal.type("\n3\n")
        terminal.wait_for("Question 2?")
        assert terminal.hang_up() == HUNG_UP
    assert len(learner.saved()) == 1


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        (("review",), "space answer"),
        (("review",), "Question 1?"),
        (("review", "--plain"), "? is help"),
    ],
)
def test_that_it_went_away_may_be_told_more_than_once(
    learner: Learner, words: Sequence[str], sign: str
) -> None:
    with running(learner, *words) as terminal:
        terminal.wait_for(sign)
        assert terminal.signal_until_end(signal.SIGHUP) == HUNG_UP


def test_ctrl_c_in_the_editor_is_not_meant_for_us(
    learner: Learner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_editor(tmp_path, monkeypatch)
    with running(learner, "review") as terminal:
        open_editor(terminal)
        terminal.type("\x03")
        terminal.wait_for("space answer")
        terminal.type(" 3")
        terminal.wait_for("Question 2?")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_for_end() == 143


def test_bytes_that_are_no_text_are_no_keys_and_no_harm(learner: Learner) -> None:
    with running(learner, "review") as terminal:
        terminal.wait_for("space answer")
        terminal.send(b"\xff\xfe\xc3(\xed\xa0\x80\x00")
        no_such_character = sys.maxunicode + 1
        terminal.send(b"\x1b[%d;1u" % no_such_character)
        terminal.type(" 3")
        terminal.wait_for("Question 2?")
    assert len(learner.saved()) == 1


def test_keys_typed_behind_the_one_that_opens_an_editor_rate_nothing(
    learner: Learner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_editor(tmp_path, monkeypatch)
    with running(learner, "review") as terminal:
        terminal.wait_for("space answer")
        terminal.type("e 3 3")
        terminal.wait_for_raw(b"edited")
        terminal.type("\x04")
        terminal.wait_for_raw(b"edited \xc2\xb7")
        terminal.type("?")
        terminal.wait_for("Review: the keys")
    assert learner.saved() == ()
