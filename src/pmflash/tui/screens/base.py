"""What every screen shares: its footer, its help, and the smallest size it works at."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.screen import Screen
from textual.widget import Widget

from pmflash.tui.actions import SCROLL, Action
from pmflash.tui.messages import HelpWanted
from pmflash.tui.widgets.lines import KeyBar

FIRST_LEVEL = 2
"""How many screens are on the stack at the first one: Textual's own lies below."""

SMALLEST_WIDTH, SMALLEST_HEIGHT = 40, 10

_LEAVING = {"quit", "give_up"}


class TooSmall(Widget):
    """Stands in for the screen where the terminal is too small for it."""

    DEFAULT_CSS = "TooSmall { display: none; width: 100%; height: 100%; }"

    def render(self) -> Content:
        """Return what is needed, what there is, and how to leave."""
        size = self.app.size
        return Content(
            f"pmflash needs {SMALLEST_WIDTH}x{SMALLEST_HEIGHT}, "
            f"this is {size.width}x{size.height}. "
            "Your answers are safe. q quits."
        )


class PmflashScreen(Screen[None]):
    """A screen with a footer that tells what works now."""

    ACTIONS: ClassVar[tuple[Action, ...]] = ()
    TITLE_OF_HELP: ClassVar[str] = ""
    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-medium"), (22, "-tall")]

    def compose(self) -> ComposeResult:
        """Yield the screen's own parts, then what all screens have."""
        yield from self.parts()
        yield KeyBar()
        yield TooSmall()

    def parts(self) -> ComposeResult:
        """Yield what stands above the footer."""
        yield from ()

    def actions_now(self) -> Sequence[Action]:
        """Return what works at this moment, in the order of the footer."""
        return self.ACTIONS

    def all_actions(self) -> Sequence[Action]:
        """Return what ever works on this screen, for its help."""
        return self.ACTIONS

    @property
    def is_in_sight(self) -> bool:
        """Whether the learner sees this screen: it is in front, and it has room."""
        return self.app.screen is self and not self.has_class("-too-small")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let only the keys that leave work on a screen that nobody sees."""
        return action in _LEAVING or self.is_in_sight

    def show_actions(self) -> None:
        """Draw the footer anew."""
        # A key that was typed ahead may have closed the screen meanwhile.
        if self.query(KeyBar):
            self.query_one(KeyBar).show(self.actions_now())

    def on_resize(self, event: Resize) -> None:
        """Redraw, and nothing else; say so where there is no room."""
        size = event.size
        too_small = size.width < SMALLEST_WIDTH or size.height < SMALLEST_HEIGHT
        self.set_class(too_small, "-too-small")
        self.call_after_refresh(self.show_actions)

    @property
    def scroller(self) -> VerticalScroll | None:
        """The part that scrolls, on screens that have one."""
        return None

    @property
    def scrolling(self) -> Sequence[Action]:
        """The keys that scroll, where there is more than fits."""
        scroller = self.scroller
        return SCROLL if scroller is not None and scroller.max_scroll_y > 0 else ()

    def action_scroll(self, lines: int) -> None:
        """Move what scrolls by some lines."""
        if self.scroller is not None:
            self.scroller.scroll_relative(y=lines, animate=False, immediate=True)

    def action_page(self, pages: int) -> None:
        """Move what scrolls by whole pages."""
        if self.scroller is not None:
            lines = pages * self.scroller.size.height
            self.scroller.scroll_relative(y=lines, animate=False, immediate=True)

    def action_help(self) -> None:
        """Show every key of this screen."""
        self.post_message(HelpWanted(self.TITLE_OF_HELP, self.all_actions()))

    @property
    def back(self) -> Action:
        """What Esc does here: go back, or leave from the first screen."""
        return BACK if len(self.app.screen_stack) > FIRST_LEVEL else LEAVE

    def action_back(self) -> None:
        """Go back one level; from the first screen that is out."""
        if len(self.app.screen_stack) > FIRST_LEVEL:
            self.app.pop_screen()
        else:
            self.app.exit()

    def action_quit(self) -> None:
        """Leave pmflash at once: every answer is already saved."""
        self.app.exit()


HELP = Action("question_mark", "help", "?", "help", "Show the keys of this screen.", 1)
QUIT = Action("q", "quit", "q", "quit", "Leave; everything is saved already.", 0)
BACK = Action("escape", "back", "esc", "back", "Go back one level.", 2)
LEAVE = replace(BACK, label="leave", help="Leave, as q does.")
