"""One text to type: what it is for, and what is understood as it is typed."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key, Paste
from textual.widgets import Static

from pmflash.model.failure import PmflashError
from pmflash.model.text import one_line
from pmflash.tui.actions import Action, bindings
from pmflash.tui.held_keys import Grip, HeldKeys
from pmflash.tui.screens.base import QUIT, PmflashScreen
from pmflash.tui.widgets.lines import EndsLine
from pmflash.tui.widgets.typed_line import TypedLine
from pmflash.tui.wording import failure_words

_ACTIONS = (
    Action("enter", "", "enter", "save", "Save what was typed.", 0),
    Action("ctrl+u", "", "^u", "clear", "Delete what was typed.", 2),
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


class EntryScreen(PmflashScreen):
    """A line to type into, which stays until what it holds is saved."""

    ACTIONS = _ACTIONS
    # Where the screen is too small to be seen, and letters are no text.
    BINDINGS = bindings((QUIT,))

    def __init__(self, entry: Entry, held: HeldKeys) -> None:
        super().__init__()
        self._entry = entry
        self._held = held

    def parts(self) -> ComposeResult:
        """Yield the line, what it is understood as, and what it is for."""
        yield EndsLine("header")
        yield TypedLine()
        yield Static(id="read")
        yield Static(Content(self._entry.told), id="told")

    def on_mount(self) -> None:
        """Show what there is."""
        heading = Content.styled(one_line(self._entry.heading), "bold")
        self.query_one(EndsLine).show(heading, Content())
        self.query_one(TypedLine).field.insert(one_line(self._entry.text))
        self._show_read()
        self.show_actions()

    def on_key(self, event: Key) -> None:
        """Type, save or leave."""
        if not self.is_in_sight:
            return
        event.stop()
        grip = self._held.grip(event.key, event.time)
        line = self.query_one(TypedLine)
        if event.key == "enter":
            if grip is Grip.FRESH or not self._held.is_spent:
                self._save(line.field.text)
        elif event.key == "escape":
            self.action_back()
        elif line.field.take(event.key, event.character):
            self._show_read()

    def on_paste(self, event: Paste) -> None:
        """Type what is pasted."""
        if self.is_in_sight:
            self.query_one(TypedLine).field.insert(one_line(event.text))
            self._show_read()

    def _save(self, text: str) -> None:
        self._held.spend()
        try:
            self._entry.save(text.strip())
        except PmflashError as error:
            told = f"Not saved: {failure_words(error)}"
            wrong = Content.styled(told, "bold $warning")
            self.query_one("#read", Static).update(wrong)
            return
        self.action_back()

    def _show_read(self) -> None:
        line = self.query_one(TypedLine)
        line.refresh()
        read = self._entry.read(line.field.text.strip())
        self.query_one("#read", Static).update(Content.styled(read, "dim"))
