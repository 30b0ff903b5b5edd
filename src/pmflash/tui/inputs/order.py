"""Things are put in order."""

from pmflash.answering.base import AskOrder, Reply
from pmflash.tui.actions import Action
from pmflash.tui.inputs.base import DOWN, UP, Fold, Ink, Input, Line
from pmflash.tui.inputs.choice import MOST_DIGITS
from pmflash.tui.inputs.shared.hanging import hanging
from pmflash.tui.inputs.text import CHECK

_HIGHER, _LOWER = {"K", "shift+up"}, {"J", "shift+down"}
_MARK = Action("j,k", "mark", "j/k", "mark", "Mark an item; a digit does it too.", 1)
_MOVE = Action("J,K", "move", "J/K", "move", "Move the marked item down or up.", 0)


class OrderInput(Input):
    """A list whose marked item moves up and down."""

    missed_words = "out of place:"
    invitation = "  J and K move the marked item; enter checks the order."

    def __init__(self, ask: AskOrder) -> None:
        super().__init__()
        self._items = list(ask.items)
        self._marked = 0
        self._is_touched = False

    @property
    def reply(self) -> Reply:
        """All items, once one of them was moved."""
        return tuple(self._items) if self._is_touched else ()

    @property
    def actions(self) -> tuple[Action, ...]:
        """Marking and moving, and checking once something has moved."""
        return (_MOVE, _MARK, CHECK) if self._is_touched else (_MOVE, _MARK)

    @property
    def taken(self) -> frozenset[str]:
        """The keys that mark and move."""
        return frozenset(UP | DOWN | _HIGHER | _LOWER)

    def take(self, key: str, character: str | None) -> bool:
        """Move the mark, or the item that is marked."""
        if key in UP | DOWN:
            self._mark(self._marked + (1 if key in DOWN else -1))
        elif key in _HIGHER | _LOWER:
            self._move(1 if key in _LOWER else -1)
        elif len(key) == 1 and key in "123456789"[: len(self._items)]:
            self._mark(int(key) - 1)
        else:
            return False
        return True

    def lines(self, width: int, fold: Fold) -> list[Line]:
        """Return the items in their order now, the marked one behind a `>`."""
        lines = []
        size = len(str(len(self._items)))
        for place, item in enumerate(self._items):
            is_marked = place == self._marked
            number = f"{place + 1:>{size}}  "
            marks = (("> " if is_marked else "  ", Ink.MARK), (number, Ink.MARK))
            ink = Ink.BOLD if is_marked else Ink.PLAIN
            key = str(place + 1) if place < MOST_DIGITS else ""
            lines += hanging(marks, item, width, fold, ink, key, is_marked)
        return lines

    def _mark(self, place: int) -> None:
        self._marked = max(0, min(len(self._items) - 1, place))

    def _move(self, places: int) -> None:
        before = self._marked
        self._mark(before + places)
        items, after = self._items, self._marked
        items[before], items[after] = items[after], items[before]
        self._is_touched = True
