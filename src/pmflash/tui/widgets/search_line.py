"""The line that a search is typed into, with carets under what is wrong with it."""

from textual.content import Content
from textual.widget import Widget

from pmflash.model.text import one_line
from pmflash.study.search.error import SearchError
from pmflash.tui.inputs.shared.field import Field

_MARK = "/ "
_INVITATION = "type / to search, ? for how"


class SearchLine(Widget):
    """One line, and two more below it while something in it is wrong."""

    DEFAULT_CSS = """
    SearchLine {
        height: auto; width: 1fr; text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(self) -> None:
        super().__init__(id="search")
        self.field = Field()
        self.is_typing = False
        """Whether keys are text."""
        self._wrong: SearchError | None = None

    def show(self, wrong: SearchError | None) -> None:
        """Draw what was typed, and what is wrong with it."""
        is_as_high = (wrong is None) is (self._wrong is None)
        self._wrong = wrong
        self.refresh(layout=not is_as_high)

    def render(self) -> Content:
        """Return the line, and the message if there is one."""
        room = max(1, self.size.width - len(_MARK))
        if not self.is_typing and not self.field.text:
            return Content.styled(_INVITATION, "dim")
        drawn = self.field.drawn(room, self.is_typing)
        parts = ((text, ink.value) for text, ink in drawn)
        line = Content.assemble((_MARK, "bold $accent"), *parts)
        if self._wrong is None:
            return line
        return Content("\n").join([line, *self._told(self._wrong, room)])

    def _told(self, wrong: SearchError, room: int) -> list[Content]:
        _, text, carets = wrong.excerpt
        told = Content(one_line(f"{wrong.message}; {wrong.help}".removesuffix("; ")))
        # Where the text has scrolled, carets would stand under something else.
        pointing = carets if len(carets) <= room and len(text) < room else ""
        return [Content.styled(" " * len(_MARK) + pointing, "bold $warning"), told]
