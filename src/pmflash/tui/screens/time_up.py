"""The time of a sitting is up: stop here, or go on for a while."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from pmflash.tui.actions import Action, bindings
from pmflash.tui.messages import SessionDone, SittingWanted
from pmflash.tui.screens.base import HELP, QUIT
from pmflash.tui.screens.ended import EndedScreen
from pmflash.tui.widgets.lines import EndsLine
from pmflash.tui.wording import MORE_MINUTES, time_up_words

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
    # It comes unawares, when the next key is on its way to the next card.
    QUIET_SECONDS = 0.5

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

    def actions_now(self) -> tuple[Action, ...]:
        """Return the keys that do something now."""
        undo = (_UNDO,) if self.can_undo else ()
        return (_END, _MORE, *undo, HELP, QUIT)

    def action_end(self) -> None:
        """Show what the sitting came to."""
        self.leave(SessionDone(self._session))

    def action_more(self) -> None:
        """Go on with the next card."""
        self.leave(SittingWanted(self._session.going_on(MORE_MINUTES)))
