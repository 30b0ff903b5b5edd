"""A page of text to read, such as the keys of a screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from pmflash.tui.actions import SCROLL, Action, bindings
from pmflash.tui.screens.base import QUIT, SMALLEST_WIDTH, PmflashScreen
from pmflash.tui.widgets.input_view import folded
from pmflash.tui.widgets.lines import EndsLine

_CLOSE = Action(
    "escape,enter,space,question_mark,f1", "back", "esc", "back", "Go back.", 0
)
_ACTIONS = (_CLOSE, *SCROLL, QUIT)


_BESIDE_TEXT = 4
"""Cells that the screen's padding and the scroll bar take."""


@dataclass(frozen=True, slots=True)
class Told:
    """A text behind a mark; its further lines begin where the first one does."""

    text: str = ""
    mark: str = ""
    style: str = ""
    """Of the mark, or of a text without one."""

    def drawn(self, width: int) -> Content:
        """Return its lines, broken at `width` cells."""
        mark = Content.styled(self.mark, self.style)
        lines = folded(self.text, width - mark.cell_length) or [""]
        text = ("\n" + " " * mark.cell_length).join(lines)
        return mark + Content(text) if self.mark else Content.styled(text, self.style)


class PageScreen(PmflashScreen):
    """A title and lines that scroll."""

    ACTIONS = _ACTIONS
    BINDINGS = bindings(_ACTIONS)

    def __init__(self, title: str, told: Iterable[Told]) -> None:
        super().__init__()
        self._heading = title
        self._told = tuple(told)

    def parts(self) -> ComposeResult:
        """Yield the title and the text."""
        yield EndsLine("header")
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="text")

    def on_mount(self) -> None:
        """Draw the title."""
        self.query_one(EndsLine).show(Content.styled(self._heading, "bold"), Content())
        self.show_actions()

    def on_resize(self, event: Resize) -> None:
        """Break the text anew."""
        width = max(SMALLEST_WIDTH, event.size.width) - _BESIDE_TEXT
        text = Content("\n").join(told.drawn(width) for told in self._told)
        self.query_one("#text", Static).update(text)

    @property
    def scroller(self) -> VerticalScroll:
        """The text."""
        return self.query_one("#page", VerticalScroll)

    def actions_now(self) -> tuple[Action, ...]:
        """Return the keys that do something now."""
        return (_CLOSE, *self.scrolling, QUIT)


def help_page(title: str, actions: Sequence[Action]) -> PageScreen:
    """Return the page that explains every key of a screen."""
    shown_keys = [action.shown_key for action in actions]
    width = max(len(key) for key in shown_keys)
    told = [
        Told(action.help, f"  {key:<{width}}  ", "bold $accent")
        for key, action in zip(shown_keys, actions, strict=True)
    ]
    return PageScreen(title, told)
