import signal
from itertools import cycle

import pytest

from learner import Learner
from tui.places import PLACES, at_place
from tui.terminal import Terminal

MODES_OFF = (
    b"\x1b[?1049l",
    b"\x1b[?25h",
    *(b"\x1b[?%dl" % mode for mode in (1000, 1003, 1004, 1006, 1015, 2004)),
)
"""Alternate screen left, cursor shown, mouse, focus and paste modes off."""

SIGNALS = {
    signal.SIGTERM: 143,
    signal.SIGHUP: 129,
    signal.SIGINT: 130,
}
SIGNAL_AT = dict(zip(PLACES, cycle(SIGNALS), strict=False))


def is_restored(terminal: Terminal) -> bool:
    """Tell whether every mode was left after it was last entered."""
    raw = terminal.raw
    return all(raw.rindex(off) > raw.rfind(b"\x1b[?1000h") for off in MODES_OFF)


@pytest.mark.parametrize("place", PLACES)
def test_a_pause_leaves_the_terminal_to_the_shell_and_comes_back(
    learner: Learner, place: str
) -> None:
    with at_place(learner, place) as terminal:
        terminal.wait_until_quiet()
        before = terminal.picture
        as_the_shell_had_it = terminal.first_attributes
        terminal.type("\x1a")
        terminal.wait_until_stopped()
        terminal.wait_until_quiet()
        assert is_restored(terminal)
        assert terminal.attributes == as_the_shell_had_it
        terminal.signal(signal.SIGCONT)
        terminal.wait_for_picture(before)
        terminal.type("\x03")
        assert terminal.wait_for_end() == 130
        assert is_restored(terminal)
        assert terminal.attributes == as_the_shell_had_it
    assert " left, saved" in terminal.left_behind


@pytest.mark.parametrize("place", PLACES)
def test_a_signal_ends_every_screen_in_good_order(learner: Learner, place: str) -> None:
    number = SIGNAL_AT[place]
    with at_place(learner, place) as terminal:
        terminal.signal(number)
        assert terminal.wait_for_end() == SIGNALS[number]
        assert is_restored(terminal)
        assert terminal.attributes == terminal.first_attributes
    assert " left, saved" in terminal.left_behind
