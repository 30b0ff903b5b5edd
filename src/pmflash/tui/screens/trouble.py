"""An answer could not be saved: what happened, and the choice to try again."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from pmflash.model.failure import ExitCode, PmflashError
from pmflash.model.text import shown
from pmflash.tui.actions import Action, bindings
from pmflash.tui.messages import AnswerHeld
from pmflash.tui.screens.base import HELP, PmflashScreen
from pmflash.tui.widgets.lines import EndsLine

_ACTIONS = (
    Action("r,enter", "retry", "r", "try again", "Try to save the answer again.", 0),
    Action("escape", "back", "esc", "back to the card", "Go back without saving.", 1),
    HELP,
    Action("q", "give_up", "q", "quit", "Leave; only this answer is not saved.", 0),
)


class TroubleScreen(PmflashScreen):
    """Says that nothing was saved, why, and what to do."""

    ACTIONS = _ACTIONS
    BINDINGS = bindings(_ACTIONS)
    TITLE_OF_HELP = "Not saved: the keys"

    def __init__(self, error: PmflashError, retry: Callable[[], None]) -> None:
        super().__init__()
        self._error = error
        self._retry = retry

    def parts(self) -> ComposeResult:
        """Yield the message."""
        yield EndsLine("header")
        with Vertical(id="page"):
            yield Static(
                Content("\n\n").join(
                    [
                        Content.styled("This answer is not saved.", "bold $error"),
                        Content(shown(self._error.message)),
                        Content(shown(self._error.help)),
                        Content("All earlier answers are safe."),
                    ]
                )
            )

    def on_mount(self) -> None:
        """Draw the title."""
        title = Content.styled("Not saved", "bold")
        self.query_one(EndsLine).show(title, Content())
        self.show_actions()
        self.post_message(AnswerHeld(True))

    def action_retry(self) -> None:
        """Go back to the card and save once more."""
        self.action_back()
        self.app.call_later(self._retry)

    def action_back(self) -> None:
        """Go back to the card, which is still to be rated."""
        self.app.post_message(AnswerHeld(False))
        super().action_back()

    def action_give_up(self) -> None:
        """Leave; the shell is told that an answer was not saved."""
        self.app.exit(return_code=ExitCode.STORAGE)
