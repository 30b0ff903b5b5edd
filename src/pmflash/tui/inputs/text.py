"""The answer is typed."""

from pmflash.answering.base import AskNumber, AskText, Reply
from pmflash.tui.actions import Action
from pmflash.tui.inputs.base import Fold, Ink, Input, Line
from pmflash.tui.inputs.shared.field import Field

CHECK = Action("enter", "check", "enter", "check", "Check what you entered.", 0)
CLEAR = Action("ctrl+u", "clear", "^u", "clear", "Delete what you typed.", 4)
_TYPE = Action("", "", "letters", "", "Type the answer.", 0)


class TextInput(Input):
    """One line to type into."""

    invitation = "  Type it, then enter. Space shows the answer."
    is_typing = True

    def __init__(self, ask: AskText | AskNumber) -> None:
        super().__init__()
        self._field = Field()

    @property
    def reply(self) -> Reply:
        """The text."""
        text = self._field.text.strip()
        return (text,) if text else ()

    @property
    def actions(self) -> tuple[Action, ...]:
        """Checking and clearing, once there is something."""
        return (CHECK, CLEAR) if self._field.text else (_TYPE,)

    def take(self, key: str, character: str | None) -> bool:
        """Type; but a space that begins nothing."""
        return self._field.take(key, character)

    def paste(self, text: str) -> bool:
        """Type all of `text` on the one line."""
        self._field.insert(" ".join(text.split()))
        return True

    def lines(self, width: int, fold: Fold) -> list[Line]:
        """Return the line behind its mark."""
        text = self._field.drawn(width - 2, has_cursor=True)
        return [Line((("> ", Ink.MARK), *text), is_marked=True)]
