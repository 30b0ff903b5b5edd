"""The end of a session: what it came to, and what may come next."""

from collections.abc import Mapping
from types import MappingProxyType

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from pmflash.collection import Collection
from pmflash.study.offers import offers
from pmflash.study.session import Session
from pmflash.tui.actions import AHEAD, SCROLL, Action, bindings
from pmflash.tui.messages import SittingWanted, TodayWanted
from pmflash.tui.screens.base import HELP, QUIT
from pmflash.tui.screens.ended import EndedScreen
from pmflash.tui.summary_lines import summary_lines
from pmflash.tui.widgets.lines import EndsLine
from pmflash.tui.wording import choice_words

_TODAY = Action("enter,escape", "today", "enter", "today", "Back to today.", 0)
_DRILL = Action(
    "r", "drill", "r", "drill", "Drill what was missed today; no due date changes.", 2
)
_MORE = Action(
    "m", "more", "m", "more new", "Ten more new cards, beyond today's limit.", 2
)
_UNDO = Action("u", "undo", "u", "undo", "Take the last rating back.", 3)
_ACTIONS = (_TODAY, _DRILL, _MORE, AHEAD, _UNDO, *SCROLL, HELP, QUIT)

_NOTHING: Mapping[str, str] = MappingProxyType(
    {
        "drill": "Nothing was missed today",
        "more": "No more new cards today; two of one fact never come on one day",
        "ahead": "Nothing can be studied ahead today",
    }
)


class SummaryScreen(EndedScreen):
    """Figures of the day's session, and the choice of what comes next."""

    ACTIONS = _ACTIONS
    BINDINGS = bindings(_ACTIONS)
    TITLE_OF_HELP = "End of the session: the keys"

    def __init__(self, collection: Collection, session: Session) -> None:
        super().__init__(collection, session)
        self._offered: frozenset[str] = frozenset()

    def parts(self) -> ComposeResult:
        """Yield the title and the figures."""
        yield EndsLine("header")
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="summary")

    def on_mount(self) -> None:
        """Draw the figures."""
        session = self._session
        self._offered = frozenset(self._offers())
        tags = choice_words(session.scope)
        shown = Content.assemble(
            (_title(session), "bold"), f" · {tags}" if tags else ""
        )
        self.query_one(EndsLine).show(shown, Content())
        keys = (
            self.keymap.of(offer).shown_key if offer.name in self._offered else ""
            for offer in (AHEAD, _MORE)
        )
        lines = summary_lines(self._collection, session, self.app.size.width, *keys)
        self.query_one("#summary", Static).update(Content("\n").join(lines))
        self.call_after_refresh(self.show_actions)

    def actions_now(self) -> tuple[Action, ...]:
        """Return the keys that do something now."""
        offers = (each for each in (_DRILL, _MORE, AHEAD) if each.name in self._offered)
        undo = (_UNDO,) if self.can_undo else ()
        return (_TODAY, *offers, *undo, *self.scrolling, HELP, QUIT)

    @property
    def scroller(self) -> VerticalScroll:
        """The figures."""
        return self.query_one("#page", VerticalScroll)

    def action_today(self) -> None:
        """Go to today's screen, drawn anew."""
        self.leave(TodayWanted())

    def action_drill(self) -> None:
        """Ask what was missed today once more."""
        self._go_on_with("drill")

    def action_more(self) -> None:
        """Ask new cards beyond the limit."""
        self._go_on_with("more")

    def action_ahead(self) -> None:
        """Ask cards a day before they are due, or one day earlier than so far."""
        self._go_on_with("ahead")

    def _go_on_with(self, name: str) -> None:
        session = self._offers().get(name)
        if session is not None:
            self.leave(SittingWanted(session))
        else:
            self.tell(_NOTHING[name])

    def _offers(self) -> Mapping[str, Session]:
        """Return what may come next, as things stand now."""
        collection, scope = self._collection, self._session.scope
        return offers(self._session, lambda wish: collection.session(scope, wish))


def _title(session: Session) -> str:
    if session.scope.is_found_empty:
        return "No card matches"
    if session.turn is not None:
        return f"Session so far: {session.counts.left} left"
    if session.wish.is_cram:
        return "Cram done" if session.answers else "Nothing to cram"
    return "Session done" if session.answers else "Nothing is due"
