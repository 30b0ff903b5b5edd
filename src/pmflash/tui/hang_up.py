"""The terminal has gone: heeded once, and no more while the program leaves."""

import signal
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Not loaded here: the first frame is painted before.
    from asyncio import AbstractEventLoop

SIGHUP: int | None = getattr(signal, "SIGHUP", None)
"""The signal that tells; Windows has none."""


def ignore_hang_ups() -> None:
    """Heed none from now on, so that what is begun is brought to its end.

    Linux sends two to the first program of a terminal, and both may come after
    reading has told of it already.
    """
    if SIGHUP is not None:
        signal.signal(SIGHUP, signal.SIG_IGN)


def heed_hang_up(loop: "AbstractEventLoop", leave: Callable[[], None]) -> None:
    """Call `leave` in `loop` at the first one.

    `loop` has another signal to heed, else it would sleep on. Its own way with signals
    ends when it is closed, which is too early: a second one would kill then.
    """

    def heed(number: int, frame: FrameType | None) -> None:
        ignore_hang_ups()
        if not loop.is_closed():
            loop.call_soon_threadsafe(leave)

    if SIGHUP is not None:
        signal.signal(SIGHUP, heed)
        # As asyncio does: no call of the system is broken off.
        signal.siginterrupt(SIGHUP, False)
