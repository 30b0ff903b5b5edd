"""Single lines: a text with two ends, a bar of progress, the keys at the bottom."""

from collections.abc import Sequence

from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from pmflash.model.cells import cells
from pmflash.tui.actions import Action
from pmflash.tui.messages import ActionWanted
from pmflash.tui.widgets.input_view import LEFT
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
        labelled = tuple(action for action in actions if action.label)
        if labelled != self._actions:
            self._actions = labelled
            self.refresh()

    def render(self) -> Content:
        """Return as many keys as the width allows."""
        left, right = self._ends()
        return two_ended(_keys(left), _keys(right), self.size.width)

    def on_click(self, event: Click) -> None:
        """Ask for the action that was clicked."""
        left, right = self._ends()
        starts = (0, left), (self.size.width - _cells(right), right)
        for end, actions in starts if event.button == LEFT else ():
            for action in actions:
                start, end = end, end + _cells([action])
                if start <= event.x < end:
                    self.post_message(ActionWanted(action))
                end += len(_GAP)

    def _ends(self) -> tuple[list[Action], list[Action]]:
        """Return what fits, at the left and at the right end."""
        actions = list(self._actions)
        while actions:
            left, right = actions[:-_RIGHT_END], actions[-_RIGHT_END:]
            if _cells(left) + len(_GAP) + _cells(right) <= self.size.width:
                break
            actions.remove(max(actions, key=lambda action: action.rank))
        return actions[:-_RIGHT_END], actions[-_RIGHT_END:]


def two_ended(left: Content, right: Content, width: int) -> Content:
    """Return `left` and `right` at the two ends of a line of `width` cells."""
    room = width - right.cell_length - 1
    if left.cell_length > room:
        left = left.truncate(max(0, room), ellipsis=True)
    return left.pad_right(width - left.cell_length - right.cell_length) + right


def _cells(actions: Sequence[Action]) -> int:
    """Return how many cells `actions` take side by side."""
    gaps = len(_GAP) * max(0, len(actions) - 1)
    return gaps + sum(cells(f"{each.shown_key} {each.label}") for each in actions)


def _keys(actions: Sequence[Action]) -> Content:
    parts = [
        Content.assemble((action.shown_key, "bold $accent"), f" {action.label}")
        for action in actions
    ]
    return Content(_GAP).join(parts)
