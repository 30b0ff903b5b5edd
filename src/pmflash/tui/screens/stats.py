"""Statistics: what the answers of a period came to, and where the cards stand."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from pmflash.collection import Collection
from pmflash.study.tally import Period
from pmflash.tui.actions import SCROLL, Action, bindings
from pmflash.tui.screens.base import BACK, HELP, QUIT, PmflashScreen
from pmflash.tui.stats.drawn import drawn, page_width
from pmflash.tui.stats.page import page
from pmflash.tui.stats.rows import Paper
from pmflash.tui.widgets.lines import EndsLine
from pmflash.tui.widgets.period_tabs import PeriodTabs
from pmflash.tui.wording import long_day

_FIRST_STEP = "Esc, then Enter on today's screen, asks the first card."
_PERIODS = tuple(Period)

_PICK = Action(
    "1,2,3,4",
    "show",
    "1-4",
    "period",
    "Show 7 days, 30 days, 1 year, or all.",
    0,
    each=("Show 7 days.", "Show 30 days.", "Show 1 year.", "Show all."),
)
_LONGER = Action("right,l", "turn(1)", "→", "longer", "Show the longer period.", 4)
_SHORTER = Action("left,h", "turn(-1)", "←", "shorter", "Show the shorter period.", 5)
_MOVES = (_LONGER, _SHORTER, *SCROLL, BACK, HELP, QUIT)


class StatsScreen(PmflashScreen):
    """Figures and charts of one period, on a page that scrolls."""

    ACTIONS = (_PICK, *_MOVES)
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, f"show('{period}')", _PICK.help, show=False)
            for key, period in zip(_PICK.keys.split(","), _PERIODS, strict=True)
        ),
        *bindings(_MOVES),
    ]
    TITLE_OF_HELP = "Statistics: the keys"

    def __init__(self, collection: Collection) -> None:
        super().__init__()
        self._statistics = collection.statistics()
        self._prompts = {
            card.id: collection.card(card.id).prompt
            for card in self._statistics.hardest
        }
        self._period = Period.MONTH

    def parts(self) -> ComposeResult:
        """Yield the title, the periods and the page."""
        yield EndsLine("header")
        yield PeriodTabs(self._period)
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="figures")

    def on_mount(self) -> None:
        """Draw the title."""
        day = Content(long_day(self._statistics.today))
        self.query_one("#header", EndsLine).show(
            Content.styled("Statistics", "bold"), day
        )

    def on_resize(self, event: Resize) -> None:
        """Draw the page at its new width."""
        self._draw(event.size.width)

    def actions_now(self) -> tuple[Action, ...]:
        """Return the keys that do something now."""
        place = _PERIODS.index(self._period)
        longer = (_LONGER,) if place + 1 < len(_PERIODS) else ()
        shorter = (_SHORTER,) if place else ()
        return (_PICK, *longer, *shorter, *self.scrolling, BACK, HELP, QUIT)

    @property
    def scroller(self) -> VerticalScroll:
        """The page."""
        return self.query_one("#page", VerticalScroll)

    def on_period_tabs_picked(self, message: PeriodTabs.Picked) -> None:
        """Show the period that was clicked."""
        self.action_show(message.period)

    def action_show(self, period: str) -> None:
        """Show the figures of a period, at the same place of the page."""
        self._period = Period(period)
        self.query_one(PeriodTabs).show(self._period)
        self._draw(self.app.size.width)

    def action_turn(self, step: int) -> None:
        """Show the next longer or shorter period, if there is one."""
        place = _PERIODS.index(self._period) + step
        if 0 <= place < len(_PERIODS):
            self.action_show(_PERIODS[place])

    def _draw(self, width: int) -> None:
        paper = Paper(page_width(width), first_step=_FIRST_STEP, prompts=self._prompts)
        rows = page(self._statistics, self._period, paper)
        self.query_one("#figures", Static).update(drawn(rows, paper.width))
        self.call_after_refresh(self.show_actions)
