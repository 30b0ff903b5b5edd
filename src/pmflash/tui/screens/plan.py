"""Plan: the interview to come, how far it is, and the pace that meets every card."""

from datetime import date

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from pmflash.choices import choose
from pmflash.collection import Collection
from pmflash.model.text import one_line
from pmflash.tui.actions import SCROLL, Action, bindings
from pmflash.tui.entries import entry
from pmflash.tui.plan_page import plan_page
from pmflash.tui.saving import is_saved
from pmflash.tui.screens.base import BACK, HELP, QUIT
from pmflash.tui.screens.entry import EntryScreen
from pmflash.tui.screens.keyed import KeyedScreen
from pmflash.tui.screens.question import QuestionScreen
from pmflash.tui.setting_rows import ROW_BY_NAME
from pmflash.tui.stats.drawn import drawn, page_width
from pmflash.tui.stats.rows import Paper
from pmflash.tui.widgets.lines import EndsLine
from pmflash.tui.wording import long_day

_DAY = Action("d", "day", "d", "day", "Set the day of the interview.", 0)
_NAME = Action("n", "name_it", "n", "name", "Set its name.", 1, setting="name")
_REMOVE = Action("x", "remove", "x", "remove", "Remove day and name, after asking.", 3)
_SETTINGS = Action(
    "comma", "settings", ",", "settings", "See and change all settings.", 4
)
_ACTIONS = (_DAY, _NAME, _REMOVE, _SETTINGS, *SCROLL, BACK, HELP, QUIT)
_REMOVED = "Its day and name leave settings.yaml; cards and answers stay as they are."
_INVITATION = (
    "sets the day of your interview. From then on you see here and on today's screen "
    "how far it is, and how many new cards a day it takes to meet every card before."
)


class PlanScreen(KeyedScreen):
    """The interview of the settings, counted down."""

    ACTIONS = _ACTIONS
    BINDINGS = bindings(_ACTIONS)
    ONCE = (_DAY, _NAME, _REMOVE)
    TITLE_OF_HELP = "Plan: the keys"

    def __init__(self, collection: Collection) -> None:
        super().__init__()
        self._collection = collection
        self._overview = collection.overview()

    def parts(self) -> ComposeResult:
        """Yield the title and the page."""
        yield EndsLine("header")
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="plan")

    def on_screen_resume(self) -> None:
        """Draw what the settings and the cards have become."""
        self._collection.reload_content()
        self._overview = self._collection.overview()
        self._draw(self.app.size.width)

    def on_resize(self, event: Resize) -> None:
        """Draw the page at its new width."""
        self._draw(event.size.width)

    def actions_now(self) -> tuple[Action, ...]:
        """Return the keys that do something now."""
        remove = (_REMOVE,) if self._has_interview else ()
        first = (_DAY, _NAME, *remove, _SETTINGS)
        return (*first, *self.scrolling, BACK, HELP, QUIT)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let only what is there be removed."""
        can_do = action != _REMOVE.name or self._has_interview
        return can_do and super().check_action(action, parameters)

    @property
    def scroller(self) -> VerticalScroll:
        """The page."""
        return self.query_one("#page", VerticalScroll)

    def action_day(self) -> None:
        """Let the day be typed."""
        self._type("interview_on")

    def action_name_it(self) -> None:
        """Let the name be typed."""
        self._type("interview")

    def action_remove(self) -> None:
        """Ask whether the interview is to be forgotten."""
        name = self._collection.settings.interview or "the interview"
        question = f"Remove {name}?"
        asking = QuestionScreen(question, _REMOVED, self._remove, self.held_keys)
        self.app.push_screen(asking)

    def action_settings(self) -> None:
        """Show every choice."""
        from pmflash.tui.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen(self._collection))

    @property
    def _has_interview(self) -> bool:
        settings = self._collection.settings
        return bool(settings.interview_on or settings.interview)

    def _type(self, name: str) -> None:
        collection = self._collection
        asked = entry(
            ROW_BY_NAME[name],
            collection.settings,
            collection.locations,
            collection.today(),
        )
        self.app.push_screen(EntryScreen(asked, self.held_keys))

    def _remove(self) -> None:
        nothing = {"interview_on": "", "interview": ""}
        is_saved(self, lambda: choose(self._collection.locations, nothing))
        self.on_screen_resume()

    def _draw(self, width: int) -> None:
        # A key that was typed ahead may have closed the screen meanwhile.
        if not self.query("#plan"):
            return
        title, today = Content.styled("Plan", "bold"), long_day(self._overview.today)
        self.query_one(EndsLine).show(title, Content(today))
        paper = Paper(page_width(width))
        rows = plan_page(self._overview, self._collection.settings, paper)
        told = drawn(rows, paper.width) or self._invitation()
        self.query_one("#plan", Static).update(told)
        self.call_after_refresh(self.show_actions)

    def _invitation(self) -> Content:
        """Return what stands there without an interview to come."""
        settings = self._collection.settings
        name = one_line(settings.interview)
        if settings.interview_on:
            on = long_day(date.fromisoformat(settings.interview_on))
            first = f"{name or 'The interview'} was on {on}."
        elif name:
            first = f"No day is set for {name}."
        else:
            first = "No interview is set."
        key = self.keymap.of(_DAY).shown_key
        return Content.assemble(
            f"{first}\n\n", (key, "bold $accent"), f" {_INVITATION}"
        )
