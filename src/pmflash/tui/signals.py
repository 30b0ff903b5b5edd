"""The signals by which the system ends the program, and what the shell is told."""

import signal
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

from pmflash.model.failure import ExitCode

if TYPE_CHECKING:
    # Not loaded here: the first frame is painted before.
    from asyncio import AbstractEventLoop

_SIGHUP: int | None = getattr(signal, "SIGHUP", None)
"""The terminal has gone. Windows has no such signal."""

EXIT_CODES: dict[int, ExitCode] = {
    signal.SIGINT: ExitCode.INTERRUPTED,
    signal.SIGTERM: ExitCode.TERMINATED,
}
"""By each signal, what the shell is told of a program that it ends."""
if _SIGHUP is not None:
    EXIT_CODES[_SIGHUP] = ExitCode.HUNG_UP


def heeded(number: int) -> ExitCode:
    """Return what the shell is told, now that the signal `number` ends the program."""
    if number == _SIGHUP:
        ignore_hang_ups()
    return EXIT_CODES[number]


def ignore_hang_ups() -> None:
    """Heed none from now on, so that what is begun is brought to its end.

    Linux sends two to the first program of a terminal, and both may come after
    reading has told of it already.
    """
    if _SIGHUP is not None:
        signal.signal(_SIGHUP, signal.SIG_IGN)


def heed_in(loop: "AbstractEventLoop", leave: Callable[[ExitCode], None]) -> None:
    """Call `leave` in `loop` when a signal ends the program. Not for Windows."""
    for number, code in EXIT_CODES.items():
        if number != _SIGHUP:
            loop.add_signal_handler(number, leave, code)

    def heed(number: int, frame: FrameType | None) -> None:
        code = heeded(number)
        if not loop.is_closed():
            loop.call_soon_threadsafe(leave, code)

    # The loop wakes at it, as it heeds others. Its own handlers end when it is closed,
    # which is too early: a second hang-up would kill then.
    if _SIGHUP is not None:
        signal.signal(_SIGHUP, heed)
        # As asyncio does: no call of the system is broken off.
        signal.siginterrupt(_SIGHUP, False)
