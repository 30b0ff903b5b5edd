import signal
import termios
from collections.abc import Callable

import pyte
import pytest

from learner import Learner
from pmflash.tui.first_paint import frame_of
from tui.terminal import LEFT_THE_SCREEN, Terminal, running

LOADED = b"\x1b[?1000h"
"""What Textual writes first once it is there."""
TRUE_COLOURS = {"COLORTERM": "truecolor"}
SIZE = (80, 24)
BYTES_AT_A_TIME = 50


def wait_for_first_paint(terminal: Terminal) -> None:
    terminal.wait_for("Question 1?")
    assert LOADED not in terminal.raw


def fed(raw: bytes) -> tuple[pyte.Screen, pyte.ByteStream]:
    screen = pyte.Screen(*SIZE)
    stream = pyte.ByteStream(screen)
    stream.feed(raw)
    return screen, stream


def cells(screen: pyte.Screen) -> list[list[tuple[object, ...]]]:
    """What is seen of every cell, with its colours, from the header to the hint."""
    rows, columns = range(SIZE[1] - 1), range(SIZE[0])
    return [[seen(screen.buffer[row][column]) for column in columns] for row in rows]


def seen(cell: pyte.screens.Char) -> tuple[object, ...]:
    ink = () if cell.data == " " else (cell.data, cell.fg, cell.bold)
    return (cell.bg, *ink)


def first_paint(learner: Learner, environ: dict[str, str]) -> str | None:
    collection = learner.opens()
    return frame_of(collection, collection.session(), environ)


def test_the_card_stands_there_before_textual_does(learner: Learner) -> None:
    with running(learner, "review", size=SIZE) as terminal:
        wait_for_first_paint(terminal)
        assert "new 36  drill 0  due 0" in terminal.picture


def painted_and_drawn(learner: Learner) -> tuple[bytes, bytes]:
    """The frame, and everything that Textual draws over it until it is done."""
    with running(learner, "review", size=SIZE) as terminal:
        terminal.wait_for("q quit")
        painted, _, drawn = terminal.raw.partition(LOADED)
    return painted, drawn[drawn.index(b"\x1b[1;1H") :]


def test_textual_draws_the_same_cells(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    painted, drawn = painted_and_drawn(learner)
    assert cells(fed(painted)[0]) == cells(fed(drawn)[0])


def test_no_cell_blinks_while_textual_takes_over(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    painted, drawn = painted_and_drawn(learner)
    screen, stream = fed(painted)
    expected = cells(screen)
    for start in range(0, len(drawn), BYTES_AT_A_TIME):
        stream.feed(drawn[start : start + BYTES_AT_A_TIME])
        assert cells(screen) == expected


def test_the_screen_is_entered_once_and_left_once(learner: Learner) -> None:
    with running(learner, "review") as terminal:
        terminal.wait_for("q quit")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert terminal.raw.count(b"\x1b[?1049h") == 1
    assert terminal.raw.count(LEFT_THE_SCREEN) == 1


def test_keys_typed_from_the_first_moment_on_are_all_obeyed(learner: Learner) -> None:
    with running(learner, "review") as terminal:
        terminal.type(" 3 3")
        terminal.wait_for("Question 3?")
    assert len(learner.saved()) == 2


@pytest.mark.parametrize("key", [" ", "\r"])
def test_keys_typed_on_the_first_paint_are_obeyed_and_not_echoed(
    learner: Learner, key: str
) -> None:
    with running(learner, "review") as terminal:
        wait_for_first_paint(terminal)
        terminal.type(f"{key}3{key}3")
        terminal.wait_for("Question 3?")
    assert b"3" not in terminal.raw.partition(LOADED)[0].rpartition(b"\x1b[24;1H")[2]
    assert len(learner.saved()) == 2


WAYS_OUT: dict[str, tuple[Callable[[Terminal], None], int]] = {
    "ctrl-c": (lambda terminal: terminal.type("\x03"), 130),
    "interrupt": (lambda terminal: terminal.signal(signal.SIGINT), 130),
    "terminate": (lambda terminal: terminal.signal(signal.SIGTERM), 143),
    "hang-up": (lambda terminal: terminal.signal(signal.SIGHUP), 129),
}


@pytest.mark.parametrize("way", WAYS_OUT)
def test_leaving_while_textual_loads_restores_the_terminal(
    learner: Learner, way: str
) -> None:
    leave, code = WAYS_OUT[way]
    with running(learner, "review") as terminal:
        before = terminal.attributes
        wait_for_first_paint(terminal)
        assert terminal.attributes != before
        leave(terminal)
        assert terminal.wait_for_end() == code
        assert terminal.attributes == before
    assert LOADED not in terminal.raw
    assert terminal.raw.endswith(b"\x1b[?1049l\x1b[?25h")


def test_leaving_later_restores_what_the_shell_had_set(learner: Learner) -> None:
    with running(learner, "review") as terminal:
        before = terminal.attributes
        terminal.wait_for("q quit")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
        assert terminal.attributes == before
    modes = before[3]
    assert isinstance(modes, int)
    assert modes & termios.ECHO


def test_a_pause_asked_for_early_comes_when_textual_is_there(learner: Learner) -> None:
    with running(learner, "review") as terminal:
        before = terminal.attributes
        wait_for_first_paint(terminal)
        terminal.type("\x1a")
        terminal.wait_until_stopped()
        assert terminal.attributes == before
        terminal.signal(signal.SIGCONT)
        terminal.type(" 3")
        terminal.wait_for("Question 2?")


def test_without_true_colours_only_the_weight_is_painted(learner: Learner) -> None:
    for environ in ({}, {**TRUE_COLOURS, "NO_COLOR": "1"}, {"COLORTERM": "256"}):
        frame = first_paint(learner, environ)
        assert frame
        assert "38;2" not in frame
    assert "38;2" in (first_paint(learner, TRUE_COLOURS) or "")


def test_another_theme_or_driver_is_not_guessed(learner: Learner) -> None:
    assert first_paint(learner, {"TEXTUAL_DRIVER": "web"}) is None
    learner.writes("settings.yaml", "theme: nord\n")
    assert first_paint(learner, TRUE_COLOURS) is None


def test_a_day_that_is_done_has_no_first_card(learner: Learner) -> None:
    learner.writes("settings.yaml", "new_per_day: 0\n")
    assert first_paint(learner, TRUE_COLOURS) is None
