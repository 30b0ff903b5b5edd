"""Draws what is entered, whatever the input, and lets the mouse press its keys."""

from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Size
from textual.widget import Widget

from pmflash.tui.inputs.base import Input, Line

LEFT = 1
"""The button of the mouse that clicks."""

_LEAST_WIDTH = 20
"""A view that has no room yet, or never will, is not asked to break words there."""


class InputView(Widget):
    """The lines of one input under the prompt; it never has the focus."""

    DEFAULT_CSS = """
    InputView {
        display: none; height: auto; width: 1fr; max-width: 96; margin-top: 1;
        text-wrap: nowrap; text-overflow: clip;
    }
    """

    def __init__(self) -> None:
        super().__init__(id="input")
        self._input: Input | None = None
        self._line_count = 0

    def show(self, entered: Input) -> None:
        """Draw another input."""
        self._input = entered
        self.update()

    def update(self) -> None:
        """Draw what has changed."""
        lines = self._lines(self.size.width)
        self.display = bool(lines)
        self.refresh(layout=len(lines) != self._line_count)
        self._line_count = len(lines)

    @property
    def marked_region(self) -> Region | None:
        """The lines that must be in sight, in the coordinates of the card."""
        lines = self._lines(self.size.width)
        marked = [place for place, line in enumerate(lines) if line.is_marked]
        if not marked:
            return None
        top = self.virtual_region.y + marked[0]
        return Region(0, top, 1, len(marked))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are at a width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Return the lines at the present width."""
        drawn = (
            Content.assemble(*((text, ink.value) for text, ink in line.stretches))
            for line in self._lines(self.size.width)
        )
        return Content("\n").join(drawn)

    def on_click(self, event: Click) -> None:
        """Press the key of the line that was clicked; the card is not clicked so."""
        lines = self._lines(self.size.width)
        event.stop()
        if event.button == LEFT and event.y < len(lines) and lines[event.y].key:
            self.app.simulate_key(lines[event.y].key)

    def _lines(self, width: int) -> list[Line]:
        if self._input is None or not self._input.is_open:
            return []
        return self._input.lines(max(_LEAST_WIDTH, width), folded)


def folded(text: str, width: int) -> list[str]:
    """Return the lines of `text` as any widget would break them."""
    return [line.plain.rstrip() for line in Content(text).wrap(width)]
