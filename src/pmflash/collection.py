"""A learner's sittings: what is asked, answered, marked, undone, and saved of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pmflash.clock import Clock
from pmflash.library import Library
from pmflash.model.event import Event, EventKind
from pmflash.model.rating import Button
from pmflash.storage.journal_writer import Overtaken
from pmflash.storage.locations import Locations
from pmflash.study.acts import answer_details, last_act, with_taken_back
from pmflash.study.history import CHANGES_PLAN
from pmflash.study.index import CardIndex
from pmflash.study.outcomes import Outcome, outcomes
from pmflash.study.scope import EVERYTHING, Scope
from pmflash.study.session import Session, TakenBack
from pmflash.study.sittings import session_of
from pmflash.study.standing import ANSWERS, Standing
from pmflash.study.wish import WHAT_IS_DUE, Wish

if TYPE_CHECKING:
    from pmflash.study.overview import Overview


_MOST_TRIES = 10
"""So often others may be faster in a row."""


class ChangedElsewhere(Exception):
    """Another window has rated, set aside or flagged the card since it was shown."""


class Collection(Library):
    """Everything a learner has, and the sittings that add to the reviews."""

    def __init__(self, locations: Locations, now: Clock) -> None:
        super().__init__(locations, now)
        self.saved_count = 0
        """Answers saved by this process, less those taken back."""
        self.minutes: int | None = None
        """How long a sitting may be, where it is not what the settings say."""

    def session(
        self,
        scope: Scope = EVERYTHING,
        wish: Wish = WHAT_IS_DUE,
        index: CardIndex = (),
    ) -> Session:
        """Return today's session of `scope` as far as it has come.

        `index` has the rows of all cards that can be in it; by default of all.
        """
        index, history = index or self._shelf.index, self._history
        session = session_of(index, history, self.today(), self.settings, scope, wish)
        session = with_taken_back(
            replace(session, edition=self._log.edition),
            history,
            lambda card: self._is_in(scope, card),
        )
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
        is_behind = self._is_behind(session) or self.today() != session.today
        return self.anew(session) if is_behind else session

    def edited(self, session: Session) -> tuple[Session, bool]:
        """Return `session` with new edits of the home, and if they change what it asks.

        Edits with a mistake wait until that is mended.
        """
        if not self._shelf.takes_edits():
            return session, False
        self._replay_by_content()
        again = self.anew(session)
        turn = again.turn
        return again, turn is not None and self._shelf.has_changed(turn.card)

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

        Raises `StorageError` when it could not be saved, `ChangedElsewhere` when
        another window was faster; then nothing has changed.
        """
        turn = session.turn
        if turn is None:
            return session
        card = self._found(turn.card)
        details = answer_details(session, button, milliseconds, spoken_seconds)
        details["rev"] = card.rev if card else 0
        session, event = self._saved(
            session, lambda now: now.turn == turn, turn.kind, turn.card, **details
        )
        if event is None:
            raise ChangedElsewhere
        self.saved_count += 1
        return session.after(event)

    def last_act(self, session: Session) -> Event | None:
        """Return the answer or mark of `session` that an undo would take back."""
        marks = self._history.marks_on(session.today)
        return last_act(session, marks, lambda card: self._is_in(session.scope, card))

    def undo(self, session: Session) -> Session:
        """Take the last act of `session` back, unless another window just did so.

        Raises `StorageError` when that could not be saved; then nothing has changed.
        """
        last = self.last_act(session)
        if last is None:
            return session
        session, undo = self._saved(
            self._caught_up(session),
            lambda now: self.last_act(now) == last,
            EventKind.UNDO,
            last.card,
            target=last.id,
        )
        if undo is None:
            return session
        self.saved_count -= last.kind in ANSWERS
        return self._planned(session.taking_back(TakenBack(last, undo.id)), last.kind)

    def redo(self, session: Session) -> Session:
        """Do again what the last undo took back; otherwise like `undo`."""
        undone = session.undone
        if undone is None:
            return session
        session = self._caught_up(session)
        if session.undone != undone:
            # Another window has redone it, or done something to the card since.
            return session
        last = session.taken_back[-1]
        session, redo = self._saved(
            session,
            lambda now: now.taken_back[-1:] == (last,),
            EventKind.UNDO,
            last.act.card,
            target=last.by,
        )
        if redo is None:
            return session
        self.saved_count += last.act.kind in ANSWERS
        return self._planned(session.redoing(), last.act.kind)

    def mark(
        self,
        kind: EventKind,
        card: str,
        note: str = "",
        seen: Standing | None = None,
    ) -> Event:
        """Save a mark of a card, a second `FLAG` to unflag it; errors as `answer`.

        A flag is a switch, so that it is for a learner who has `seen` how it is: by
        default as this process knew it.
        """
        was_flagged = (seen or self.standing(card)).is_flagged

        def is_as_seen() -> bool:
            is_flagged = self.standing(card).is_flagged
            return kind is not EventKind.FLAG or is_flagged == was_flagged

        event = self._saved_if(is_as_seen, kind, card, note=note)
        if event is None:
            raise ChangedElsewhere
        return event

    def marked(
        self,
        session: Session,
        kind: EventKind,
        card: str,
        seen: Standing | None = None,
    ) -> Session:
        """Mark a card in the middle of `session`, as `mark` does; return the rest."""
        self.mark(kind, card, seen=seen)
        return self._planned(session.marked(), kind)

    def began_today(self, session: Session) -> bool:
        """Tell whether all that was answered today was answered in `session`, here."""
        count = len(session.answers)
        return count == self.saved_count == self._history.count_on(session.today)

    def overview(self, tags: Sequence[str] = (), search: str = "") -> "Overview":
        """Return what today's screen shows, of cards that `tags` and `search` choose.

        Decks without such cards are left out then. Same errors as `scope`.
        """
        from pmflash.study.overview import overview

        return overview(
            self.scope((), tags, search),
            self._shelf.index,
            self.decks,
            self._history,
            lambda scope, index: self.session(scope, index=index),
            self.settings,
        )

    def _is_behind(self, session: Session) -> bool:
        """Tell whether others have added to the reviews since `session` was made."""
        self._log.take_news()
        return session.edition is not self._log.edition

    def _caught_up(self, session: Session) -> Session:
        return self.anew(session) if self._is_behind(session) else session

    def _saved(
        self,
        session: Session,
        is_in_step: Callable[[Session], bool],
        kind: EventKind,
        card: str,
        **details: Any,
    ) -> tuple[Session, Event | None]:
        """Save something while `session` is in step, and return both as they are then.

        Other windows of this device save before or after that, but not in between.
        """

        def is_still_in_step() -> bool:
            nonlocal session
            if session.edition is not self._log.edition:
                session = self.anew(session)
            return is_in_step(session)

        event = self._saved_if(is_still_in_step, kind, card, **details)
        return session, event

    def _saved_if(
        self, is_so: Callable[[], bool], kind: EventKind, card: str, **details: Any
    ) -> Event | None:
        """Save something if that is so when all is known that other windows saved."""
        for _ in range(_MOST_TRIES):
            if not is_so():
                return None
            try:
                return self._log.save(kind, card, if_all_read=True, **details)
            except Overtaken:
                self._log.take_news()
        # What was added cannot be read now, and that must stop no sitting.
        return self._log.save(kind, card, **details)

    def _planned(self, session: Session, changed_by: EventKind) -> Session:
        if changed_by not in CHANGES_PLAN:
            return session
        return self.anew(session)
