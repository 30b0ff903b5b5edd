"""The review: one card at a time, two keys a card."""

from collections.abc import Callable
from time import monotonic

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key

from pmflash.collection import Collection
from pmflash.model.card import Card
from pmflash.model.event import Event, EventKind
from pmflash.model.failure import StorageError
from pmflash.model.rating import FOUR_BUTTONS, Button, Rating
from pmflash.model.text import one_line
from pmflash.study.session import Session, Turn
from pmflash.tui.actions import Action, bindings
from pmflash.tui.messages import SessionDone
from pmflash.tui.screens.base import BACK, HELP, QUIT, PmflashScreen
from pmflash.tui.widgets.card_panel import CardPanel
from pmflash.tui.widgets.lines import EndsLine, ProgressLine
from pmflash.tui.widgets.rating_bar import RatingBar
from pmflash.tui.wording import clock, ordinal

HELD_KEY_SECONDS = 0.3
"""Keys closer together than this come from a key that is held down."""

LONGEST_ANSWER_MILLISECONDS = 10 * 60 * 1000
"""A card left open for longer counts as this long: nobody thought that long."""

_TURN_CARD = Action(
    "space,enter", "turn", "space", "answer", "Show the answer; then: rate Good.", 0
)
_SPACE_GOOD = Action("space,enter", "turn", "space", "Good", "", 2)
_RATE = Action("1,2,3,4", "rate", "1-4", "rate", "Rate how well you knew it.", 0)
_GRADE = Action("0,1,2,3,4,5", "rate", "0-5", "grade", "Grade how well you knew it.", 0)
_UNDO = Action(
    "u", "undo", "u", "undo", "Take the last rating back, also earlier ones."
)
_SCROLL = (
    Action("down,j", "scroll(1)", "j", "down", "Scroll a long card down.", 4),
    Action("up,k", "scroll(-1)", "k", "up", "Scroll a long card up.", 5),
    Action("pagedown", "page(1)", "PgDn", "", "Scroll a page down."),
    Action("pageup", "page(-1)", "PgUp", "", "Scroll a page up."),
)


class ReviewScreen(PmflashScreen):
    """Shows what the session asks and hands the ratings on."""

    ACTIONS = (_TURN_CARD, _RATE, _UNDO, *_SCROLL, BACK, HELP, QUIT)
    BINDINGS = bindings((_UNDO, *_SCROLL, BACK, HELP, QUIT))
    TITLE_OF_HELP = "Review: the keys"

    def __init__(
        self, collection: Collection, session: Session, undone: Event | None = None
    ) -> None:
        super().__init__()
        self._collection = collection
        self._session = session
        self._undone = undone
        self._card: Card | None = None
        self._revealed = False
        self._shown_at = 0.0
        self._last_space_at = float("-inf")
        self._buttons = {button.key: button for button in collection.buttons}

    def parts(self) -> ComposeResult:
        """Yield header, progress, card and buttons."""
        yield EndsLine("header")
        yield ProgressLine("progress")
        yield CardPanel()
        yield RatingBar()

    def on_mount(self) -> None:
        """Ask the first card."""
        if self._undone is None:
            self._ask()
        else:
            self._ask_again(self._undone)

    def all_actions(self) -> tuple[Action, ...]:
        """Return every key, with those that rate as the settings have them."""
        rate = self._rating_keys()
        return tuple(rate if action is _RATE else action for action in self.ACTIONS)

    def actions_now(self) -> tuple[Action, ...]:
        """Return the keys that do something now."""
        rate = self._rating_keys()
        undo = (_UNDO,) if self._session.answers else ()
        now = (rate, _SPACE_GOOD) if self._revealed else (_TURN_CARD,)
        scroll = _SCROLL if self.query_one(CardPanel).is_cut else ()
        return (*now, *undo, *scroll, BACK, HELP, QUIT)

    def on_key(self, event: Key) -> None:
        """Turn the card or rate it, where the key and the moment are right."""
        if not self.is_in_sight:
            # It may have been typed ahead, for the screen that now lies over this.
            return
        if event.key in {"space", "enter"}:
            event.stop()
            is_held = event.time - self._last_space_at < HELD_KEY_SECONDS
            self._last_space_at = event.time
            if not is_held:
                self._turn()
            return
        self._last_space_at = float("-inf")
        if event.key in self._buttons and self._revealed:
            event.stop()
            self._rate(self._buttons[event.key])

    def action_undo(self) -> None:
        """Take the last rating back; its card returns with the answer shown."""
        if not self._session.answers or self._card is None:
            return
        undone = self._session.answers[-1]
        if self._saved(lambda: self._collection.undo(self._session), self.action_undo):
            self._ask_again(undone)

    def action_scroll(self, lines: int) -> None:
        """Move a long card by some lines."""
        panel = self.query_one(CardPanel)
        panel.scroll_relative(y=lines, animate=False, immediate=True)

    def action_page(self, pages: int) -> None:
        """Move a long card by whole pages."""
        panel = self.query_one(CardPanel)
        lines = pages * panel.size.height
        panel.scroll_relative(y=lines, animate=False, immediate=True)

    def _turn(self) -> None:
        if self._revealed:
            self._rate(self._good_button())
        else:
            self._reveal()

    def _rate(self, button: Button) -> None:
        elapsed = int((monotonic() - self._shown_at) * 1000)
        milliseconds = min(elapsed, LONGEST_ANSWER_MILLISECONDS)

        def save() -> Session:
            return self._collection.answer(self._session, button, milliseconds)

        if self._saved(save, lambda: self._rate(button)):
            self._session = self._collection.refreshed(self._session)
            self._ask()

    def _saved(self, save: Callable[[], Session], retry: Callable[[], None]) -> bool:
        """Tell whether `save` succeeded; otherwise offer to try again."""
        try:
            self._session = save()
        except StorageError as error:
            from pmflash.tui.screens.trouble import TroubleScreen

            self.app.push_screen(TroubleScreen(error, retry))
            return False
        return True

    def _ask_again(self, undone: Event) -> None:
        """Ask the card whose rating was taken back, its answer shown."""
        self._ask(f"undid {str(undone.rating).capitalize()} · ")
        self._reveal()

    def _ask(self, news: str = "") -> None:
        turn = self._session.turn
        if turn is None:
            self._finish()
            return
        self._card = card = self._collection.card(turn.card)
        self._revealed = False
        self._shown_at = monotonic()
        self._show_header(card)
        self.query_one(CardPanel).show_prompt(
            card,
            news + self._heading(turn),
            " ".join(one_line(tag) for tag in card.tags),
        )
        self.query_one(RatingBar).hide("  Think of the answer, then press space.")
        self.call_after_refresh(self.show_actions)

    def _reveal(self) -> None:
        if self._card is None:
            return
        self._revealed = True
        self.query_one(CardPanel).show_answer(self._card)
        self.query_one(RatingBar).show(self._collection.outcomes(self._session))
        self.call_after_refresh(self.show_actions)

    def _finish(self) -> None:
        self._card, self._revealed = None, False
        self.post_message(SessionDone(self._session))

    def _rating_keys(self) -> Action:
        return _GRADE if len(self._buttons) > len(FOUR_BUTTONS) else _RATE

    def _good_button(self) -> Button:
        return next(
            button for button in self._buttons.values() if button.rating is Rating.GOOD
        )

    def _heading(self, turn: Turn) -> str:
        if turn.is_new:
            return "new card"
        if turn.kind is EventKind.DRILL:
            return "drill: until it is known today"
        times = ordinal(self._collection.review_count(turn.card) + 1)
        return f"review · {times} time"

    def _show_header(self, card: Card) -> None:
        counts = self._session.counts
        titles = {deck.id: deck.title for deck in self._collection.decks}
        deck = titles.get(card.decks[0], "") if card.decks else ""
        self.query_one("#header", EndsLine).show(
            Content.styled(one_line(deck), "bold"),
            Content.assemble(
                f"new {counts.new}  drill {counts.drill}  ",
                (f"due {counts.due}", "bold $accent"),
            ),
        )
        done, total = self._session.done, self._session.total
        spent = clock(sum(answer.milliseconds for answer in self._session.answers))
        self.query_one(ProgressLine).show(done, total, f"{done}/{total} · {spent}")
