"""What a sitting does to its cards beside asking them: marks, skips, what is undone."""

from collections.abc import Callable
from functools import partial

from textual.message import Message

from pmflash.collection import ChangedElsewhere, Collection
from pmflash.model.card import Card
from pmflash.model.event import Event, EventKind
from pmflash.model.failure import StorageError
from pmflash.model.rating import Button
from pmflash.study.session import Session
from pmflash.tui.messages import TimeUp
from pmflash.tui.screens.keyed import KeyedScreen
from pmflash.tui.wording import act_words


class SittingScreen(KeyedScreen):
    """A screen that asks the cards of a session, and saves all that is done to them."""

    def __init__(self, collection: Collection, session: Session) -> None:
        super().__init__()
        self._collection = collection
        self._session = session
        self._card: Card | None = None

    def ask(self, news: str = "") -> None:
        """Ask what the session asks now, with `news` before the heading."""

    def take_edits(self) -> str:
        """Take in what was edited elsewhere; return what there is to tell of that."""
        self._session, is_edited = self._collection.edited(self._session)
        return "edited · " if is_edited else ""

    def ask_again(self, act: Event, news: str) -> None:
        """Ask the card of an answer that was taken back, its answer shown."""

    def keep_entered(self, answer: Event) -> None:
        """Remember what was entered, should `answer` be taken back."""

    def show_news(self, news: str) -> None:
        """Tell `news` on the card as it stands."""

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        session = self._session
        return bool(session.fresh_skips) or (
            self._collection.last_act(session) is not None
        )

    def action_undo(self) -> None:
        """Take the last rating, mark or skip back."""
        session = self._session
        if session.fresh_skips:
            self._session = session.unskipping()
            self.ask("back again · ")
            return
        last = self._collection.last_act(session)
        if last is None:
            self.show_news("nothing to undo · ")
            return
        if self._card is None:
            return
        if self.saved(lambda: self._collection.undo(session), self.action_undo):
            if self._session.undone == last:
                self.show_undone(last)
            else:
                self.ask("changed elsewhere · ")

    def show_undone(self, act: Event) -> None:
        """Ask the card again that `act` was about."""
        news = f"undid {act_words(act)} · "
        if act.rating is not None:
            self.ask_again(act, news)
        else:
            self._ask_unless_shown(news)

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        undone = self._session.undone
        if undone is None:
            self.show_news("nothing to redo · ")
            return
        if not self.is_in_step():
            return
        session = self._session
        if session.undone != undone:
            self.show_news("changed elsewhere · ")
        elif self.saved(lambda: self._collection.redo(session), self.action_redo):
            self._ask_unless_shown(f"redid {act_words(undone)} · ")

    def rate(self, button: Button, milliseconds: int, spoken_seconds: int) -> None:
        """Rate the card, and go on unless the time is up."""
        if not self.is_in_step():
            return
        spent = milliseconds, spoken_seconds

        def save() -> Session:
            return self._collection.answer(self._session, button, *spent)

        if not self.saved(save, lambda: self.rate(button, *spent)):
            return
        self.keep_entered(self._session.answers[-1])
        self._session = self._collection.refreshed(self._session)
        if self._session.is_time_up:
            self.stop(TimeUp(self._session))
        else:
            self.ask()

    def stop(self, message: Message) -> None:
        """Ask nothing more, and let `message` say why."""
        self._card = None
        self.post_message(message)

    def action_skip(self) -> None:
        """Put the card behind all others of this sitting."""
        if self._card is None or not self.is_in_step():
            return
        self._session = self._session.skipping(self._card.id)
        turn = self._session.turn
        is_alone = turn is not None and turn.card == self._card.id
        self.ask("the only card left · " if is_alone else "skipped the last card · ")

    def action_mark(self, kind: str) -> None:
        """Suspend, bury or flag the card."""
        card, collection, event = self._card, self._collection, EventKind(kind)
        seen = None if card is None else collection.standing(card.id)
        if card is None or not self.is_in_step():
            return

        def save() -> Session:
            return collection.marked(self._session, event, card.id, seen)

        if self.saved(save, lambda: self.action_mark(kind)):
            if event is EventKind.FLAG:
                self.show_news("")
            else:
                past = "suspended" if event is EventKind.SUSPEND else "buried"
                self.ask(f"{past} the last card · ")

    def action_note(self) -> None:
        """Ask what is wrong with the card, and keep that."""
        from pmflash.tui.screens.note import ask_for_note

        card = self._card
        if card is not None:
            keep = partial(self._note, card.id)
            ask_for_note(self, self._collection, card, keep)

    def action_about(self) -> None:
        """Tell where the card is from, and what was done to it."""
        from pmflash.tui.screens.card_page import card_page

        card, collection = self._card, self._collection
        if card is None:
            return
        try:
            steps = collection.steps(card.id)
        except StorageError as error:
            # It reads reviews that a start passes over.
            self.tell(error.message, is_bad=True)
            return
        standing = collection.standing(card.id)
        self.app.push_screen(card_page(card, standing, steps, self._session.today))

    def action_edit(self) -> None:
        """Open the card's fact in the learner's editor, and ask it as it is then."""
        from pmflash.tui.editing import edit_fact

        if self._card is not None:
            locations = self._collection.locations
            edit_fact(self, locations, self._card.fact, self._ask_edited)

    def is_in_step(self) -> bool:
        """Tell whether what is on the screen is still what has to be asked."""
        return True

    def saved(self, save: Callable[[], Session], retry: Callable[[], None]) -> bool:
        """Tell whether `save` succeeded; otherwise offer to try again."""
        try:
            self._session = save()
        except StorageError as error:
            from pmflash.tui.screens.trouble import TroubleScreen

            self.app.push_screen(TroubleScreen(error, retry))
            return False
        except ChangedElsewhere:
            # What is asked now may be another card, which that shows.
            if self.is_in_step():
                self.show_news("changed elsewhere · ")
            return False
        return True

    def _note(self, card: str, note: str) -> None:
        self._collection.mark(EventKind.NOTE, card, note)
        self._session = self._session.marked()
        self.app.call_later(self.show_news, "")

    def _ask_edited(self) -> None:
        self._collection.reload_content()
        self._session = self._collection.anew(self._session)
        self.ask("edited · ")

    def _ask_unless_shown(self, news: str) -> None:
        turn = self._session.turn
        if turn is not None and self._card is not None and turn.card == self._card.id:
            self.show_news(news)
        else:
            self.ask(news)
