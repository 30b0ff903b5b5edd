"""The last line of defence: no control character leaves for the terminal."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from pmflash.model.text import shown


class ControlFilter(LineFilter):
    """Makes acting characters visible in whatever any widget has drawn."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return `segments` with nothing in them that a terminal would obey."""
        if all(segment.text.isprintable() for segment in segments):
            return segments
        return [
            Segment(shown(text).replace("\n", " "), style, control)
            for text, style, control in segments
        ]
