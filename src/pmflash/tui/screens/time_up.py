"""The time of a sitting is up: stop here, or go on for a while."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key, ScreenResume
from textual.widgets import Static

from pmflash.collection import Collection
from pmflash.study.session import Session
from pmflash.tui.actions import Action, bindings
from pmflash.tui.messages import SessionDone, SittingWanted
from pmflash.tui.screens.base import HELP, QUIT
from pmflash.tui.screens.ended import EndedScreen
from pmflash.tui.widgets.lines import EndsLine
from pmflash.tui.wording import MORE_MINUTES, time_up_words

_QUIET_SECONDS = 0.5
"""Keys that come earlier were meant for a card."""

_END = Action("enter,escape", "end", "enter", "end", "End here; see the figures.", 0)
_MORE = Action(
    "m", "more", "m", f"{MORE_MINUTES} more minutes", "Go on for ten more minutes.", 1
)
_UNDO = Action("u", "undo", "u", "undo", "Take the last rating back.", 2)
_ACTIONS = (_END, _MORE, _UNDO, HELP, QUIT)


class TimeUpScreen(EndedScreen):
    """Says that the time is up, how much was done in it, and how much is left."""

    ACTIONS = _ACTIONS
    BINDINGS = bindings(_ACTIONS)
    TITLE_OF_HELP = "The time is up: the keys"

    def __init__(self, collection: Collection, session: Session) -> None:
        super().__init__(collection, session)
        self._opens_at = float("inf")
        """The moment, in seconds, from which on keys are meant for this screen."""

    def parts(self) -> ComposeResult:
        """Yield the title and the words."""
        yield EndsLine("header")
        with Vertical(id="page"):
            yield Static(Content(time_up_words(self._session)))

    def on_mount(self) -> None:
        """Draw the title."""
        self.query_one(EndsLine).show(Content.styled("Time is up", "bold"), Content())
        self.held_keys.spend()
        self.show_actions()

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Take no key that was typed ahead."""
        self._opens_at = max(event.time, self.held_keys.last_at) + _QUIET_SECONDS

    def actions_now(self) -> tuple[Action, ...]:
        """Return the keys that do something now."""
        undo = (_UNDO,) if self.can_undo else ()
        return (_END, _MORE, *undo, HELP, QUIT)

    async def obey(self, event: Key) -> bool:
        """Swallow what was typed ahead for a card; leaving is always possible."""
        is_early = event.time < self._opens_at and event.key not in self._leaving
        return is_early or await super().obey(event)

    def action_end(self) -> None:
        """Show what the sitting came to."""
        self.leave(SessionDone(self._session))

    def action_more(self) -> None:
        """Go on with the next card."""
        self.leave(SittingWanted(self._session.going_on(MORE_MINUTES)))

    @property
    def _leaving(self) -> set[str]:
        return {"escape", *self.keymap.of(QUIT).keys.split(",")}
