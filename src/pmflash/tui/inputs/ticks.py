"""Things are said aloud first, and ticked once they are shown."""

import re
from collections.abc import Sequence

from pmflash.answering.base import AskClock, AskTicks, Reply
from pmflash.tui.actions import Action
from pmflash.tui.inputs.base import Fold, Ink, Input, Line
from pmflash.tui.inputs.shared.hanging import hanging

_KEYS = "abcdefglmnoprtvwxy"
"""One a thing; commands keep the letters left out."""
_LISTED = re.compile(r"(?:-|\d+\.) (.*)")


class TicksInput(Input):
    """Boxes that appear with the answer."""

    is_ticked = True
    invitation = "  Say all of them aloud, then press space."

    def __init__(self, ask: AskTicks | AskClock) -> None:
        super().__init__()
        self._items = ask.items if isinstance(ask, AskTicks) else ask.beats
        self._texts: Sequence[str] = self._items
        self._ticked: set[int] = set()

    @property
    def reply(self) -> Reply:
        """The things that were ticked, in their own order."""
        return tuple(self._items[place] for place in sorted(self._ticked))

    @property
    def actions(self) -> tuple[Action, ...]:
        """Ticking, once there is something to tick."""
        keys = _KEYS[: len(self._items)]
        shown = f"{keys[0]}-{keys[-1]}" if len(keys) > 1 else keys
        tick = Action("a", "tick", shown, "tick", "Tick what you had said.", 0)
        return (tick,) if self.is_turned else ()

    @property
    def taken(self) -> frozenset[str]:
        """The letters of the boxes."""
        return frozenset(_KEYS[: len(self._items)] if self.is_turned else "")

    def take(self, key: str, character: str | None) -> bool:
        """Tick a thing or untick it, when the answer is shown."""
        keys = _KEYS[: len(self._items)]
        if not self.is_turned or len(key) != 1 or key not in keys:
            return False
        self._ticked ^= {keys.index(key)}
        return True

    def turn(self, answer: str) -> str:
        """Put boxes before the lines of the answer that list the things."""
        super().turn(answer)
        lines = answer.split("\n")
        listed = [found[1] for line in lines if (found := _LISTED.fullmatch(line))]
        count = len(self._items)
        texts, rest = listed[:count], "\n".join(lines[count:]).strip("\n")
        if len(listed) >= count and _are_about(texts, self._items, lines):
            self._texts = texts
            return rest
        return answer

    def lines(self, width: int, fold: Fold) -> list[Line]:
        """Return a box a thing, with the letter that ticks it."""
        lines = []
        for place, text in enumerate(self._texts if self.is_turned else ()):
            is_ticked = place in self._ticked
            key = _KEYS[place] if place < len(_KEYS) else " "
            box = (f"[{'x' if is_ticked else ' '}] ", Ink.BOLD)
            marks = (box, (f"{key}  ", Ink.MARK))
            lines += hanging(marks, text, width, fold, key=key.strip())
        return lines


def _are_about(
    texts: Sequence[str], items: Sequence[str], lines: Sequence[str]
) -> bool:
    """Tell whether an answer begins with one line an item, which are `texts`."""
    return all(
        line.endswith(text) and text.startswith(item)
        for line, text, item in zip(lines, texts, items, strict=False)
    )
