"""Everything a learner has: decks, cards and reviews, behind one door."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from pmflash.clock import Clock, offset_minutes, utc_text
from pmflash.model.card import Card
from pmflash.model.deck import Deck
from pmflash.model.event import Event, EventKind
from pmflash.model.failure import StorageError
from pmflash.model.rating import FOUR_BUTTONS, SIX_GRADES, Button
from pmflash.model.settings import Settings
from pmflash.model.study_day import study_day
from pmflash.scheduling.registry import SCHEDULER_BY_NAME
from pmflash.storage.card_cache import DamagedCacheError, load_cards
from pmflash.storage.cards import Cards, IndexRow
from pmflash.storage.journal import Journals, new_event_id
from pmflash.storage.locations import Locations
from pmflash.storage.stamps import content_stamp
from pmflash.study.asking import as_asked
from pmflash.study.history import History
from pmflash.study.outcomes import Outcome, outcomes
from pmflash.study.queue import Budget, plan_day
from pmflash.study.scope import EVERYTHING, Scope, decks_called, tags_called
from pmflash.study.session import Session

if TYPE_CHECKING:
    from pmflash.model.diagnostic import Diagnostic
    from pmflash.study.overview import Overview

Read = TypeVar("Read")


class Collection:
    """A learner's decks and reviews, read once and kept up to date."""

    def __init__(self, locations: Locations, now: Clock) -> None:
        self.locations = locations
        self.saved_count = 0
        """Answers saved by this process, less those taken back."""
        self._unread: tuple[str, ...] = ()
        self._now = now
        self._stamp = content_stamp(locations)
        self._cards = load_cards(locations, self._stamp) or self._compiled()
        self._open_history()

    @property
    def settings(self) -> Settings:
        """The learner's choices."""
        return self._cards.settings

    @property
    def decks(self) -> tuple[Deck, ...]:
        """Every deck, in the order of their files."""
        return self._cards.decks

    @property
    def diagnostics(self) -> "tuple[Diagnostic, ...]":
        """What is wrong with the content."""
        return self._cards.diagnostics

    @property
    def notices(self) -> tuple[str, ...]:
        """What could not be read of reviews and content, a sentence each."""
        return (*self._journals.notices, *self._unread)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The keys that rate a card."""
        return SIX_GRADES if self.settings.grades == "wozniak" else FOUR_BUTTONS

    def today(self) -> date:
        """Return the study day that it is now."""
        return study_day(self._now(), self.settings.day_starts_at)

    def check_writable(self) -> None:
        """Raise `StorageError` when answers could not be saved."""
        self._journals.preflight()

    def card(self, card_id: str, answers_ago: int = 0) -> Card:
        """Return the card as it is asked now, or was; `KeyError` without one."""
        card = self._healed(lambda cards: cards.card(card_id))
        if card is None:
            raise KeyError(card_id)
        return as_asked(card, self._history, answers_ago)

    def cards(self, scope: Scope) -> tuple[Card, ...]:
        """Return the cards in `scope`, in study order."""
        cards = self._healed(lambda cards: tuple(cards.cards()))
        return tuple(card for card in cards if scope.has(card.filing))

    def scope(
        self, decks: Iterable[str], tags: Sequence[str] = (), in_all: bool = False
    ) -> Scope:
        """Return the scope of `decks` and `tags`, as the learner calls them.

        Naming no deck means the decks chosen in the settings, or every one `in_all`.
        Raises `UsageError` for a deck or a tag that does not exist.
        """
        preferred = () if in_all else self.settings.decks
        named = decks_called(decks, self.decks, preferred)
        if not tags:
            return Scope(named)
        index = self._healed(lambda cards: cards.index)
        return Scope(named, tags_called(tags, (filing for _, _, filing in index)))

    def session(self, scope: Scope = EVERYTHING) -> Session:
        """Return today's session of `scope` as far as it has come."""
        today = self.today()
        budget = Budget(self.settings.new_per_day, self.settings.reviews_per_day)
        index = self._healed(lambda cards: cards.index)
        plan = plan_day(index, self._history, today, budget, scope)
        planned = {card.id for card in plan}
        answers = self._history.answers_on(today)
        ours = tuple(answer for answer in answers if answer.card in planned)
        return Session(today, plan, ours, scope)

    def refreshed(self, session: Session) -> Session:
        """Return `session` with what happened elsewhere: other windows, a new day."""
        has_news = self._takes_news()
        if has_news or self.today() != session.today:
            return self.session(session.scope).resuming(session)
        return session

    def outcomes(self, session: Session) -> tuple[Outcome, ...]:
        """Return what each button would do now; empty when nothing is asked."""
        turn = session.turn
        if turn is None:
            return ()
        return outcomes(
            turn, self.buttons, self._history, self._scheduler, self.today()
        )

    def answer(self, session: Session, button: Button, milliseconds: int) -> Session:
        """Save the rating of the card that is asked, and return what comes next.

        Raises `StorageError` when it could not be saved; then nothing has changed.
        """
        turn = session.turn
        if turn is None:
            return session
        event = replace(
            self._event(turn.kind, turn.card),
            rating=button.rating,
            quality=button.quality,
            milliseconds=milliseconds,
        )
        if turn.kind is EventKind.DRILL:
            # It repeats a review of that day, even when the next has begun.
            event = replace(event, day=session.today)
        self._save(event)
        self.saved_count += 1
        return session.after(event)

    def undo(self, session: Session) -> Session:
        """Take the last answer of `session` back, for good; same errors as `answer`."""
        if not session.answers:
            return session
        last = session.answers[-1]
        self._save(replace(self._event(EventKind.UNDO, last.card), target=last.id))
        self.saved_count -= 1
        return session.before_last()

    def overview(self, tags: Sequence[str] = ()) -> "Overview":
        """Return what today's screen shows, of cards with one of `tags` if given.

        Decks without such cards are left out then. Same error as `scope`.
        """
        from pmflash.study.overview import Overview, deck_row, due_days, forecast

        today, scope = self.today(), self.scope((), tags)
        index = self._index(scope)
        days = due_days(index, self._history)
        rows = []
        for deck in self.decks:
            if scope.decks and deck.id not in scope.decks:
                continue
            inside = replace(scope, decks=frozenset({deck.id}))
            total = len(self._index(inside)) if tags else deck.card_count
            if total or not tags:
                session = self.session(inside)
                rows.append(deck_row(deck.id, deck.title, session, total, days))
        together = self.session(scope)
        return Overview(
            today,
            deck_row("", "All decks", together, len(index), days),
            tuple(rows),
            forecast(days[""], today),
            self.streak(),
        )

    def next_due(self, scope: Scope) -> tuple[tuple[date, int], ...]:
        """Return the first two later days on which cards in `scope` come due."""
        from pmflash.study.overview import due_days

        days = due_days(self._index(scope), self._history)[""]
        today = self.today()
        later = sorted((day, count) for day, count in days.items() if day > today)
        return tuple(later[:2])

    def due_on(self, card: str) -> date | None:
        """Return when a card is due; None when it was never reviewed."""
        state = self._history.standing(card).state
        return state.due_on if state else None

    def review_count(self, card: str) -> int:
        """Return how often a card was reviewed."""
        state = self._history.standing(card).state
        return state.review_count if state else 0

    def streak(self) -> int:
        """Return how many days in a row were studied."""
        from pmflash.study.summary import streak_days

        return streak_days(self._history.study_days(), self.today())

    def reload_content(self) -> None:
        """Read decks and seeds again when their files have changed."""
        try:
            stamp = content_stamp(self.locations)
            if stamp != self._stamp:
                self._stamp = stamp
                self._cards = load_cards(self.locations, stamp) or self._compiled()
                # The settings may choose another scheduler now.
                self._open_history()
        except StorageError as error:
            self._unread = (error.message,)
        else:
            self._takes_news()

    def _takes_news(self) -> bool:
        """Tell whether other windows or devices have added to the reviews.

        What cannot be read does not stop a sitting; the next start refuses it.
        """
        try:
            events = self._journals.read_new()
        except StorageError as error:
            self._unread = (error.message,)
            return False
        self._unread = ()
        self._history.add(events)
        return bool(events)

    def _open_history(self) -> None:
        self._journals = Journals(self.locations)
        self._scheduler = SCHEDULER_BY_NAME[f"sm2-{self.settings.sm2}"]
        self._history = History(self._scheduler)
        self._history.add(self._journals.read_new())

    def _index(self, scope: Scope) -> tuple[IndexRow, ...]:
        index = self._healed(lambda cards: cards.index)
        return tuple(row for row in index if scope.has(row[2]))

    def _healed(self, read: Callable[[Cards], Read]) -> Read:
        """Return what `read` finds, in new cards when the cache broke meanwhile."""
        try:
            return read(self._cards)
        except DamagedCacheError:
            self._cards = self._compiled()
            return read(self._cards)

    def _compiled(self) -> Cards:
        from pmflash.content import compile_home

        return compile_home(self.locations, self._stamp)

    def _save(self, event: Event) -> None:
        self._journals.append(event)
        self._history.add((event,))

    def _event(self, kind: EventKind, card: str) -> Event:
        moment = self._now()
        day = study_day(moment, self.settings.day_starts_at)
        return Event(
            id=new_event_id(),
            kind=kind,
            card=card,
            at=utc_text(moment, after=self._history.last_at(day)),
            offset_minutes=offset_minutes(moment),
            day=day,
        )
