"""Things are said aloud first, and ticked once they are shown."""

from collections.abc import Sequence

from pmflash.answering.base import AskClock, AskTicks, Reply
from pmflash.tui.actions import Action
from pmflash.tui.inputs.base import DOWN, UP, Fold, Ink, Input, Line
from pmflash.tui.inputs.shared.boxes import letters_of, texts_of
from pmflash.tui.inputs.shared.hanging import hanging

_MARK = Action("j,k", "mark", "j/k", "mark", "Mark a box; enter ticks it.", 4)
_TICK = Action("enter", "tick", "enter", "tick", "Tick the box that is marked.", 1)


class TicksInput(Input):
    """Boxes that appear with the answer."""

    is_ticked = True
    invitation = "  Say all of them aloud, then press space."

    def __init__(self, ask: AskTicks | AskClock) -> None:
        super().__init__()
        self._items = ask.items if isinstance(ask, AskTicks) else ask.beats
        self._letters = letters_of(self._items)
        self._texts: Sequence[str] = self._items
        self._ticked: set[int] = set()
        self._marked = 0

    @property
    def reply(self) -> Reply:
        """The things that were ticked, in their own order."""
        return tuple(self._items[place] for place in sorted(self._ticked))

    @property
    def actions(self) -> tuple[Action, ...]:
        """Ticking, once there is something to tick."""
        keys = self._letters
        shown = f"{keys[0]}-{keys[-1]}" if len(keys) > 1 else keys
        tick = Action("a", "tick", shown, "tick", "Tick what you had said.", 0)
        if not self.is_turned:
            return ()
        return (tick, _TICK, _MARK) if self._has_mark else (tick,)

    @property
    def taken(self) -> frozenset[str]:
        """The letters of the boxes, and the keys that mark one."""
        marking = {*UP, *DOWN, "enter"} if self._has_mark else ()
        return frozenset((*self._letters, *marking) if self.is_turned else ())

    def take(self, key: str, character: str | None) -> bool:
        """Tick a thing or untick it, when the answer is shown."""
        if key not in self.taken:
            return False
        if key in UP | DOWN:
            step = 1 if key in DOWN else -1
            self._marked = max(0, min(len(self._items) - 1, self._marked + step))
        else:
            place = self._marked if key == "enter" else self._letters.index(key)
            self._ticked ^= {place}
        return True

    def turn(self, answer: str) -> str:
        """Put boxes before the lines of the answer that list the things."""
        super().turn(answer)
        found = texts_of(self._items, answer)
        if found is None:
            return answer
        self._texts, rest = found
        return rest.strip("\n")

    def lines(self, width: int, fold: Fold) -> list[Line]:
        """Return a box a thing, with the letter that ticks it."""
        lines = []
        for place, text in enumerate(self._texts if self.is_turned else ()):
            is_ticked = place in self._ticked
            is_marked = self._has_mark and place == self._marked
            key = self._letters[place : place + 1]
            box = f"[{'x' if is_ticked else ' '}] "
            mark = ("> " if is_marked else "  ") if self._has_mark else ""
            marks = ((mark, Ink.MARK), (box, Ink.BOLD), (f"{key or ' '}  ", Ink.MARK))
            lines += hanging(marks, text, width, fold, key=key, is_marked=is_marked)
        return lines

    @property
    def _has_mark(self) -> bool:
        """Whether there are more boxes than letters."""
        return len(self._items) > len(self._letters)
