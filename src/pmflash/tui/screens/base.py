"""What every screen shares: its footer, its help, and the smallest size it works at."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.widget import Widget

from pmflash.model.text import one_line
from pmflash.tui.actions import SCROLL, Action, bindings, one_by_one
from pmflash.tui.keymap import Keymap, KeymapApp, is_text
from pmflash.tui.messages import ActionWanted, HelpWanted, PaletteWanted
from pmflash.tui.widgets.lines import KeyBar

FIRST_LEVEL = 2
"""How many screens are on the stack at the first one: Textual's own lies below."""

SMALLEST_WIDTH, SMALLEST_HEIGHT = 40, 10

_LEAVING = {"quit", "give_up"}

PALETTE = Action("ctrl+p", "palette", "^p", "", "Find what to do by its name.")


class TooSmall(Widget):
    """Stands in for the screen where the terminal is too small for it."""

    DEFAULT_CSS = "TooSmall { display: none; width: 100%; height: 100%; }"

    def render(self) -> Content:
        """Return what is needed, what there is, and how to leave."""
        size, app = self.app.size, self.app
        leave = app.keymap.of(QUIT) if isinstance(app, KeymapApp) else QUIT
        return Content(
            f"pmflash needs {SMALLEST_WIDTH}x{SMALLEST_HEIGHT}, "
            f"this is {size.width}x{size.height}. "
            f"Your answers are safe. {leave.shown_key} quits."
        )


class PmflashScreen(Screen[None]):
    """A screen with a footer that tells what works now."""

    ACTIONS: ClassVar[tuple[Action, ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = bindings((PALETTE,))
    TITLE_OF_HELP: ClassVar[str] = ""
    EVERYWHERE: ClassVar[tuple[Action, ...]] = (PALETTE,)
    """What works on top of that, and stands in no footer."""
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
    def keymap(self) -> Keymap:
        """The keys that the learner changed."""
        return self.app.keymap if isinstance(self.app, KeymapApp) else Keymap()

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
            self.query_one(KeyBar).show([*map(self.keymap.of, self.actions_now())])

    def on_mount(self) -> None:
        """Offer the keys that scroll as long as they do, the wheel being turned too."""
        if self.scroller is not None:
            self.watch(self.scroller, "scroll_y", self.show_actions, init=False)

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
        """The keys that scroll, where there is more in their direction."""
        scroller = self.scroller
        if scroller is None or scroller.max_scroll_y <= 0:
            return ()
        down, up, *pages = SCROLL
        has_below = scroller.scroll_y < scroller.max_scroll_y
        return [*[down] * has_below, *[up] * (scroller.scroll_y > 0), *pages]

    def action_scroll(self, lines: int) -> None:
        """Move what scrolls by some lines."""
        if self.scroller is not None:
            self.scroller.scroll_relative(y=lines, animate=False, immediate=True)

    def action_page(self, pages: int) -> None:
        """Move what scrolls by whole pages."""
        if self.scroller is not None:
            lines = pages * self.scroller.size.height
            self.scroller.scroll_relative(y=lines, animate=False, immediate=True)

    def tell(self, words: str, is_bad: bool = False) -> None:
        """Say in a corner of the screen what was done, or why it was not."""
        self.app.clear_notifications()
        severity: SeverityLevel = "error" if is_bad else "information"
        self.notify(one_line(words), severity=severity, markup=False)

    def action_help(self) -> None:
        """Show every key of this screen."""
        actions = map(self.keymap.of, (*self.all_actions(), *self.EVERYWHERE))
        self.post_message(HelpWanted(self.TITLE_OF_HELP, (*actions,)))

    def action_palette(self) -> None:
        """Let the learner choose among all that can be done here."""
        now = {action.name for action in self.actions_now()}
        offered = [
            self.keymap.of(each)
            for action in self.all_actions()
            if action.name and (self.is_bound(action) or action.name in now)
            for each in one_by_one(action)
        ]
        self.post_message(PaletteWanted(self, [*filter(self.can_do, offered)]))

    async def on_action_wanted(self, message: ActionWanted) -> None:
        """Do what was chosen by name, or clicked."""
        message.stop()
        action = message.action
        if self.is_bound(action):
            await self.run_bound(action.name, message.time)
        elif self.can_do(action):
            self.app.simulate_key(action.keys.split(",")[0])

    async def run_bound(self, name: str, seconds: float) -> None:
        """Do what a key would, chosen at a moment in `seconds` without the key."""
        await self.run_action(name)

    def is_bound(self, action: Action) -> bool:
        """Tell whether the screen itself does the action when its key is pressed."""
        active = self.active_bindings.values()
        return any(action.name == each.binding.action for each in active)

    def can_do(self, action: Action) -> bool:
        """Tell whether the action is one thing, and not one for each of its keys."""
        if self.is_bound(action):
            return True
        key = action.keys.split(",")[0]
        return bool(key) and (not action.name or not is_text(key) or key == "space")

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
HELP_TYPING = replace(HELP, keys="f1", shown_key="F1", rank=3, setting="typed")
"""Where letters are text, in settings as well."""
QUIT = Action("q", "quit", "q", "quit", "Leave; everything is saved already.", 0)
BACK = Action("escape", "back", "esc", "back", "Go back one level.", 2)
LEAVE = replace(BACK, label="leave", help="Leave, as quitting does.")
