"""Textual's driver, on a terminal that may go away or send what nobody can read."""

import os
import select
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from typing import Any

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from pmflash.tui.first_paint import ALTERNATE_SCREEN, Paint
from pmflash.tui.messages import TerminalGone
from pmflash.tui.terminal_output import screen_output

_SECONDS_BETWEEN_LOOKS = 0.1
_MOST_BYTES = 4096


class PmflashDriver(LinuxDriver):
    """The usual driver, which leaves when its terminal has gone away."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file = screen_output()

    def start_application_mode(self) -> None:
        """Start, and leave at once where there is no terminal to start on."""
        start: Callable[[], None] = super().start_application_mode
        start()
        if self._writer_thread is None or not self._writer_thread.is_alive():
            # Textual has given up. What is written must still go somewhere.
            self._writer_thread = WriterThread(screen_output())
            self._writer_thread.start()
            self.process_message(TerminalGone())

    def run_input_thread(self) -> None:
        """Hand on what is typed until the screen is left, or its terminal is gone."""
        # Not as Textual does it: it reads a closed terminal over and over.
        decode = getincrementaldecoder("utf-8")("replace").decode
        parser = XTermParser(self._debug)
        while not self.exit_event.is_set():
            try:
                typed = self._typed()
            except OSError:
                typed = b""
            if typed == b"":
                self.process_message(TerminalGone())
                return
            for character in decode(typed or b""):
                try:
                    self._hand_on(parser.feed(character))
                except (ValueError, OverflowError):
                    # A key by the number of no character; what follows is another.
                    parser = XTermParser(self._debug)
            self._hand_on(parser.tick())

    def _typed(self) -> bytes | None:
        """Return what was typed: None for nothing yet, empty when no more will be."""
        ready, _, _ = select.select([self.fileno], [], [], _SECONDS_BETWEEN_LOOKS)
        try:
            return os.read(self.fileno, _MOST_BYTES) if ready else None
        except BlockingIOError:
            return None

    def _hand_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)


def driver_over(paint: Paint) -> type[Driver]:
    """Return the driver that takes the terminal over from `paint`, without a blink."""

    class DriverOverPaint(PmflashDriver):
        """The driver but for its first start."""

        _has_taken_over = False

        def start_application_mode(self) -> None:
            """Start, with the terminal as the shell left it for the way back."""
            is_first = not self._has_taken_over
            super().start_application_mode()
            if is_first and self._has_taken_over:
                self.attrs_before = paint.attributes

        def write(self, data: str) -> None:
            """Write everything but the first entering of the alternate screen."""
            if data == ALTERNATE_SCREEN and not self._has_taken_over:
                # It is entered already, and xterm would clear it.
                self._has_taken_over = True
                paint.hand_over()
                return
            super().write(data)

    return DriverOverPaint
