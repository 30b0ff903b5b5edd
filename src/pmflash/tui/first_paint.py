"""The first frame on the terminal, from before Textual is loaded until it draws."""

import os
import shutil
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, NoReturn

from pmflash.collection import Collection
from pmflash.study.session import Session
from pmflash.tui.asked import asked
from pmflash.tui.first_frame import first_frame
from pmflash.tui.signals import EXIT_CODES, heeded
from pmflash.tui.terminal_output import draw

ALTERNATE_SCREEN = "\x1b[?1049h"
_HIDE_CURSOR = "\x1b[?25l"
_BACK_TO_NORMAL = "\x1b[0m\x1b[?1049l\x1b[?25h"

_THEME = "textual-dark"
_TRUE_COLOURS = {"truecolor", "24bit"}
_SIGNALS = EXIT_CODES.keys() - {signal.SIGINT}
"""Ctrl+C interrupts as it does while modules are loaded."""


class Paint:
    """A terminal that shows our frame, and keeps what is typed for Textual."""

    def __init__(self) -> None:
        import termios

        self._keyboard = sys.__stdin__.fileno() if sys.__stdin__ else 0
        self.attributes: list[Any] = termios.tcgetattr(self._keyboard)
        """How the shell had the terminal set."""
        self._handlers = {number: signal.signal(number, _leave) for number in _SIGNALS}
        self._is_removed = False

    def show(self, frame: str) -> None:
        """Draw `frame` on the alternate screen, where no key is echoed."""
        import termios

        quiet = _quiet(self.attributes, self._keyboard)
        # A terminal that is gone has no settings.
        with suppress(termios.error):
            termios.tcsetattr(self._keyboard, termios.TCSANOW, quiet)
        draw(f"{ALTERNATE_SCREEN}{_HIDE_CURSOR}{frame}")

    def hand_over(self) -> None:
        """Leave screen, keyboard and signals to Textual, which has taken them."""
        self._is_removed = True
        for number, handler in self._handlers.items():
            if signal.getsignal(number) is _leave:
                signal.signal(number, handler)

    def remove(self) -> None:
        """Give the terminal back to the shell, unless it was handed over."""
        import termios

        if self._is_removed:
            return
        self.hand_over()
        draw(_BACK_TO_NORMAL)
        with suppress(termios.error):
            termios.tcsetattr(self._keyboard, termios.TCSANOW, self.attributes)


def frame_of(
    collection: Collection, session: Session, environ: Mapping[str, str]
) -> str | None:
    """Return what shows the first card of `session` here, None when unsure how."""
    turn = session.turn
    is_usual = collection.settings.theme == _THEME and "TEXTUAL_DRIVER" not in environ
    if turn is None or not is_usual or sys.platform == "win32":
        return None
    # The size that Textual will find.
    width, height = shutil.get_terminal_size()
    has_colours = environ.get("COLORTERM", "").strip().lower() in _TRUE_COLOURS
    is_free = "NO_COLOR" not in environ and "TEXTUAL_COLOR_SYSTEM" not in environ
    front = asked(collection, session, turn, collection.card(turn.card))
    return first_frame(front, width, height, has_colours and is_free)


@contextmanager
def painted(frame: str | None) -> Iterator[Paint | None]:
    """Show `frame` during the block, or until Textual has drawn over it."""
    paint = _paint() if frame is not None else None
    if paint is None or frame is None:
        yield None
        return
    try:
        paint.show(frame)
        yield paint
    finally:
        paint.remove()


def _paint() -> Paint | None:
    import termios

    try:
        return Paint()
    except termios.error:
        # Gone already, which Textual's driver finds out.
        return None


def _quiet(attributes: list[Any], keyboard: int) -> list[Any]:
    """Return settings that keep every key unread, but for Ctrl+C, which interrupts."""
    import termios

    flags, _, _, modes, _, _, special = range(len(attributes))
    quiet = [*attributes]
    quiet[special] = keys = [*attributes[special]]
    quiet[flags] &= ~(
        termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR
    )
    quiet[modes] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    keys[termios.VMIN], keys[termios.VTIME] = 1, 0
    # Ctrl+Z waits for Textual too: the shell would come back to our screen.
    nothing = bytes([os.fpathconf(keyboard, "PC_VDISABLE") % 256])
    keys[termios.VSUSP] = keys[termios.VQUIT] = nothing
    return quiet


def _leave(number: int, _: FrameType | None) -> NoReturn:
    raise SystemExit(heeded(number))
