"""What every input promises: keys go in, a reply and lines to draw come out.

An input holds what was entered and knows nothing of screens: one widget draws all.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from pmflash.answering.base import Reply
from pmflash.tui.actions import Action

UP, DOWN = {"k", "up"}, {"j", "down"}
"""The keys that move a mark."""


class Ink(Enum):
    """How a stretch of a line looks, as Textual calls it."""

    PLAIN = ""
    BOLD = "bold"
    DIM = "dim"
    MARK = "bold $accent"
    CURSOR = "reverse"
    WARNING = "bold $warning"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an input."""

    stretches: tuple[tuple[str, Ink], ...] = ()
    key: str = ""
    """What a click on the line presses; empty for nothing."""
    is_marked: bool = False
    """Whether it must be in sight."""

    @property
    def text(self) -> str:
        """The line without its looks."""
        return "".join(text for text, _ in self.stretches)


Fold = Callable[[str, int], Sequence[str]]
"""Breaks a text into lines of so many cells."""


class Input:
    """Takes nothing: the card is only turned. Every other input adds to this."""

    invitation = "  Think of the answer, then press space."
    """Stands where the buttons will be after the answer."""
    missed_words: ClassVar[str] = "missed"
    """What a verdict says before the parts that were not there."""
    is_typing: ClassVar[bool] = False
    """Whether letters are text, and no commands."""
    is_ticked: ClassVar[bool] = False
    """Whether it takes keys once the answer is shown."""

    def __init__(self) -> None:
        self.is_turned = False
        """Whether the answer is shown."""

    @property
    def is_open(self) -> bool:
        """Whether it takes keys now, and is to be seen; else the verdict tells it."""
        return self.is_ticked or not self.is_turned

    @property
    def reply(self) -> Reply:
        """What was entered; empty for nothing."""
        return ()

    @property
    def is_done(self) -> bool:
        """Whether the last key has finished the reply, so that the card turns."""
        return False

    @property
    def is_running(self) -> bool:
        """Whether it looks different a second later."""
        return False

    @property
    def actions(self) -> tuple[Action, ...]:
        """The keys that do something now, for footer and help."""
        return ()

    @property
    def taken(self) -> frozenset[str]:
        """The keys that are meant for the input now, though commands may have them."""
        return frozenset()

    def take(self, key: str, character: str | None) -> bool:
        """Tell whether the key was meant for the input, which has obeyed it."""
        return False

    def paste(self, text: str) -> bool:
        """Tell whether there is a place where the text belongs, and put it there."""
        return False

    def turn(self, answer: str) -> str:
        """Show what belongs to the answer; return what is left of it to be shown."""
        self.is_turned = True
        return answer

    def lines(self, width: int, fold: Fold) -> list[Line]:
        """Return what stands under the prompt, as long as the input is open."""
        return []
