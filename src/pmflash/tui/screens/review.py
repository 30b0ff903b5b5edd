"""The review: one card at a time, two keys a card."""

from dataclasses import replace
from time import monotonic

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key, Paste
from textual.timer import Timer

from pmflash.answering.base import OPEN
from pmflash.answering.rehearse import spoken_seconds
from pmflash.collection import Collection
from pmflash.model.event import Event
from pmflash.model.rating import FOUR_BUTTONS, Button, Rating, button_for
from pmflash.study.session import Session
from pmflash.tui.actions import Action, bindings
from pmflash.tui.asked import Asked, asked, heading, judged
from pmflash.tui.held_keys import HELD_KEY_SECONDS, TURN_KEYS, Grip
from pmflash.tui.inputs.base import Input
from pmflash.tui.keymap import KeymapApp, is_text
from pmflash.tui.messages import SessionDone
from pmflash.tui.review_actions import (
    ALL,
    COMMANDS,
    GRADE,
    HELP,
    HINT,
    MARKS,
    RATE,
    RATE_SUGGESTED,
    REDO,
    REPEATABLE,
    SHOW_ANSWER,
    UNDO,
    beside,
    command,
    told_while_typing,
    typing_keys,
    while_typing,
)
from pmflash.tui.screens.base import QUIT
from pmflash.tui.screens.sitting import SittingScreen
from pmflash.tui.verdicts import verdict_words
from pmflash.tui.widgets.card_panel import CardPanel, back_of
from pmflash.tui.widgets.input_view import InputView
from pmflash.tui.widgets.lines import EndsLine, ProgressLine
from pmflash.tui.widgets.rating_bar import RatingBar

_SECONDS_BETWEEN_LOOKS = 0.5


class ReviewScreen(SittingScreen):
    """Shows what the session asks and hands the ratings on."""

    ACTIONS = ALL
    BINDINGS = bindings(COMMANDS)
    TITLE_OF_HELP = "Review: the keys"

    def __init__(
        self, collection: Collection, session: Session, undone: Event | None = None
    ) -> None:
        super().__init__(collection, session)
        self._undone = undone
        self._input = Input()
        self._verdict = OPEN
        self._rest = ""
        self._shown_at = 0.0
        self._picked_at = float("-inf")
        self._looks: Timer | None = None
        self._buttons: dict[str, Button] = {}

    def parts(self) -> ComposeResult:
        """Yield header, progress, card and buttons."""
        yield EndsLine("header")
        yield ProgressLine("progress")
        yield CardPanel()
        yield RatingBar()

    def on_mount(self) -> None:
        """Ask the first card."""
        if self._undone is None:
            self.ask()
        else:
            self.show_undone(self._undone)

    def all_actions(self) -> tuple[Action, ...]:
        """Return every key, with those that rate as the settings have them."""
        rate = self._rating_keys()
        answering = (*self._input.actions, SHOW_ANSWER, rate)
        if self._input.is_typing and not self._input.is_turned:
            return (*answering, *told_while_typing(COMMANDS, self.keymap))
        return (*answering, *COMMANDS, typing_keys(self.keymap))

    def actions_now(self) -> tuple[Action, ...]:
        """Return the keys that do something now."""
        undo = (UNDO,) if self.can_undo else ()
        redo = (REDO,) if self._session.undone else ()
        common = (*undo, *redo, *MARKS, *self.scrolling, self.back, HELP, QUIT)
        entering = self._input.actions if self._input.is_open else ()
        taken = self._input.taken if self._input.is_open else frozenset()
        common = beside(common, taken, self.keymap)
        if self._input.is_turned:
            suggested = replace(RATE_SUGGESTED, label=self._suggested_words())
            return (*entering, self._rating_keys(), suggested, *common)
        turn = () if self._input.reply and self._input.is_typing else (SHOW_ANSWER,)
        hint = (HINT,) if self._card is not None and self._card.hint else ()
        now = (*turn, *beside(hint, taken, self.keymap), *common)
        now = while_typing(now, self.keymap) if self._input.is_typing else now
        return (*entering, *now)

    @property
    def scroller(self) -> CardPanel:
        """The card."""
        return self.query_one(CardPanel)

    def is_harmless(self, key: str, grip: Grip) -> bool:
        """Let undoing and scrolling go on, and a pause between two spaces pass."""
        is_front = not self._input.is_turned
        if key in TURN_KEYS:
            return is_front and grip is Grip.UNSURE
        action = command(key, self.keymap)
        types = is_front and self._input.is_typing and is_text(key)
        return action is not None and action.name in REPEATABLE and not types

    async def obey(self, event: Key) -> bool:
        """Enter, turn, rate, or do whatever else the key is for."""
        key = event.key
        if self._card is None:
            return False
        if self._input.is_open and self._input.take(key, event.character):
            self._show_entered(event.time)
            return True
        if self._input.is_turned and key in self._buttons:
            if event.time - self._picked_at >= HELD_KEY_SECONDS:
                self._rate(self._buttons[key])
            return True
        if key in TURN_KEYS:
            self._turn()
            return True
        action = command(key, self.keymap)
        if action is not None:
            await self.run_action(action.name)
        return action is not None

    def on_paste(self, event: Paste) -> None:
        """Type what is pasted where there is a place for it; it never rates."""
        is_front = not self._input.is_turned and self._card is not None
        if self.is_in_sight and is_front and self._input.paste(event.text):
            event.stop()
            self._show_entered(event.time)

    def on_card_measured(self) -> None:
        """Offer the scrolling keys where they do something."""
        self.show_actions()

    def on_card_clicked(self) -> None:
        """Turn the card; a second click does nothing more."""
        if self.is_in_sight and not self._input.is_turned:
            self._turn_card()

    def action_hint(self) -> None:
        """Show the hint of a card that is not turned yet."""
        if self._card is not None and self._card.hint and not self._input.is_turned:
            self.query_one(CardPanel).show_hint(self._card)

    def ask(self, news: str = "") -> None:
        """Ask what the session asks now; show the summary when that is nothing."""
        self.held_keys.spend()
        news += self.take_edits()
        turn = self._session.turn
        if turn is None:
            self.stop(SessionDone(self._session))
            return
        self._card = card = self._collection.card(turn.card)
        self._buttons = {each.key: each for each in self._collection.buttons}
        self._shown_at = monotonic()
        front = asked(self._collection, self._session, turn, card)
        self._input, self._verdict = front.input, OPEN
        self._show_header(front)
        panel = self.query_one(CardPanel)
        panel.show_prompt(card, front.input, news + front.heading, front.tags)
        self.query_one(RatingBar).hide(front.invitation)
        self._look_again()
        self.show_actions()

    def ask_again(self, act: Event, news: str) -> None:
        """Ask the card whose rating was taken back, as it was when it was rated."""
        self.ask(news)
        if self._card is not None and isinstance(self.app, KeymapApp):
            self._input = self.app.entered.of(act.id, self._card, self._input)
            self.query_one(InputView).show(self._input)
        self._turn_card()

    def keep_entered(self, answer: Event) -> None:
        """Remember what was entered, should `answer` be taken back."""
        if self._card is not None and isinstance(self.app, KeymapApp):
            self.app.entered.keep(answer.id, self._card, self._input)

    def show_news(self, news: str) -> None:
        """Tell `news` before the heading of the card as it stands."""
        turn = self._session.turn
        if turn is not None and self._card is not None:
            told = heading(self._collection, self._session, turn, self._card)
            self.query_one(CardPanel).border_title = Content(news + told)
        self.show_actions()

    def is_in_step(self) -> bool:
        """Tell whether what is on the screen is still what has to be asked.

        Another window may have rated the card, or a new study day begun.
        """
        shown, session = self._session, self._collection.refreshed(self._session)
        self._session = session
        is_same_day = session.today == shown.today
        if session.turn != shown.turn:
            self.ask("rated elsewhere · " if is_same_day else "a new day · ")
        elif not is_same_day and self._input.is_turned:
            self._show_back()
        return is_same_day and session.turn == shown.turn

    def _turn(self) -> None:
        """Turn the card, or rate it as suggested."""
        if self._input.is_turned:
            self._rate(self._suggested_button())
        else:
            self._turn_card()

    def _rate(self, button: Button) -> None:
        card, reply = self._card, self._input.reply
        if card is not None:
            milliseconds = int((monotonic() - self._shown_at) * 1000)
            self.rate(button, milliseconds, spoken_seconds(card, reply))

    def _turn_card(self) -> None:
        if self._card is None:
            return
        self.held_keys.spend()
        self._rest = self._input.turn(self._card.answer)
        self._show_back()

    def _show_back(self) -> None:
        """Show the answer, and what the reply so far is worth."""
        if self._card is None:
            return
        reply = self._input.reply
        self._verdict = judged(self._collection, self._card, reply)
        words = verdict_words(self._verdict, reply, self._input.missed_words)
        back = back_of(self._card, self._session.today, self._rest, words)
        self.query_one(CardPanel).show_answer(back)
        suggested = self._suggested_button().key if self._verdict.suggested else ""
        outcomes = self._collection.outcomes(self._session)
        self.query_one(RatingBar).show(outcomes, suggested)
        self._look_again()
        self.show_actions()

    def _show_entered(self, seconds: float) -> None:
        if self._input.is_turned:
            self._show_back()
        elif self._input.is_done:
            self._picked_at = seconds
            self._turn_card()
        self.query_one(CardPanel).show_entered()
        self._look_again()
        self.show_actions()

    def _look_again(self) -> None:
        """Draw an input anew twice a second while it has a clock that runs."""
        if self._looks is not None:
            self._looks.stop()
            self._looks = None
        if self._input.is_running:
            draw = self.query_one(InputView).update
            self._looks = self.set_interval(_SECONDS_BETWEEN_LOOKS, draw)

    def _rating_keys(self) -> Action:
        return GRADE if len(self._buttons) > len(FOUR_BUTTONS) else RATE

    def _suggested_button(self) -> Button:
        suggested = self._verdict.suggested or Rating.GOOD
        return button_for(suggested, self._collection.buttons)

    def _suggested_words(self) -> str:
        return str(self._suggested_button().rating).capitalize()

    def _show_header(self, front: Asked) -> None:
        self.query_one("#header", EndsLine).show(
            Content.styled(front.deck, "bold"),
            Content.assemble(front.waiting, (front.due_words, "bold $accent")),
        )
        self.query_one(ProgressLine).show(front.done, front.total, front.progress_words)
