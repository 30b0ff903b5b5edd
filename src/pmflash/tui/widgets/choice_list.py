"""Lines to choose from, each with a word at its right end."""

from collections.abc import Sequence

from textual.content import Content
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.widget import Widget

from pmflash.tui.widgets.input_view import LEFT
from pmflash.tui.widgets.lines import two_ended

NOTHING = "Nothing is called that."


class ChoiceList(Widget):
    """As many lines around the marked one as there is room for."""

    DEFAULT_CSS = "ChoiceList { height: 1fr; width: 1fr; }"

    class Picked(Message):
        """The marked line was clicked."""

    class Moved(Message):
        """Another line is marked."""

    def __init__(self, when_empty: str = NOTHING) -> None:
        super().__init__(id="choices")
        self._when_empty = when_empty
        self._lines: Sequence[tuple[str, str]] = ()
        self._marked = 0

    @property
    def marked(self) -> int:
        """The place of the marked line."""
        return self._marked

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def show(self, lines: Sequence[tuple[str, str]], marked: int = 0) -> None:
        """Draw other lines."""
        self._lines = lines
        self._mark(marked)

    def move(self, places: int) -> None:
        """Move the mark up or down, stopping at both ends."""
        self._mark(self._marked + places)

    def render(self) -> Content:
        """Return the lines in sight."""
        if not self._lines:
            return Content.styled(self._when_empty, "dim")
        return Content("\n").join(self._line(place) for place in self._in_sight())

    def on_click(self, event: Click) -> None:
        """Mark the line that was clicked, or pick it where it was marked."""
        in_sight = self._in_sight()
        if event.button != LEFT or event.y >= len(in_sight):
            return
        if in_sight[event.y] == self._marked:
            self.post_message(self.Picked())
        else:
            self._mark(in_sight[event.y])

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Move the mark down."""
        self.move(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Move the mark up."""
        self.move(-1)

    def _mark(self, place: int) -> None:
        self._marked = max(0, min(len(self._lines) - 1, place))
        self.refresh()
        if self._lines:
            self.post_message(self.Moved())

    def _in_sight(self) -> range:
        room = max(1, self.size.height)
        first = max(0, min(self._marked - room // 2, len(self._lines) - room))
        return range(first, min(len(self._lines), first + room))

    def _line(self, place: int) -> Content:
        text, word = self._lines[place]
        is_marked = place == self._marked
        left = Content(f"{'>' if is_marked else ' '} {text}")
        line = two_ended(left, Content(word), self.size.width)
        return line.stylize("bold $accent") if is_marked else line
