"""The end of a session: what it came to, and what may come next."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from pmflash.collection import Collection
from pmflash.model.failure import StorageError
from pmflash.model.rating import Rating
from pmflash.model.text import counted, one_line
from pmflash.study.session import Session
from pmflash.study.summary import Summary, summarise
from pmflash.tui.actions import SCROLL, Action, bindings
from pmflash.tui.held_keys import TURN_KEYS
from pmflash.tui.messages import RatingUndone, TodayWanted
from pmflash.tui.screens.base import HELP, QUIT
from pmflash.tui.screens.keyed import KeyedScreen
from pmflash.tui.widgets.lines import EndsLine
from pmflash.tui.wording import choice_words, day_name, span

_LONGEST_BAR = 30
_BAR_STARTS_AT = 18
_MOST_MISSED_SHOWN = 4
_LONGEST_PROMPT = 46

_TODAY = Action("enter,space,escape", "today", "enter", "today", "Back to today.", 0)
_UNDO = Action("u", "undo", "u", "undo the last", "Take the last rating back.", 1)
_ACTIONS = (_TODAY, _UNDO, *SCROLL, HELP, QUIT)


class SummaryScreen(KeyedScreen):
    """Figures of the day's session; nothing is left to ask."""

    ACTIONS = _ACTIONS
    BINDINGS = bindings(_ACTIONS)
    TITLE_OF_HELP = "End of the session: the keys"

    def __init__(self, collection: Collection, session: Session) -> None:
        super().__init__()
        self._collection = collection
        self._session = session

    def parts(self) -> ComposeResult:
        """Yield the title and the figures."""
        yield EndsLine("header")
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="summary")

    def on_mount(self) -> None:
        """Draw the figures."""
        figures = summarise(self._session.answers)
        if figures.answers:
            title = "Session done"
        elif self._session.scope.is_found_empty:
            title = "No card matches"
        else:
            title = "Nothing is due"
        tags = choice_words(self._session.scope)
        shown = Content.assemble((title, "bold"), f" · {tags}" if tags else "")
        self.query_one(EndsLine).show(shown, Content())
        lines = [*self._figures(figures), *self._missed(figures), *self._ahead(figures)]
        self.query_one("#summary", Static).update(Content("\n").join(lines))
        self.call_after_refresh(self.show_actions)

    def actions_now(self) -> tuple[Action, ...]:
        """Return the keys that do something now."""
        undo = (_UNDO,) if self._collection.last_act(self._session) else ()
        return (_TODAY, *undo, *self.scrolling, HELP, QUIT)

    @property
    def scroller(self) -> VerticalScroll:
        """The figures."""
        return self.query_one("#page", VerticalScroll)

    async def obey(self, event: Key) -> bool:
        """Go on, unless the key is still held down since it rated the last card."""
        if event.key in TURN_KEYS:
            self.action_today()
        return event.key in TURN_KEYS

    def action_today(self) -> None:
        """Go to today's screen, drawn anew."""
        self.post_message(TodayWanted())

    def action_undo(self) -> None:
        """Take the last rating or mark back and go on with its card."""
        from pmflash.tui.screens.trouble import TroubleScreen

        undone = self._collection.last_act(self._session)
        if undone is None:
            return
        try:
            session = self._collection.undo(self._session)
        except StorageError as error:
            self.app.push_screen(TroubleScreen(error, self.action_undo))
            return
        self.post_message(RatingUndone(session, undone))

    def _figures(self, figures: Summary) -> list[Content]:
        if not figures.answers:
            return [Content()]
        pace = figures.milliseconds / figures.answers / 1000
        told = (
            f"{counted(figures.cards, 'card')} · {counted(figures.answers, 'answer')}"
            f" · {span(figures.milliseconds)} · {pace:.1f} s an answer"
        )
        most = max(figures.by_rating.values())
        longest = min(_LONGEST_BAR, self.app.size.width - _BAR_STARTS_AT)
        lines = [Content(told), Content()]
        for rating in Rating:
            count = figures.by_rating[rating]
            bar = "█" * round(longest * count / most)
            name = f"  {str(rating).capitalize():<6}{count:>4}  "
            lines.append(Content.assemble(name, (bar, "$accent")))
        if figures.reviews:
            share = round(100 * figures.recalled / figures.reviews)
            recalled = f"{figures.recalled} of {figures.reviews}"
            lines += [Content(), Content(f"Recalled  {share} % ({recalled})")]
        streak = counted(self._collection.streak(), "day")
        return [*lines, Content(f"Streak    {streak}"), Content()]

    def _missed(self, figures: Summary) -> list[Content]:
        if not figures.missed:
            return []
        lines = [Content.styled("To watch", "bold")]
        today = self._session.today
        for card_id in figures.missed[:_MOST_MISSED_SHOWN]:
            card = self._collection.card(card_id, answers_ago=1)
            prompt = Content(one_line(card.prompt))
            prompt = prompt.truncate(_LONGEST_PROMPT, ellipsis=True)
            due_on = self._collection.due_on(card_id)
            back = f"  {day_name(due_on, today)}" if due_on else ""
            lines.append(Content("  ") + prompt + Content.styled(back, "dim"))
        return [*lines, Content()]

    def _ahead(self, figures: Summary) -> list[Content]:
        coming = self._collection.next_due(self._session.scope)
        named = [
            f"{day_name(day, self._session.today)} {counted(count, 'card')}"
            for day, count in coming
        ]
        lines = [Content(f"Next due  {', then '.join(named) or 'nothing yet'}")]
        if figures.answers:
            lines.append(Content(f"Saved     {counted(figures.answers, 'answer')}"))
        return lines
