"""Choosing one of many by typing a part of its name."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key, Paste

from pmflash.model.text import one_line
from pmflash.tui.actions import Action, bindings
from pmflash.tui.held_keys import Grip, HeldKeys
from pmflash.tui.screens.base import PALETTE, QUIT, PmflashScreen
from pmflash.tui.widgets.choice_list import ChoiceList
from pmflash.tui.widgets.lines import EndsLine
from pmflash.tui.widgets.typed_line import TypedLine

_MOVES = {"down": 1, "up": -1, "ctrl+n": 1, "pagedown": 10, "pageup": -10}
_ACTIONS = (
    Action("enter", "", "enter", "choose", "Choose what is marked.", 0),
    Action("", "", "type", "to filter", "Show only what is called so.", 2),
    Action("down", "", "↓", "down", "The line below.", 3),
    Action("up", "", "↑", "up", "The line above.", 3),
    Action("ctrl+u", "", "^u", "clear", "Delete what was typed.", 4),
    Action("escape", "", "esc", "close", "Choose nothing.", 1),
)


class ChoosingScreen(PmflashScreen):
    """A line to type into, and what is called so."""

    ACTIONS = _ACTIONS
    # Where the screen is too small to be seen, and letters are no text.
    BINDINGS = bindings((QUIT,))
    HEADING: ClassVar[str] = ""

    def __init__(
        self,
        lines: Sequence[tuple[str, str]],
        marked: int = 0,
        held: HeldKeys | None = None,
    ) -> None:
        super().__init__()
        # From the screen below, where the key that opened this one may be held down.
        self._held = held or HeldKeys()
        self._lines = lines
        self._found = [*range(len(lines))]
        self._first_marked = marked

    def parts(self) -> ComposeResult:
        """Yield the heading, the line and the list."""
        yield EndsLine("header")
        yield TypedLine()
        yield ChoiceList()

    def on_mount(self) -> None:
        """Show all there is."""
        self.query_one(EndsLine).show(Content.styled(self.HEADING, "bold"), Content())
        self.query_one(ChoiceList).show(self._lines, self._first_marked)
        self.show_actions()

    def chosen(self, place: int) -> None:
        """Do what the line at a place of the whole list stands for."""

    def marked(self, place: int) -> None:
        """Hear that another line is marked."""

    def left(self) -> None:
        """Hear that nothing was chosen."""

    def on_choice_list_moved(self) -> None:
        """Tell which line of the whole list is marked."""
        place = self._place
        if place is not None:
            self.marked(place)

    def on_choice_list_picked(self) -> None:
        """Choose what was clicked."""
        self._choose()

    def on_key(self, event: Key) -> None:
        """Type, move the mark, choose or leave."""
        if not self.is_in_sight:
            return
        event.stop()
        grip = self._held.grip(event.key, event.time)
        line = self.query_one(TypedLine)
        if event.key in _MOVES:
            self.query_one(ChoiceList).move(_MOVES[event.key])
        elif event.key == "enter":
            if grip is Grip.FRESH or not self._held.is_spent:
                self._choose()
        elif event.key in {"escape", *self.keymap.of(PALETTE).keys.split(",")}:
            self.action_back()
            self.left()
        elif line.field.take(event.key, event.character):
            self._look()

    def on_paste(self, event: Paste) -> None:
        """Type what is pasted."""
        if self.is_in_sight:
            self.query_one(TypedLine).field.insert(one_line(event.text))
            self._look()

    @property
    def _place(self) -> int | None:
        marked = self.query_one(ChoiceList).marked
        return self._found[marked] if marked < len(self._found) else None

    def _look(self) -> None:
        line = self.query_one(TypedLine)
        line.refresh()
        words = line.field.text.casefold().split()
        texts = [" ".join(each).casefold() for each in self._lines]
        self._found = [
            place
            for place, text in enumerate(texts)
            if all(word in text for word in words)
        ]
        found = [self._lines[place] for place in self._found]
        self.query_one(ChoiceList).show(found)

    def _choose(self) -> None:
        place = self._place
        if place is not None:
            self._held.spend()
            self.action_back()
            self.chosen(place)
