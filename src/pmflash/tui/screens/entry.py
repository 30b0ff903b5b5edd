"""One text to type: what it is for, and what is understood as it is typed."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from pmflash.model.failure import PmflashError
from pmflash.model.text import one_line
from pmflash.tui.actions import Action
from pmflash.tui.held_keys import HeldKeys
from pmflash.tui.screens.base import HELP_TYPING
from pmflash.tui.screens.typing import CLEAR, TypingScreen
from pmflash.tui.wording import not_saved

_ACTIONS = (
    Action("enter", "", "enter", "save", "Save what was typed.", 0),
    CLEAR,
    HELP_TYPING,
    Action("escape", "", "esc", "close", "Leave it as it was.", 1),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is asked for, and what becomes of it."""

    heading: str
    told: str
    """What it is for, and what leaving it empty means."""
    text: str
    """What stands there at first."""
    save: Callable[[str], None]
    """Raises `PmflashError` for what cannot be saved."""
    read: Callable[[str], str] = lambda _: ""
    """Says what is understood so far."""


class EntryScreen(TypingScreen):
    """A line to type into, which stays until what it holds is saved."""

    ACTIONS = _ACTIONS
    TITLE_OF_HELP = "Typing one line: the keys"

    def __init__(self, entry: Entry, held: HeldKeys) -> None:
        super().__init__(entry.heading, held)
        self._entry = entry

    def below(self) -> ComposeResult:
        """Yield what the line is understood as, and what it is for."""
        yield Static(id="read")
        yield Static(Content(self._entry.told), id="told")

    def on_mount(self) -> None:
        """Show what there is."""
        self.field.insert(one_line(self._entry.text))
        self.typed()

    def typed(self) -> None:
        """Draw the text, and what is understood of it."""
        super().typed()
        self._say(self._entry.read(self.field.text.strip()), "dim")

    def entered(self) -> None:
        """Save the text, and go back when that is done."""
        try:
            self._entry.save(self.field.text.strip())
        except PmflashError as error:
            self._say(not_saved(error), "bold $warning")
        else:
            self.action_back()

    def _say(self, words: str, style: str) -> None:
        self.query_one("#read", Static).update(Content.styled(words, style))
