"""A question before something is done, which only its own key answers with yes."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from pmflash.model.text import one_line
from pmflash.tui.actions import Action, bindings
from pmflash.tui.held_keys import HeldKeys
from pmflash.tui.screens.base import QUIT
from pmflash.tui.screens.keyed import KeyedScreen

_YES = Action("y", "agree", "y", "yes", "Do it.", 0)
_NO = Action("escape", "back", "esc", "no", "Leave everything as it is.", 1)
_OTHER_KEYS = "y yes, other keys no"


class QuestionScreen(KeyedScreen):
    """The question, and what a yes means."""

    ACTIONS = (_YES, _NO)
    # Where the screen is too small to be seen, its key leaves as on every other.
    BINDINGS = bindings((*ACTIONS, QUIT))

    def __init__(
        self, question: str, told: str, agreed: Callable[[], None], held: HeldKeys
    ) -> None:
        super().__init__(held)
        self._question = one_line(question)
        self._told = one_line(told)
        self._agreed = agreed

    def parts(self) -> ComposeResult:
        """Yield the question and its meaning."""
        with VerticalScroll(id="page", can_focus=False):
            question = f"{self._question} {_OTHER_KEYS}"
            text = Content.assemble((question, "bold $warning"), "\n\n", self._told)
            yield Static(text, id="question")

    def on_mount(self) -> None:
        """Let the key that asked do no more until it is let go."""
        self.held_keys.spend()
        self.show_actions()

    async def obey(self, event: Key) -> bool:
        """Take the key as the answer."""
        if event.key == _YES.keys:
            self.action_agree()
        else:
            self.action_back()
        return True

    def action_agree(self) -> None:
        """Go back, and do what was asked about."""
        self.held_keys.spend()
        self.action_back()
        self.app.call_later(self._agreed)
