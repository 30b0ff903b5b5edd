"""Choosing one of many by typing a part of its name."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult

from pmflash.tui.actions import Action
from pmflash.tui.held_keys import HeldKeys
from pmflash.tui.screens.base import HELP_TYPING, PALETTE
from pmflash.tui.screens.typing import CLEAR, TypingScreen
from pmflash.tui.widgets.choice_list import ChoiceList

_MOVES = {"down": 1, "up": -1, "ctrl+n": 1, "pagedown": 10, "pageup": -10}
_CHOOSE = Action("enter", "", "enter", "choose", "Choose what is marked.", 0)
_DOWN = Action("down", "", "↓", "down", "The line below.", 3)
_UP = Action("up", "", "↑", "up", "The line above.", 3)
_ACTIONS = (
    _CHOOSE,
    Action("", "", "type", "to filter", "Show only what is called so.", 2),
    _DOWN,
    _UP,
    CLEAR,
    HELP_TYPING,
    Action("escape", "", "esc", "close", "Choose nothing.", 1),
)


class ChoosingScreen(TypingScreen):
    """A line to type into, and what is called so."""

    ACTIONS = _ACTIONS
    HEADING: ClassVar[str] = ""
    TITLE_OF_HELP = "Choosing by name: the keys"

    def __init__(
        self,
        lines: Sequence[tuple[str, str]],
        marked: int = 0,
        held: HeldKeys | None = None,
    ) -> None:
        super().__init__(self.HEADING, held)
        self._lines = lines
        self._found = [*range(len(lines))]
        self._first_marked = marked

    def below(self) -> ComposeResult:
        """Yield the list."""
        yield ChoiceList()

    def on_mount(self) -> None:
        """Show all there is."""
        self.query_one(ChoiceList).show(self._lines, self._first_marked)

    def actions_now(self) -> Sequence[Action]:
        """Return the keys that do something now."""
        listed = self.query_one(ChoiceList)
        works = {
            _CHOOSE: listed.count > 0,
            _DOWN: listed.marked < listed.count - 1,
            _UP: listed.marked > 0,
        }
        return [each for each in super().actions_now() if works.get(each, True)]

    def chosen(self, place: int) -> None:
        """Do what the line at a place of the whole list stands for."""

    def marked(self, place: int) -> None:
        """Hear that another line is marked."""

    def on_choice_list_moved(self) -> None:
        """Offer the keys that work there, and tell which line of the whole it is."""
        self.show_actions()
        place = self._place
        if place is not None:
            self.marked(place)

    def on_choice_list_picked(self) -> None:
        """Choose what was clicked."""
        self.entered()

    def is_obeyed(self, key: str) -> bool:
        """Move the mark, or close with the key that opens the palette."""
        if key in _MOVES:
            self.query_one(ChoiceList).move(_MOVES[key])
        elif key in self.keymap.of(PALETTE).keys.split(","):
            self.close()
        else:
            return False
        return True

    def typed(self) -> None:
        """Show what is called so, then what can be done with that."""
        words = self.field.text.casefold().split()
        texts = [" ".join(each).casefold() for each in self._lines]
        self._found = [
            place
            for place, text in enumerate(texts)
            if all(word in text for word in words)
        ]
        self.query_one(ChoiceList).show([self._lines[place] for place in self._found])
        super().typed()

    def entered(self) -> None:
        """Choose what is marked, if anything is."""
        place = self._place
        if place is not None:
            self.action_back()
            self.chosen(place)

    @property
    def _place(self) -> int | None:
        marked = self.query_one(ChoiceList).marked
        return self._found[marked] if marked < len(self._found) else None
