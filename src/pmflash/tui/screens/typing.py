"""What screens share that have a line to type into."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key, Paste

from pmflash.model.text import one_line
from pmflash.tui.actions import Action, bindings
from pmflash.tui.held_keys import Grip, HeldKeys
from pmflash.tui.inputs.shared.field import Field
from pmflash.tui.screens.base import HELP_TYPING, QUIT, PmflashScreen
from pmflash.tui.widgets.lines import EndsLine
from pmflash.tui.widgets.typed_line import TypedLine

CLEAR = Action("ctrl+u", "", "^u", "clear", "Delete what was typed.", 4)


class TypingScreen(PmflashScreen):
    """A title and a line, on which letters are text and Enter means what stands there.

    `held` is from the screen below, where the key that opened this one may be held
    down.
    """

    # Where the screen is too small to be seen, and letters are no text.
    BINDINGS = bindings((QUIT,))
    EVERYWHERE = ()

    def __init__(self, heading: str, held: HeldKeys | None = None) -> None:
        super().__init__()
        self._heading = heading
        self._held = held or HeldKeys()

    def parts(self) -> ComposeResult:
        """Yield the title, the line, and what is below it."""
        yield EndsLine("header")
        yield TypedLine()
        yield from self.below()

    def below(self) -> ComposeResult:
        """Yield what stands below the line."""
        yield from ()

    def on_mount(self) -> None:
        """Draw the title."""
        heading = Content.styled(one_line(self._heading), "bold")
        self.query_one(EndsLine).show(heading, Content())
        self.show_actions()

    def actions_now(self) -> Sequence[Action]:
        """Return the keys that do something now."""
        is_empty = not self.field.text
        return [each for each in self.ACTIONS if not (each is CLEAR and is_empty)]

    @property
    def field(self) -> Field:
        """What was typed."""
        return self.query_one(TypedLine).field

    def typed(self) -> None:
        """Hear that the text has changed, or the place of the cursor."""
        self.query_one(TypedLine).refresh()
        self.show_actions()

    def entered(self) -> None:
        """Do what Enter is for; a key that is held down does it only once."""

    def left(self) -> None:
        """Hear that the learner went back without Enter."""

    def is_obeyed(self, key: str) -> bool:
        """Tell whether the key is for something else than the text; it is done then."""
        return False

    def on_key(self, event: Key) -> None:
        """Type, enter or leave."""
        if not self.is_in_sight:
            return
        event.stop()
        grip = self._held.grip(event.key, event.time)
        if self.is_obeyed(event.key):
            return
        if event.key == "enter":
            if grip is Grip.FRESH or not self._held.is_spent:
                self._held.spend()
                self.entered()
        elif event.key == "escape":
            self.close()
        elif event.key == HELP_TYPING.keys:
            self.action_help()
        elif self.field.take(event.key, event.character):
            self.typed()

    def on_paste(self, event: Paste) -> None:
        """Type what is pasted."""
        if self.is_in_sight:
            self.field.insert(one_line(event.text))
            self.typed()

    def close(self) -> None:
        """Go back, and leave everything as it was."""
        self.action_back()
        self.left()
