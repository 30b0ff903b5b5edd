"""Today: what is due in which deck, and one key to begin."""

from time import monotonic

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from pmflash.collection import Collection
from pmflash.model.failure import StorageError
from pmflash.model.text import counted
from pmflash.storage.locations import shown_path
from pmflash.study.overview import DeckRow, Overview
from pmflash.study.scope import Scope
from pmflash.study.session import Session
from pmflash.study.wish import A_DAY_AHEAD
from pmflash.tui.actions import AHEAD, Action, bindings
from pmflash.tui.problem_words import problem_line
from pmflash.tui.screens.base import HELP, QUIT, PmflashScreen
from pmflash.tui.today_lines import left_out, minutes_words, week_lines
from pmflash.tui.widgets.countdown_line import CountdownLine
from pmflash.tui.widgets.deck_table import DeckTable
from pmflash.tui.widgets.lines import EndsLine, ProgressLine
from pmflash.tui.wording import long_day, nothing_due

SETTINGS = Action(
    "comma", "settings", ",", "settings", "See and change all settings.", 6
)
_ACTIONS = (
    Action("enter,space", "review", "enter", "review", "Review the marked deck.", 0),
    Action("down,j", "move(1)", "j", "down", "Mark the deck below.", 4),
    Action("up,k", "move(-1)", "k", "up", "Mark the deck above.", 4),
    Action("s", "stats", "s", "stats", "Show statistics of your reviews.", 3),
    Action("b", "browse", "b", "browse", "Browse and search all cards.", 2),
    Action("p", "plan", "p", "plan", "See how far your interview is, and set it.", 5),
    SETTINGS,
    Action("exclamation_mark", "problems", "!", "problems", "List all problems.", 3),
    AHEAD,
    Action("t", "theme", "t", "theme", "Choose what pmflash looks like.", 9),
    HELP,
    QUIT,
    Action("escape", "back", "esc", "", "Leave, as quitting does."),
)

_FIRST_TODAY = "First review what is left today; then you can study ahead"
_NOTHING_AHEAD = "Nothing is left to study ahead: those cards were all answered today"


class TodayScreen(PmflashScreen):
    """The screen that a day begins with."""

    ACTIONS = _ACTIONS
    BINDINGS = bindings(_ACTIONS)
    TITLE_OF_HELP = "Today: the keys"

    def __init__(self, collection: Collection, overview: Overview | None) -> None:
        super().__init__()
        self._collection = collection
        self._first_overview = overview
        self._goes_ahead: dict[str, bool] = {}
        """Decks by id, as far as it is known whether they can be studied ahead."""

    def parts(self) -> ComposeResult:
        """Yield the totals, the table, problems and the week ahead."""
        yield EndsLine("header")
        yield EndsLine("totals")
        yield ProgressLine("progress")
        yield CountdownLine()
        yield DeckTable()
        yield Static(id="problems")
        yield Static(id="week")

    def on_screen_resume(self) -> None:
        """Draw everything anew, with what other windows and editors have done."""
        overview, self._first_overview = self._first_overview, None
        if overview is None:
            self._collection.reload_content()
            overview = self._collection.overview()
        self._show(overview)

    def actions_now(self) -> tuple[Action, ...]:
        """Return the keys that do something now."""
        table = self.query_one(DeckTable)
        works = {
            "review": table.chosen is not None and table.chosen.counts.left,
            "ahead": self._can_go_ahead(),
            "problems": self._collection.diagnostics or self._collection.notices,
            "move(1)": table.below,
            "move(-1)": table.above,
        }
        return tuple(action for action in _ACTIONS if works.get(action.name, True))

    def on_deck_table_moved(self) -> None:
        """Offer the keys that work at the row that is marked now."""
        self.show_actions()

    def action_move(self, lines: int) -> None:
        """Move the mark."""
        self.query_one(DeckTable).move(lines)

    def action_review(self) -> None:
        """Begin or go on with the marked deck."""
        from pmflash.tui.screens.review import ReviewScreen

        row = self.query_one(DeckTable).chosen
        if row is None:
            return
        collection = self._collection
        session = collection.session(self._scope_of(row))
        if not row.total:
            self.tell(f"{row.title} has no cards yet")
        elif session.turn is None:
            self._show_the_end(session)
        else:
            self.app.push_screen(ReviewScreen(collection, session))

    def action_ahead(self) -> None:
        """Review cards of the marked deck a day before they are due."""
        from pmflash.tui.screens.review import ReviewScreen

        row = self.query_one(DeckTable).chosen
        if row is None:
            return
        if not self._can_go_ahead():
            self.tell(_FIRST_TODAY if row.counts.left else _NOTHING_AHEAD)
            return
        session = self._collection.session(self._scope_of(row), A_DAY_AHEAD)
        self.app.clear_notifications()
        self.app.push_screen(ReviewScreen(self._collection, session))

    def action_stats(self) -> None:
        """Show what all answers came to, and where the cards stand."""
        from pmflash.tui.screens.stats import StatsScreen

        try:
            screen = StatsScreen(self._collection)
        except StorageError as error:
            # It reads reviews that a start passes over.
            self.tell(error.message, is_bad=True)
        else:
            self.app.push_screen(screen)

    def action_browse(self) -> None:
        """Show every card, and what each is about."""
        from pmflash.tui.screens.browse import BrowseScreen

        self.app.push_screen(BrowseScreen(self._collection))

    def action_theme(self) -> None:
        """Choose a theme."""
        from pmflash.tui.screens.themes import ThemesScreen

        locations = self._collection.locations
        self.app.push_screen(ThemesScreen(locations, self.app.theme))

    def action_problems(self) -> None:
        """Show what is wrong with decks, seeds and reviews."""
        from pmflash.tui.screens.problems import ProblemsScreen

        collection = self._collection
        if collection.diagnostics or collection.notices:
            self.app.push_screen(ProblemsScreen(collection))
        else:
            self.tell("There are no problems")

    def action_settings(self) -> None:
        """Show every choice, and let it be changed."""
        from pmflash.tui.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen(self._collection))

    def action_plan(self) -> None:
        """Show how far the interview is, and set its day."""
        from pmflash.tui.screens.plan import PlanScreen

        self.app.push_screen(PlanScreen(self._collection))

    def _show_the_end(self, session: Session) -> None:
        """Show what the day came to in a deck that is done, and what may come next."""
        from pmflash.tui.screens.summary import SummaryScreen

        summary = SummaryScreen(self._collection, session)
        # The key that leads there leads back, and may be held down.
        summary.held_keys.grip("enter", monotonic())
        summary.held_keys.spend()
        self.app.push_screen(summary)

    def _scope_of(self, row: DeckRow) -> Scope:
        if row.id:
            return Scope(frozenset({row.id}))
        return self._collection.scope(())

    def _can_go_ahead(self) -> bool:
        """Tell whether the marked deck is done, and can be studied ahead."""
        row = self.query_one(DeckTable).chosen
        if row is None or row.counts.left:
            return False
        # Worked out once a deck: the mark moves at once in a large collection, too.
        if row.id not in self._goes_ahead:
            session = self._collection.session(self._scope_of(row), A_DAY_AHEAD)
            self._goes_ahead[row.id] = session.turn is not None
        return self._goes_ahead[row.id]

    def _show(self, overview: Overview) -> None:
        day = long_day(overview.today)
        streak = f" · streak {counted(overview.streak, 'day')}"
        self.query_one("#header", EndsLine).show(
            Content.styled("pmflash", "bold"),
            Content(day + streak if overview.streak else day),
        )
        row = overview.all_decks
        self.query_one(DeckTable).show((row, *overview.rows), overview.today)
        self._goes_ahead = {}
        self.query_one("#totals", EndsLine).show(
            self._totals(overview), Content(minutes_words(row.counts))
        )
        done, total = row.done, row.done + row.counts.left
        self.query_one(ProgressLine).show(done, total, f"{done} of {total} done")
        self.query_one(CountdownLine).show(overview.countdown)
        self.query_one("#problems", Static).update(self._trouble())
        self.query_one("#week", Static).update(week_lines(overview))
        self.show_actions()

    def _totals(self, overview: Overview) -> Content:
        row = overview.all_decks
        counts, outlook = row.counts, row.outlook
        if not counts.left:
            key = self.keymap.of(AHEAD).shown_key if self._can_go_ahead() else ""
            today, next_on = overview.today, outlook.next_on
            told = nothing_due(next_on, outlook.next_count, today, key)
            return Content.styled(told, "bold")
        return Content.assemble(
            ("Today  ", "bold"),
            f"{counts.left} left: ",
            (f"{counts.due} due", "bold $accent"),
            f" · {counts.new} new · {counts.drill} drill",
        )

    def _trouble(self) -> Content:
        collection = self._collection
        count = len(collection.diagnostics) + len(collection.notices)
        if count:
            first = (*collection.notices, *map(problem_line, collection.diagnostics))[0]
            return Content.assemble(
                ("! ", "bold $warning"), f"{counted(count, 'problem')}: {first}"
            )
        if not collection.locations.home.exists():
            place = shown_path(collection.locations.home)
            return Content(f"Welcome. Your progress will be kept in {place}")
        key = self.keymap.of(SETTINGS).shown_key
        return Content(left_out(collection, key))
