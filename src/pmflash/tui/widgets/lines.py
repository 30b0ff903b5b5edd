"""Single lines: a text with two ends, a bar of progress, the keys at the bottom."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from pmflash.tui.actions import Action
from pmflash.tui.wording import progress_bar

_GAP = "  "
_RIGHT_END = 2
"""So many actions stand at the right end of the footer: help and quit."""


class EndsLine(Widget):
    """One line with a text at either end; the left one gives way."""

    DEFAULT_CSS = "EndsLine { height: 1; width: 1fr; }"

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._left = self._right = Content()

    def show(self, left: Content, right: Content) -> None:
        """Draw `left` and `right`."""
        self._left, self._right = left, right
        self.refresh()

    def render(self) -> Content:
        """Return the line at its present width."""
        return two_ended(self._left, self._right, self.size.width)


class ProgressLine(Widget):
    """A bar with words at its right end."""

    DEFAULT_CSS = "ProgressLine { height: 1; width: 1fr; }"

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._done = self._total = 0
        self._words = ""

    def show(self, done: int, total: int, words: str) -> None:
        """Draw `done` of `total` as a bar, and `words` behind it."""
        self._done, self._total, self._words = done, total, words
        self.refresh()

    def render(self) -> Content:
        """Return the bar at its present width."""
        words = f"  {self._words}"
        width = self.size.width - len(words)
        done, rest = progress_bar(self._done, self._total, width)
        return Content.assemble((done, "$accent"), (rest, "dim"), words)


class KeyBar(Widget):
    """The footer: only what works now, and only as much as fits."""

    DEFAULT_CSS = "KeyBar { height: 1; width: 1fr; dock: bottom; }"

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._actions: tuple[Action, ...] = ()

    def show(self, actions: Sequence[Action]) -> None:
        """Draw `actions`, the last two at the right end."""
        self._actions = tuple(action for action in actions if action.label)
        self.refresh()

    def render(self) -> Content:
        """Return as many keys as the width allows."""
        actions = list(self._actions)
        while actions:
            left = _keys(actions[:-_RIGHT_END])
            right = _keys(actions[-_RIGHT_END:])
            if left.cell_length + right.cell_length + len(_GAP) <= self.size.width:
                return two_ended(left, right, self.size.width)
            actions.remove(max(actions, key=lambda action: action.rank))
        return Content()


def two_ended(left: Content, right: Content, width: int) -> Content:
    """Return `left` and `right` at the two ends of a line of `width` cells."""
    room = width - right.cell_length - 1
    if left.cell_length > room:
        left = left.truncate(max(0, room), ellipsis=True)
    return left.pad_right(width - left.cell_length - right.cell_length) + right


def _keys(actions: Sequence[Action]) -> Content:
    parts = [
        Content.assemble((action.shown_key, "bold $accent"), f" {action.label}")
        for action in actions
    ]
    return Content(_GAP).join(parts)
