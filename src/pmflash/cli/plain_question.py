"""What every question of `review --plain` promises: lines in, a reply out.

A question holds what was said to it; it neither reads nor prints.
"""

import re
from typing import ClassVar

from pmflash.answering.base import Reply

_BETWEEN = re.compile(r"[\s,;]+")


class Question:
    """Asks for nothing: the card is only turned. Every other one adds to this."""

    is_typed: ClassVar[bool] = False
    """Whether any text may be a reply, so that commands need their colon."""
    missed_words: ClassVar[str] = "missed"
    """What a verdict says before the parts that were not there."""
    how = "Think of the answer. Enter shows it."

    def __init__(self) -> None:
        self.reply: Reply = ()
        self.is_done = False
        """Whether the last line has finished the reply, so that the card turns."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands under the prompt."""
        return ()

    @property
    def how_to_tick(self) -> str:
        """How to say what was there, once the answer is shown; empty for not at all."""
        return ""

    def take(self, line: str) -> bool:
        """Tell whether `line`, which is not empty, was a reply or part of one."""
        return False

    def turn(self, answer: str) -> str:
        """Take note that the answer is shown now, and return it as it is to be."""
        return answer

    def tick(self, line: str) -> bool:
        """Tell whether `line` names what was there, once the answer is shown."""
        return False


def words_of(line: str) -> list[str]:
    """Return the words of `line`, whatever stands between them."""
    return [word for word in _BETWEEN.split(line) if word]
