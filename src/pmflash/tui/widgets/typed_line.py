"""A line to type into, for screens that ask for one."""

from textual.content import Content
from textual.widget import Widget

from pmflash.tui.inputs.shared.field import Field

_MARK = "> "


class TypedLine(Widget):
    """What was typed so far."""

    DEFAULT_CSS = "TypedLine { height: 1; width: 1fr; margin-bottom: 1; }"

    def __init__(self) -> None:
        super().__init__(id="typed")
        self.field = Field()

    def render(self) -> Content:
        """Return the line at its present width."""
        drawn = self.field.drawn(max(1, self.size.width - len(_MARK)), has_cursor=True)
        parts = ((text, ink.value) for text, ink in drawn)
        return Content.assemble((_MARK, "bold $accent"), *parts)
