"""`review --plain`: a sitting in lines, for pipes, dumb terminals, screen readers."""

import os
from time import monotonic

from pmflash.answering.base import Verdict
from pmflash.answering.rehearse import spoken_seconds
from pmflash.cli import report
from pmflash.cli.choice import Choice
from pmflash.cli.daily_copy import DailyCopy
from pmflash.cli.plain_lines import Lines, NoMoreLines, SignalledToLeave
from pmflash.cli.plain_question import Question
from pmflash.cli.plain_questions import question_for
from pmflash.cli.plain_words import (
    HELP,
    NOTE,
    back,
    command,
    end_lines,
    heading,
    help_lines,
    how_to_go_on,
    last_words,
    offer_called,
    rating_line,
    verdict_line,
)
from pmflash.clock import find_clock
from pmflash.collection import ChangedElsewhere, Collection
from pmflash.model.card import Card
from pmflash.model.event import EventKind
from pmflash.model.failure import ExitCode, StorageError
from pmflash.model.rating import Button, Rating, button_for
from pmflash.model.text import one_line
from pmflash.storage.locations import Locations
from pmflash.study.offers import offers
from pmflash.study.session import Session, Turn
from pmflash.tui.asked import judged, mode
from pmflash.tui.inputs.shared.field import LONGEST_TEXT
from pmflash.tui.wording import MORE_MINUTES, act_words, time_up_words


def review_plainly(locations: Locations, choice: Choice) -> ExitCode:
    """Review in lines what is chosen.

    Raises `UsageError` for what does not exist, `StorageError` for an unusable home.
    """
    collection = Collection(locations, find_clock(os.environ))
    collection.check_writable()
    report.talk_each(collection.notices)
    if collection.diagnostics:
        report.wrong_content()
    copy = DailyCopy(locations, collection.today)
    lines = Lines(when_used=copy.begin)
    session = choice.session(collection)
    sitting = PlainSitting(collection, session, lines)
    try:
        with lines.heeding_signals():
            sitting.run()
    except SignalledToLeave as signalled:
        return signalled.code
    except BrokenPipeError:
        # Whoever read our lines has seen enough.
        report.drop_output()
    finally:
        has_failed = sitting.has_unsaved
        report.talk(last_words(collection, session, has_failed))
        collection.keep_snapshot(at_least=1)
        copy.end()
    return ExitCode.STORAGE if has_failed else ExitCode.FINE


class AskedAnew(Exception):
    """The session has moved on, or stayed: what it asks is asked from the front."""


class PlainSitting:
    """Asks what a session asks, and saves the ratings one by one."""

    def __init__(self, collection: Collection, session: Session, lines: Lines) -> None:
        self.has_unsaved = False
        """Whether the last rating could not be saved."""
        self._collection = collection
        self._session = session
        self._lines = lines
        self._is_turned = False
        """Whether the next card comes with its answer: its rating was taken back."""

    def run(self) -> None:
        """Ask until nothing is left, or nothing more is said."""
        try:
            while self._asks():
                pass
        except NoMoreLines:
            return

    def _asks(self) -> bool:
        """Ask one card, or at the end whether to leave; tell whether to go on."""
        self._session, is_edited = self._collection.edited(self._session)
        turn = self._session.turn
        if is_edited:
            self._lines.say("Edited meanwhile.")
        try:
            if turn is None:
                if self._leaves():
                    return False
            elif self._session.is_time_up and not self._goes_on():
                return False
            else:
                self._ask(turn)
        except AskedAnew:
            pass
        self._lines.say("")
        return True

    def _ask(self, turn: Turn) -> None:
        collection, session, say = self._collection, self._session, self._lines.say
        card, began = collection.card(turn.card), monotonic()
        ask = mode(collection, card).ask(card, session.today)
        question = question_for(ask, card.prompt)
        say(heading(collection, session, turn, card), card.prompt)
        if not self._is_turned:
            self._ask_front(card, question)
        self._is_turned = False
        answer = question.turn(card.answer)
        verdict = judged(collection, card, question.reply)
        told = verdict_line(verdict, question.reply, question.missed_words)
        say(*back(card, answer, told, session.today))
        self._rate(card, question, verdict, began)

    def _ask_front(self, card: Card, question: Question) -> None:
        """Read until there is a reply, or an empty line."""
        self._lines.say(*question.lines)
        while not question.is_done:
            self._lines.say(f"{question.how} ? is help.")
            line = self._lines.read()
            if not line:
                return
            is_command = line.startswith(":") or line == HELP
            if is_command or not question.take(line):
                self._obey(line, card, question.how, question.is_typed)

    def _rate(
        self, card: Card, question: Question, verdict: Verdict, began: float
    ) -> None:
        """Read until there is a rating, and save it."""
        while True:
            suggested = self._suggested(verdict)
            outcomes = self._collection.outcomes(self._session)
            how = rating_line(outcomes, suggested)
            self._lines.say(*filter(None, (question.how_to_tick, how)))
            line = self._lines.read()
            by_key = {button.key: button for button in self._collection.buttons}
            button = by_key.get(line) if line else suggested
            if button is not None:
                self._save(button, began, spoken_seconds(card, question.reply))
                return
            if question.tick(line):
                verdict = judged(self._collection, card, question.reply)
                missed_words = question.missed_words
                self._lines.say(verdict_line(verdict, question.reply, missed_words))
            else:
                self._obey(line, card, how)

    def _save(self, button: Button, began: float, spoken: int) -> None:
        milliseconds = int((monotonic() - began) * 1000)
        self._check_step()
        collection = self._collection
        try:
            with self._lines.saving():
                after = collection.answer(self._session, button, milliseconds, spoken)
        except StorageError as error:
            self.has_unsaved = True
            report.failure(error)
            raise AskedAnew from error
        except ChangedElsewhere:
            # What is asked now is another card, which this tells.
            self._check_step()
            return
        self.has_unsaved = False
        self._session = collection.refreshed(after)

    def _check_step(self) -> None:
        """Raise `AskedAnew` when another window or a new day has changed the turn."""
        shown, session = self._session, self._collection.refreshed(self._session)
        self._session = session
        if session.today != shown.today:
            self._lines.say("A new day has begun; that was not rated.")
            raise AskedAnew
        if session.turn != shown.turn:
            self._lines.say("Rated elsewhere meanwhile.")
            raise AskedAnew

    def _obey(
        self, line: str, card: Card | None, how: str, is_typed: bool = False
    ) -> None:
        """Do what a line that is no reply says; it may raise `AskedAnew`."""
        say = self._lines.say
        noted = NOTE.fullmatch(line)
        if noted is not None and card is not None:
            self._note(card, noted["text"] or "")
            return
        match command(line, is_typed):
            case "undo":
                self._undo()
            case "skip" if card is not None:
                self._skip(card)
            case "hint":
                hint = card.hint if card is not None else ""
                say(f"Hint: {hint}" if hint else "There is no hint.")
            case "help":
                say(*help_lines(how, is_typed))
            case "quit":
                raise NoMoreLines
            case _:
                say(f"Not understood: {one_line(line)[:40]}")

    def _note(self, card: Card, text: str) -> None:
        """Keep what is wrong with the card, or take away what was kept."""
        note, collection = one_line(text)[:LONGEST_TEXT], self._collection
        if note == collection.standing(card.id).note:
            self._lines.say("The note is the same." if note else "There is no note.")
            return
        try:
            with self._lines.saving():
                collection.mark(EventKind.NOTE, card.id, note)
        except StorageError as error:
            report.failure(error)
            return
        self._session = self._session.marked()
        self._lines.say("Noted." if note else "The note is taken away.")

    def _undo(self) -> None:
        session, collection = self._session, self._collection
        if session.fresh_skips:
            self._session = session.unskipping()
            self._lines.say("Undid skipping.")
            raise AskedAnew
        last = collection.last_act(session)
        if last is None:
            self._lines.say("There is nothing to undo.")
            return
        try:
            with self._lines.saving():
                self._session = collection.undo(session)
        except StorageError as error:
            report.failure(error)
            raise AskedAnew from error
        if self._session.undone == last:
            self._is_turned = last.rating is not None
            self._lines.say(f"Undid {act_words(last)}.")
        else:
            self._lines.say("Changed elsewhere meanwhile.")
        raise AskedAnew

    def _skip(self, card: Card) -> None:
        self._check_step()
        self._session = self._session.skipping(card.id)
        turn = self._session.turn
        is_alone = turn is not None and turn.card == card.id
        self._lines.say("It is the only card left." if is_alone else "Skipped.")
        raise AskedAnew

    def _leaves(self) -> bool:
        """Say that nothing is left, and tell whether that is to be the end."""
        collection, session = self._collection, self._session
        self._lines.say(*end_lines(collection, session))
        further = offers(session, lambda wish: collection.session(session.scope, wish))
        can_undo = collection.last_act(session) is not None
        how = how_to_go_on(further, can_undo)
        while further or can_undo:
            self._lines.say(how)
            line = self._lines.read()
            if not line:
                break
            name = offer_called(line)
            if name in further:
                self._session = further[name]
                return False
            self._obey(line, None, how)
        return True

    def _goes_on(self) -> bool:
        """Say that the time is up, and tell whether to go on all the same."""
        how = f"Enter ends; m goes on for {MORE_MINUTES} more minutes."
        self._lines.say(time_up_words(self._session))
        while True:
            self._lines.say(how)
            line = self._lines.read()
            if not line:
                return False
            if line.casefold() in {"m", ":m"}:
                self._session = self._session.going_on(MORE_MINUTES)
                return True
            self._obey(line, None, how)

    def _suggested(self, verdict: Verdict) -> Button:
        suggested = verdict.suggested or Rating.GOOD
        return button_for(suggested, self._collection.buttons)
