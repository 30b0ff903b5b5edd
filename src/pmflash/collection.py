"""Everything a learner has: decks, cards and reviews, behind one door."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from pmflash.clock import Clock
from pmflash.log import Log
from pmflash.model.card import Card
from pmflash.model.deck import Deck
from pmflash.model.event import Event, EventKind
from pmflash.model.failure import StorageError
from pmflash.model.rating import FOUR_BUTTONS, SIX_GRADES, Button
from pmflash.model.settings import Settings
from pmflash.model.study_day import study_day
from pmflash.storage.cards import Cards, IndexRow
from pmflash.storage.locations import Locations
from pmflash.storage.shelf import Shelf
from pmflash.study.acts import answer_details, last_act
from pmflash.study.asking import as_asked
from pmflash.study.history import ANSWERS, CHANGES_PLAN, Standing
from pmflash.study.outcomes import Outcome, outcomes
from pmflash.study.scope import EVERYTHING, Scope, decks_called, tags_called
from pmflash.study.session import Session, TakenBack
from pmflash.study.sittings import session_of
from pmflash.study.wish import WHAT_IS_DUE, Wish

if TYPE_CHECKING:
    from pmflash.model.diagnostic import Diagnostic
    from pmflash.study.overview import Overview
    from pmflash.study.search.finder import Finder
    from pmflash.study.stats import Statistics
    from pmflash.study.steps import Step


class Collection:
    """A learner's decks and reviews, read once and kept up to date."""

    def __init__(self, locations: Locations, now: Clock) -> None:
        self.locations = locations
        self.saved_count = 0
        """Answers saved by this process, less those taken back."""
        self.minutes: int | None = None
        """How long a sitting may be, where it is not what the settings say."""
        self._unread: tuple[str, ...] = ()
        self._now = now
        self._shelf = Shelf(locations, _compiled)
        self._open_log()

    @property
    def settings(self) -> Settings:
        """The learner's choices."""
        return self._shelf.cards.settings

    @property
    def decks(self) -> tuple[Deck, ...]:
        """Every deck, in the order of their files."""
        return self._shelf.cards.decks

    @property
    def diagnostics(self) -> "tuple[Diagnostic, ...]":
        """What is wrong with the content."""
        return self._shelf.cards.diagnostics

    @property
    def notices(self) -> tuple[str, ...]:
        """What could not be read of reviews and content, a sentence each."""
        return (*self._log.notices, *self._unread)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The keys that rate a card."""
        return SIX_GRADES if self.settings.grades == "wozniak" else FOUR_BUTTONS

    def today(self) -> date:
        """Return the study day that it is now."""
        return study_day(self._now(), self.settings.day_starts_at)

    def check_writable(self) -> None:
        """Raise `StorageError` when answers could not be saved."""
        self._log.check_writable()

    def card(self, card_id: str, answers_ago: int = 0) -> Card:
        """Return the card as it is asked now, or was; `KeyError` without one."""
        card = self._found(card_id)
        if card is None:
            raise KeyError(card_id)
        return as_asked(card, self._history, answers_ago)

    def cards(self, scope: Scope) -> tuple[Card, ...]:
        """Return the cards in `scope`, in study order."""
        cards = self._shelf.read(lambda cards: tuple(cards.cards()))
        return tuple(card for card in cards if scope.has(card.id, card.filing))

    def scope(
        self,
        decks: Iterable[str],
        tags: Sequence[str] = (),
        search: str = "",
        in_all: bool = False,
    ) -> Scope:
        """Return the scope of `decks`, `tags` and `search`, as the learner calls them.

        Naming no deck means the decks chosen in the settings, or every one `in_all`,
        where the search goes by how cards stand now, not when the day began.
        Raises `UsageError` for a deck or a tag that does not exist.
        """
        preferred = () if in_all else self.settings.decks
        named = decks_called(decks, self.decks, preferred)
        index = self._shelf.index if tags else ()
        tagged = tags_called(tags, (filing for _, _, filing in index))
        scope = Scope(named, tagged, search.strip())
        return self._searched(scope, as_planned=not in_all)

    def finder(self) -> "Finder":
        """Return what finds cards among those that there are now."""
        from pmflash.study.search.finder import Finder

        shelf = self._shelf
        return Finder(shelf.index, shelf.cards.cards, self.decks, self._history)

    def session(self, scope: Scope = EVERYTHING, wish: Wish = WHAT_IS_DUE) -> Session:
        """Return today's session of `scope` as far as it has come."""
        index, history, today = self._shelf.index, self._history, self.today()
        session = session_of(index, history, today, self.settings, scope, wish)
        return session if self.minutes is None else session.limited(self.minutes)

    def anew(self, session: Session) -> Session:
        """Return `session` with all that was done and changed meanwhile."""
        scope, wish = session.scope, session.wish
        if self.today() != session.today:
            scope = self._searched(scope, as_planned=True)
            wish = wish.on_another_day()
        return self.session(scope, wish).resuming(session)

    def refreshed(self, session: Session) -> Session:
        """Return `session` with what happened elsewhere: other windows, a new day."""
        has_news = self._log.takes_news() or self.today() != session.today
        return self.anew(session) if has_news else session

    def outcomes(self, session: Session) -> tuple[Outcome, ...]:
        """Return what each button would do now; empty when nothing is asked."""
        turn, buttons, today = session.turn, self.buttons, self.today()
        if turn is None:
            return ()
        return outcomes(turn, buttons, self._history, self._scheduler, today)

    def answer(
        self,
        session: Session,
        button: Button,
        milliseconds: int,
        spoken_seconds: int = 0,
    ) -> Session:
        """Save the rating of the card that is asked, and return what comes next.

        Raises `StorageError` when it could not be saved; then nothing has changed.
        """
        turn = session.turn
        if turn is None:
            return session
        card = self._found(turn.card)
        rev = card.rev if card else 0
        details = answer_details(session, button, milliseconds, spoken_seconds)
        event = self._log.save(turn.kind, turn.card, rev=rev, **details)
        self.saved_count += 1
        return session.after(event)

    def last_act(self, session: Session) -> Event | None:
        """Return the answer or mark of `session` that an undo would take back."""
        marks = self._history.marks_on(session.today)
        return last_act(session, marks, lambda card: self._is_in(session.scope, card))

    def undo(self, session: Session) -> Session:
        """Take the last act of `session` back, for good; same errors as `answer`."""
        last = self.last_act(session)
        if last is None:
            return session
        undo = self._log.save(EventKind.UNDO, last.card, target=last.id)
        self.saved_count -= last.kind in ANSWERS
        return self._planned(session.taking_back(TakenBack(last, undo.id)), last.kind)

    def redo(self, session: Session) -> Session:
        """Do again what the last undo took back; same errors as `answer`."""
        if not session.taken_back:
            return session
        last = session.taken_back[-1]
        self._log.save(EventKind.UNDO, last.act.card, target=last.by)
        self.saved_count += last.act.kind in ANSWERS
        return self._planned(session.redoing(), last.act.kind)

    def mark(self, kind: EventKind, card: str, note: str = "") -> Event:
        """Save a mark of a card, a second `FLAG` to unflag it; errors as `answer`."""
        return self._log.save(kind, card, note=note)

    def marked(self, session: Session, kind: EventKind, card: str) -> Session:
        """Mark a card in the middle of `session`, as `mark` does; return the rest."""
        self.mark(kind, card)
        return self._planned(session.marked(), kind)

    def overview(self, tags: Sequence[str] = (), search: str = "") -> "Overview":
        """Return what today's screen shows, of cards that `tags` and `search` choose.

        Decks without such cards are left out then. Same errors as `scope`.
        """
        from pmflash.study.overview import overview

        scope = self.scope((), tags, search)
        index, decks = self._index(scope), self.decks
        return overview(scope, index, decks, self._history, self.session, self.settings)

    def statistics(self) -> "Statistics":
        """Return every figure of all answers, and of the cards in the chosen decks."""
        from pmflash.study.stats import statistics

        return statistics(self._index(self.scope(())), self._history, self.today())

    def next_due(self, scope: Scope) -> tuple[tuple[date, int], ...]:
        """Return the first two later days on which cards in `scope` come due."""
        from pmflash.study.overview import next_due

        return next_due(self._index(scope), self._history, self.today())

    def standing(self, card: str) -> Standing:
        """Return where a card stands after everything that happened."""
        return self._history.standing(card)

    def events(self, card: str) -> tuple[Event, ...]:
        """Return everything that was done to a card and still counts, in order."""
        return self._history.events_of(card)

    def steps(self, card: str) -> "tuple[Step, ...]":
        """Return the events of a card, with what each did to its schedule."""
        from pmflash.study.steps import steps

        return steps(self.events(card), self._scheduler)

    def due_on(self, card: str) -> date | None:
        """Return when a card is due; None when it was never reviewed."""
        state = self._history.standing(card).state
        return state.due_on if state else None

    def streak(self) -> int:
        """Return how many days in a row were studied."""
        from pmflash.study.summary import streak_days

        return streak_days(self._history.study_days(), self.today())

    def reload_content(self) -> None:
        """Read decks and seeds again when their files have changed."""
        try:
            if self._shelf.renews():
                # The settings may choose another scheduler now.
                self._open_log()
        except StorageError as error:
            self._unread = (error.message,)
        else:
            self._unread = ()
            self._log.takes_news()

    def _planned(self, session: Session, changed_by: EventKind) -> Session:
        if changed_by not in CHANGES_PLAN:
            return session
        return self.anew(session)

    def _open_log(self) -> None:
        cards = self._shelf.cards
        self._log = Log(self.locations, self._now, cards.settings, cards.renames)
        self._history, self._scheduler = self._log.history, self._log.scheduler

    def _searched(self, scope: Scope, as_planned: bool) -> Scope:
        if not scope.search:
            return scope
        from pmflash.study.search.finder import searched

        today = self.today()
        return self._shelf.read(
            lambda _: searched(scope, self.finder(), today, as_planned)
        )

    def _index(self, scope: Scope) -> tuple[IndexRow, ...]:
        return tuple(row for row in self._shelf.index if scope.has(row[0], row[2]))

    def _is_in(self, scope: Scope, card_id: str) -> bool:
        card = self._found(card_id)
        return card is not None and scope.has(card_id, card.filing)

    def _found(self, card_id: str) -> Card | None:
        return self._shelf.read(lambda cards: cards.card(card_id))


def _compiled(locations: Locations, stamp: str) -> Cards:
    from pmflash.content import compile_home

    return compile_home(locations, stamp)
