"""The full-screen application: which screen comes first, and how it ends."""

import asyncio
import signal
from typing import ClassVar

from textual.app import App
from textual.binding import Binding

from pmflash.collection import Collection, Overview
from pmflash.model.failure import ExitCode
from pmflash.model.text import one_line
from pmflash.study.session import Session
from pmflash.tui.filters import ControlFilter
from pmflash.tui.screens.base import PmflashScreen

_SIGNALS = (
    ("SIGTERM", ExitCode.TERMINATED),
    ("SIGHUP", ExitCode.HUNG_UP),
    ("SIGINT", ExitCode.INTERRUPTED),
)


class PmflashApp(App[None]):
    """Today's screen, or a review at once."""

    CSS_PATH = "pmflash.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = [
        Binding("ctrl+c", "interrupt", show=False, priority=True, system=True),
        Binding("ctrl+q", "quit", show=False, priority=True, system=True),
    ]

    def __init__(self, collection: Collection, first: Session | Overview) -> None:
        super().__init__()
        self._collection = collection
        self._first = first
        self._answers_before = len(collection.session().answers)
        self._filters.append(ControlFilter())
        self._theme_missed = ""
        self._take_theme(collection.settings.theme)

    def on_mount(self) -> None:
        """Show the first screen, and leave in good order when the system says so."""
        # Not as the default screen: that one can never be replaced by another.
        self.push_screen(self._first_screen())
        loop = asyncio.get_running_loop()
        for name, code in _SIGNALS:
            number = getattr(signal, name, None)
            if number is not None:
                loop.add_signal_handler(number, self._leave, code)

    def action_interrupt(self) -> None:
        """Leave at once, and tell the shell that it was Ctrl+C."""
        self._leave(ExitCode.INTERRUPTED)

    def last_words(self) -> tuple[str, ...]:
        """Return the lines that stay on the normal screen."""
        session = self._collection.session()
        given = len(session.answers) - self._answers_before
        left = session.counts.left
        told = f"{max(0, given)} reviewed, {left} left, saved"
        return (self._theme_missed, told) if self._theme_missed else (told,)

    def _take_theme(self, name: str) -> None:
        if name in self.available_themes:
            self.theme = name
        else:
            known = ", ".join(sorted(self.available_themes))
            self._theme_missed = (
                f"settings.yaml: there is no theme `{one_line(name)}`; there are {known}"
            )

    def _first_screen(self) -> PmflashScreen:
        if isinstance(self._first, Session):
            return _review(self._collection, self._first)
        from pmflash.tui.screens.today import TodayScreen

        return TodayScreen(self._collection, self._first)

    def _leave(self, code: ExitCode) -> None:
        self.exit(return_code=code)


def _review(collection: Collection, session: Session) -> PmflashScreen:
    if session.turn is None:
        from pmflash.tui.screens.summary import SummaryScreen

        return SummaryScreen(collection, session)
    from pmflash.tui.screens.review import ReviewScreen

    return ReviewScreen(collection, session)
