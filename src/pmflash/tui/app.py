"""The full-screen application: which screen comes first, and how it ends."""

import asyncio
import os
import signal
import sys
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding

from pmflash.collection import Collection
from pmflash.model.event import Event
from pmflash.model.failure import ExitCode
from pmflash.study.session import Session
from pmflash.tui.entered import Entered
from pmflash.tui.filters import ControlFilter
from pmflash.tui.keymap import Keymap
from pmflash.tui.messages import (
    AnswerHeld,
    HelpWanted,
    PaletteWanted,
    SessionDone,
    SittingWanted,
    TerminalGone,
    TimeUp,
    TodayWanted,
)
from pmflash.tui.screens.base import FIRST_LEVEL, PmflashScreen
from pmflash.tui.screens.keyed import KeyedScreen
from pmflash.tui.signals import heed_in, ignore_hang_ups
from pmflash.tui.typed_ahead import TypedAheadApp

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.driver import Driver

    from pmflash.study.overview import Overview
    from pmflash.tui.first_paint import Paint


class PmflashApp(TypedAheadApp):
    """Today's screen, or a review at once."""

    CSS_PATH = "pmflash.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = [
        Binding("ctrl+c", "interrupt", show=False, priority=True, system=True),
        Binding("ctrl+q", "quit", show=False, priority=True, system=True),
        Binding("ctrl+z", "suspend_process", show=False, priority=True, system=True),
    ]

    def __init__(
        self,
        collection: Collection,
        first: "Session | Overview",
        paint: "Paint | None" = None,
        when_up: "Callable[[], None] | None" = None,
        when_used: "Callable[[], None] | None" = None,
    ) -> None:
        """Call both when the first screen stands, `when_used` before each key too."""
        super().__init__(driver_class=_driver(paint))
        self._collection = collection
        self._first = first
        self.entered = Entered()
        self._when_up = when_up
        self._when_used = when_used
        self._holds_answer = False
        self._is_up = False
        self._leaves_with: ExitCode | None = None
        self._filters.append(ControlFilter())
        self.keymap = Keymap(collection.settings.keys)
        self.set_keymap(self.keymap.for_textual)
        if collection.settings.theme in self.available_themes:
            self.theme = collection.settings.theme

    def on_load(self) -> None:
        """Heed signals, and queue the first screen ahead of every key typed ahead."""
        # Not as the default screen: that one can never be replaced by another.
        # Not on mount: what is drawn then is dropped, and drawn anew a frame later.
        self.call_later(self._show_first)
        if sys.platform != "win32":
            # So early, because the terminal is not the shell's any more.
            heed_in(asyncio.get_running_loop(), self._leave)

    def on_mount(self) -> None:
        """Pause in good order when the system says so."""
        if sys.platform == "win32":
            return
        loop = asyncio.get_running_loop()
        # Textual's own handlers interrupt the writing of a frame, and then hang on
        # the lock that it holds.
        loop.add_signal_handler(signal.SIGTSTP, self._pause)
        loop.add_signal_handler(signal.SIGCONT, self.refresh)

    async def on_event(self, event: events.Event) -> None:
        """Take in what happens, but tell first when it is the learner who acts."""
        is_act = isinstance(event, events.Key | events.MouseDown)
        if is_act and self._is_up and self._when_used is not None:
            self._when_used()
        await super().on_event(event)

    def action_interrupt(self) -> None:
        """Leave at once, and tell the shell that it was Ctrl+C."""
        self._leave(ExitCode.INTERRUPTED)

    def last_words(self) -> tuple[str, ...]:
        """Return the lines that stay on the normal screen."""
        first, collection = self._first, self._collection
        if not isinstance(first, Session):
            first = collection.session(collection.scope(()))
        left = collection.anew(first).counts.left
        given = max(0, collection.saved_count)
        but = ", but for the last answer" if self._holds_answer else ""
        return (f"{given} reviewed, {left} left, saved{but}",)

    async def action_quit(self) -> None:
        """Leave, and tell the shell when an answer is not saved."""
        self._leave(ExitCode.STORAGE if self._holds_answer else ExitCode.FINE)

    def on_terminal_gone(self, message: TerminalGone) -> None:
        """Leave: nobody sees what is shown, and nobody can answer."""
        ignore_hang_ups()
        self._leave(ExitCode.HUNG_UP)

    def on_answer_held(self, message: AnswerHeld) -> None:
        """Remember whether an answer waits to be saved."""
        self._holds_answer = message.is_held
        if message.is_held:
            self.forget_typed_ahead()

    def on_session_done(self, message: SessionDone) -> None:
        """Show what the session came to."""
        self.forget_typed_ahead()
        self._follow_with(_summary(self._collection, message.session))

    def on_time_up(self, message: TimeUp) -> None:
        """Ask whether to go on."""
        self.forget_typed_ahead()
        self._follow_with(_time_up(self._collection, message.session))

    def on_sitting_wanted(self, message: SittingWanted) -> None:
        """Ask the cards of a session, in the place of what came after another."""
        review = _review(self._collection, message.session, message.undone)
        self._follow_with(review)

    def on_today_wanted(self, message: TodayWanted) -> None:
        """Go back to today's screen, or to a new one where there was none."""
        if len(self.screen_stack) > FIRST_LEVEL:
            self.pop_screen()
        else:
            self.switch_screen(_today(self._collection, None))

    def on_help_wanted(self, message: HelpWanted) -> None:
        """Show every key of the screen that asks."""
        from pmflash.tui.screens.page import help_page

        self.push_screen(help_page(message.title, message.actions))

    def on_palette_wanted(self, message: PaletteWanted) -> None:
        """Let the learner choose among all that the screen can do."""
        from pmflash.tui.screens.palette import PaletteScreen

        self.push_screen(PaletteScreen(message.asking, message.actions))

    def _follow_with(self, screen: PmflashScreen) -> None:
        if isinstance(self.screen, KeyedScreen) and isinstance(screen, KeyedScreen):
            # The key that rated the last card may still be held down.
            screen.held_keys = self.screen.held_keys
        self.switch_screen(screen)

    async def _show_first(self) -> None:
        await self.push_screen(self._first_screen())
        self._is_up = True
        for call in filter(None, (self._when_up, self._when_used)):
            self.call_after_refresh(call)
        if self._leaves_with is not None:
            self.exit(return_code=self._leaves_with)

    def _first_screen(self) -> PmflashScreen:
        first = self._first
        if not isinstance(first, Session):
            return _today(self._collection, first)
        if first.turn is None:
            return _summary(self._collection, first)
        return _review(self._collection, first, None)

    def _pause(self) -> None:
        """Stop the process, with the terminal as the shell left it, until resumed."""
        with self.suspend():
            os.kill(os.getpid(), signal.SIGSTOP)

    def _leave(self, code: ExitCode) -> None:
        """Leave now, or as soon as the first screen stands: half of one cannot go."""
        self._leaves_with = code
        if self._is_up:
            self.exit(return_code=code)


def _driver(paint: "Paint | None") -> "type[Driver] | None":
    """Return our driver, or None where Textual has one for what is not our terminal."""
    if sys.platform == "win32" or "TEXTUAL_DRIVER" in os.environ:
        return None
    # Not at the top: it is for POSIX only.
    from pmflash.tui.driver import PmflashDriver, driver_over

    return PmflashDriver if paint is None else driver_over(paint)


# Each screen is imported when it is wanted: the first one must appear at once.


def _today(collection: Collection, overview: "Overview | None") -> PmflashScreen:
    from pmflash.tui.screens.today import TodayScreen

    return TodayScreen(collection, overview)


def _review(
    collection: Collection, session: Session, undone: Event | None
) -> PmflashScreen:
    from pmflash.tui.screens.review import ReviewScreen

    return ReviewScreen(collection, session, undone)


def _time_up(collection: Collection, session: Session) -> PmflashScreen:
    from pmflash.tui.screens.time_up import TimeUpScreen

    return TimeUpScreen(collection, session)


def _summary(collection: Collection, session: Session) -> PmflashScreen:
    from pmflash.tui.screens.summary import SummaryScreen

    return SummaryScreen(collection, session)
