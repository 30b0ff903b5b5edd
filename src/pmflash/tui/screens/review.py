"""The review: one card at a time, two keys a card."""

from collections.abc import Callable
from time import monotonic

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.timer import Timer

from pmflash.collection import Collection
from pmflash.model.card import Card
from pmflash.model.event import Event
from pmflash.model.failure import StorageError
from pmflash.model.rating import FOUR_BUTTONS, Button, Rating
from pmflash.study.session import Session
from pmflash.tui.actions import SCROLL, Action, bindings
from pmflash.tui.asked import Asked, asked
from pmflash.tui.messages import SessionDone
from pmflash.tui.screens.base import BACK, HELP, QUIT, PmflashScreen
from pmflash.tui.widgets.card_panel import CardPanel
from pmflash.tui.widgets.lines import EndsLine, ProgressLine
from pmflash.tui.widgets.rating_bar import RatingBar

HELD_KEY_SECONDS = 0.3
"""Spaces closer together than this come from a key that is held down."""

LONGEST_FIRST_REPEAT_SECONDS = 1.0
"""By now every keyboard has begun to repeat a key that is held down."""

REPEAT_SECONDS = 0.06
"""A key that is held down repeats faster than this."""

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

_HINT = Action("h", "hint", "h", "hint", "Show the hint, on a card that has one.", 3)


class ReviewScreen(PmflashScreen):
    """Shows what the session asks and hands the ratings on."""

    ACTIONS = (_TURN_CARD, _RATE, _UNDO, _HINT, *SCROLL, BACK, HELP, QUIT)
    BINDINGS = bindings((_UNDO, _HINT, *SCROLL, BACK, HELP, QUIT))
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
        self._waiting_space: Timer | None = None
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
        has_hint = self._card is not None and bool(self._card.hint)
        hint = (_HINT,) if has_hint and not self._revealed else ()
        now = (rate, _SPACE_GOOD) if self._revealed else (_TURN_CARD, *hint)
        return (*now, *undo, *self.scrolling, self.back, HELP, QUIT)

    @property
    def scroller(self) -> CardPanel:
        """The card."""
        return self.query_one(CardPanel)

    def on_key(self, event: Key) -> None:
        """Turn the card or rate it, where the key and the moment are right."""
        if not self.is_in_sight:
            # It may have been typed ahead, for the screen that now lies over this.
            return
        since_space = event.time - self._last_space_at
        if event.key in {"space", "enter"}:
            event.stop()
            self._last_space_at = event.time
            self._take_space(since_space)
            return
        self._settle_space()
        self._last_space_at = float("-inf")
        if event.key in self._buttons and self._revealed:
            event.stop()
            self._rate(self._buttons[event.key])

    def _take_space(self, seconds_since_last: float) -> None:
        """Turn the card or rate it Good, unless the key is held down."""
        if self._waiting_space is not None:
            self._waiting_space.stop()
            self._waiting_space = None
        elif seconds_since_last < HELD_KEY_SECONDS:
            return
        elif not self._revealed:
            self._reveal()
        elif seconds_since_last < LONGEST_FIRST_REPEAT_SECONDS:
            # It may be the first of many: a second one follows at once if so.
            wait = REPEAT_SECONDS
            self._waiting_space = self.set_timer(wait, self._settle_space)
        else:
            self._rate(self._good_button())

    def _settle_space(self) -> None:
        """Rate Good for a space that no other has followed."""
        if self._waiting_space is not None:
            self._waiting_space.stop()
            self._waiting_space = None
            self._rate(self._good_button())

    def on_card_measured(self) -> None:
        """Offer the scrolling keys where they do something."""
        self.show_actions()

    def action_hint(self) -> None:
        """Show the hint of a card that is not turned yet."""
        if self._card is not None and self._card.hint and not self._revealed:
            self.query_one(CardPanel).show_hint(self._card)

    def action_undo(self) -> None:
        """Take the last rating back; its card returns with the answer shown."""
        if not self._session.answers or self._card is None:
            return
        undone = self._session.answers[-1]
        if self._saved(lambda: self._collection.undo(self._session), self.action_undo):
            self._ask_again(undone)

    def _rate(self, button: Button) -> None:
        elapsed = int((monotonic() - self._shown_at) * 1000)
        milliseconds = min(elapsed, LONGEST_ANSWER_MILLISECONDS)

        if not self._is_in_step():
            return

        def save() -> Session:
            return self._collection.answer(self._session, button, milliseconds)

        if self._saved(save, lambda: self._rate(button)):
            self._session = self._collection.refreshed(self._session)
            self._ask()

    def _is_in_step(self) -> bool:
        """Tell whether what is on the screen is still what has to be asked.

        Another window may have rated the card, or a new study day begun.
        """
        shown, session = self._session, self._collection.refreshed(self._session)
        self._session = session
        is_same_day = session.today == shown.today
        if session.turn != shown.turn:
            self._ask("rated elsewhere · " if is_same_day else "a new day · ")
        elif not is_same_day:
            self._reveal()
        return is_same_day and session.turn == shown.turn

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
        front = asked(self._collection, self._session, turn, card)
        self._show_header(front)
        self.query_one(CardPanel).show_prompt(card, news + front.heading, front.tags)
        self.query_one(RatingBar).hide(front.invitation)
        self.show_actions()

    def _reveal(self) -> None:
        if self._card is None:
            return
        self._revealed = True
        self.query_one(CardPanel).show_answer(self._card, self._session.today)
        self.query_one(RatingBar).show(self._collection.outcomes(self._session))
        self.show_actions()

    def _finish(self) -> None:
        self._card, self._revealed = None, False
        self.post_message(SessionDone(self._session))

    def _rating_keys(self) -> Action:
        return _GRADE if len(self._buttons) > len(FOUR_BUTTONS) else _RATE

    def _good_button(self) -> Button:
        return next(
            button for button in self._buttons.values() if button.rating is Rating.GOOD
        )

    def _show_header(self, front: Asked) -> None:
        self.query_one("#header", EndsLine).show(
            Content.styled(front.deck, "bold"),
            Content.assemble(front.waiting, (front.due_words, "bold $accent")),
        )
        self.query_one(ProgressLine).show(front.done, front.total, front.progress_words)
