"""A line for what is wrong with a card, typed while it is in mind."""

from collections.abc import Callable

from textual.app import App, ComposeResult
from textual.content import Content
from textual.events import Key, Paste
from textual.widgets import Static

from pmflash.collection import Collection
from pmflash.model.card import Card
from pmflash.model.text import one_line
from pmflash.tui.actions import Action, bindings
from pmflash.tui.inputs.text import CLEAR
from pmflash.tui.screens.base import QUIT, PmflashScreen
from pmflash.tui.widgets.lines import EndsLine
from pmflash.tui.widgets.typed_line import TypedLine

_QUESTION = "What is wrong with this card?"
_ABOUT = "`pmflash check` lists it. An empty line takes it away."
_SAVE = Action("enter", "", "enter", "save", "Keep the note.", 0)
_ACTIONS = (
    _SAVE,
    CLEAR,
    Action("escape", "", "esc", "leave", "Change nothing.", 1),
)


class NoteScreen(PmflashScreen):
    """Asks about one card, and shows its front alone: it may not be answered yet."""

    ACTIONS = _ACTIONS
    # Where the screen is too small to be seen, and letters are no text.
    BINDINGS = bindings((QUIT,))

    def __init__(self, prompt: str, note: str, keep: Callable[[str], None]) -> None:
        super().__init__()
        self._prompt, self._before, self._keep = prompt, note, keep

    def parts(self) -> ComposeResult:
        """Yield the question, the line and the card."""
        yield EndsLine("header")
        yield TypedLine()
        yield Static(Content.styled(_ABOUT, "dim"), id="remark")
        yield Static(Content(self._prompt), id="page")

    def on_mount(self) -> None:
        """Show the note that there is already."""
        self.query_one(EndsLine).show(Content.styled(_QUESTION, "bold"), Content())
        self._line.field.insert(self._before)
        self.show_actions()

    def on_key(self, event: Key) -> None:
        """Type, keep or leave."""
        if not self.is_in_sight:
            return
        event.stop()
        if event.key == "escape":
            self.action_back()
        elif event.key == "enter":
            self.action_back()
            self._keep_what_changed()
        elif self._line.field.take(event.key, event.character):
            self._line.refresh()

    def on_paste(self, event: Paste) -> None:
        """Type what is pasted."""
        if self.is_in_sight:
            self._line.field.insert(one_line(event.text))
            self._line.refresh()

    @property
    def _line(self) -> TypedLine:
        return self.query_one(TypedLine)

    def _keep_what_changed(self) -> None:
        note = self._line.field.text.strip()
        if note != self._before:
            self.app.call_later(self._keep, note)


def ask_for_note(
    app: App[None],
    collection: Collection,
    card: Card | None,
    keep: Callable[[str], None],
) -> None:
    """Let the learner say what is wrong with `card`; `keep` is told what changes."""
    if card is not None:
        before = collection.standing(card.id).note
        app.push_screen(NoteScreen(card.prompt, before, keep))
