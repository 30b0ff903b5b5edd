import os
from collections.abc import Iterator

import pytest

from learner import Learner
from pmflash.tui.terminal_output import TerminalOutput
from tui.terminal import running

SIGNS = "─━│╭╮╰╯·…“”‘’–—→↓▼▇█≤≥"


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """A pipe whose writing end never waits."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    yield reading, writing
    os.close(writing)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_signs_that_an_encoding_lacks_have_lookalikes(
    learner: Learner, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    deck = f"title: Biology\nfacts: [{{id: f, q: 'a{SIGNS}z 漢', a: 'Answer 1'}}]\n"
    learner.writes("decks/biology.yaml", deck)
    with running(learner, "review") as terminal:
        terminal.wait_for("space answer")
        terminal.wait_for("+- new card ---")
        terminal.wait_for("a-=|++++")
        terminal.wait_for("z ?")
        terminal.type(" ")
        terminal.wait_for("Answer 1")
        terminal.type("q")
        assert terminal.wait_for_end() == 0


def test_a_terminal_that_is_gone_takes_everything_in_silence(
    pipe: tuple[int, int],
) -> None:
    reading, writing = pipe
    os.close(reading)
    output = TerminalOutput(writing, "w", closefd=False)
    assert output.write(b"into the void") == len(b"into the void")


def test_a_terminal_that_is_slow_is_waited_for(
    pipe: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, writing = pipe
    output = TerminalOutput(writing, "w", closefd=False)
    full = output.write(b"x" * 1_000_000)

    def until_read(*_: object) -> None:
        os.read(reading, full)

    monkeypatch.setattr("pmflash.tui.terminal_output.select.select", until_read)
    assert output.write(b"more") == len(b"more")
    assert os.read(reading, full) == b"more"
    os.close(reading)
