"""A page of text to read, such as the keys of a screen."""

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from pmflash.tui.actions import SCROLL, Action, bindings
from pmflash.tui.screens.base import QUIT, PmflashScreen
from pmflash.tui.widgets.lines import EndsLine

_CLOSE = Action(
    "escape,enter,space,question_mark,f1", "back", "esc", "back", "Go back.", 0
)
_ACTIONS = (_CLOSE, *SCROLL, QUIT)


class PageScreen(PmflashScreen):
    """A title and lines that scroll."""

    ACTIONS = _ACTIONS
    BINDINGS = bindings(_ACTIONS)

    def __init__(self, title: str, lines: Iterable[Content]) -> None:
        super().__init__()
        self._heading = title
        self._lines = list(lines)

    def parts(self) -> ComposeResult:
        """Yield the title and the text."""
        yield EndsLine("header")
        with VerticalScroll(id="page", can_focus=False):
            yield Static(Content("\n").join(self._lines), id="text")

    def on_mount(self) -> None:
        """Draw the title."""
        self.query_one(EndsLine).show(Content.styled(self._heading, "bold"), Content())
        self.show_actions()

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
    lines = [
        Content.assemble((f"  {key:<{width}}  ", "bold $accent"), action.help)
        for key, action in zip(shown_keys, actions, strict=True)
    ]
    return PageScreen(title, lines)
