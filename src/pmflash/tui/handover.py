"""Textual's driver, beginning on a terminal that shows a frame already."""

from collections.abc import Callable

from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from pmflash.tui.first_paint import ALTERNATE_SCREEN, Paint


def driver_over(paint: Paint) -> type[Driver]:
    """Return the driver that takes the terminal over from `paint`, without a blink."""

    class DriverOverPaint(LinuxDriver):
        """The usual driver but for its first start."""

        _has_taken_over = False

        def start_application_mode(self) -> None:
            """Start, with the terminal as the shell left it for the way back."""
            is_first = not self._has_taken_over
            start: Callable[[], None] = super().start_application_mode
            start()
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
