"""What a learner has, to be looked at: decks, cards, and where each card stands."""

from collections.abc import Iterable, Sequence, Set
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from pmflash.clock import Clock
from pmflash.log import MANY_EVENTS, Log
from pmflash.model.card import Card
from pmflash.model.deck import Deck
from pmflash.model.event import Event
from pmflash.model.failure import StorageError
from pmflash.model.rating import FOUR_BUTTONS, SIX_GRADES, Button
from pmflash.model.settings import Settings
from pmflash.storage.cards import Cards
from pmflash.storage.locations import Locations
from pmflash.storage.shelf import Shelf
from pmflash.study.asking import as_asked
from pmflash.study.index import CardIndex, rows_in
from pmflash.study.scope import Scope, decks_called, tags_called
from pmflash.study.standing import Standing

if TYPE_CHECKING:
    from pmflash.model.diagnostic import Diagnostic
    from pmflash.study.search.finder import Finder
    from pmflash.study.stats import Statistics
    from pmflash.study.steps import Step


class Library:
    """Content and reviews, read once and kept up to date; nothing here adds to them."""

    def __init__(self, locations: Locations, now: Clock) -> None:
        self.locations = locations
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
        return (*self._log.notices, *self._shelf.unread)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The keys that rate a card."""
        return SIX_GRADES if self.settings.grades == "wozniak" else FOUR_BUTTONS

    def today(self) -> date:
        """Return the study day that it is now."""
        return self._log.today()

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

        Naming nothing means the decks chosen in the settings; whoever names a tag or
        searches means every deck. `in_all` does so too, and there the search goes by
        how cards stand now, not when the day began.
        Raises `UsageError` for a deck or a tag that does not exist.
        """
        is_named = in_all or bool(tags) or bool(search.strip())
        preferred = () if is_named else self.settings.decks
        named = decks_called(decks, self.decks, preferred)
        index = self._shelf.index if tags else ()
        tagged = tags_called(tags, (filing for _, _, filing in index))
        scope = Scope(named, tagged, search.strip())
        return self._searched(scope, as_planned=not in_all)

    def finder(self) -> "Finder":
        """Return what finds cards among those that there are now."""
        from pmflash.study.search.finder import Finder

        shelf = self._shelf
        return Finder(shelf.index, shelf.texts, self.decks, self._history)

    def standing(self, card: str) -> Standing:
        """Return where a card stands after everything that happened."""
        return self._history.standing(card)

    def logged_cards(self) -> Set[str]:
        """Return the ids of all cards that the log speaks of, there or not."""
        return self._history.reviewed_cards()

    def answer_count(self, card: str) -> int:
        """Return how many answers to a card count, of whatever kind."""
        return self._history.answer_count(card)

    def study_days(self) -> frozenset[date]:
        """Return every day on which something was answered."""
        return self._history.study_days()

    def counting_on(self, day: date) -> frozenset[Event]:
        """Return every answer and mark of a day that counts."""
        history = self._history
        answers = (*history.answers_on(day), *history.crams_on(day))
        return frozenset((*answers, *history.marks_on(day)))

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

    def next_due(self, scope: Scope) -> tuple[tuple[date, int], ...]:
        """Return the first two later days on which cards in `scope` come due."""
        from pmflash.study.overview import next_due

        return next_due(self._index(scope), self._history, self.today())

    def statistics(self) -> "Statistics":
        """Return every figure of all answers, and of the cards in the chosen decks."""
        from pmflash.study.stats import statistics

        return statistics(self._index(self.scope(())), self._history, self.today())

    def streak(self) -> int:
        """Return how many days in a row were studied."""
        from pmflash.study.summary import streak_days

        return streak_days(self.study_days(), self.today())

    def reload_content(self) -> None:
        """Read decks and seeds again when their files have changed."""
        self._shelf.renew()
        self._replay_by_content()
        self._log.take_news()

    def keep_snapshot(self, at_least: int = MANY_EVENTS) -> None:
        """Let the next start read only what is new, as `Log.keep_snapshot` does."""
        self._log.keep_snapshot(at_least)

    def _replay_by_content(self) -> None:
        """Replay the log anew when the content wants another scheduler or other ids.

        A log that cannot be read now goes on as it is, until the content is read again.
        """
        cards = self._shelf.cards
        if not self._log.is_replayed_by(cards.settings, cards.renames):
            with suppress(StorageError):
                self._open_log()

    def _open_log(self) -> None:
        cards = self._shelf.cards
        self._log = Log(self.locations, self._now, cards.settings, cards.renames)
        self._history, self._scheduler = self._log.history, self._log.scheduler

    def _searched(self, scope: Scope, as_planned: bool) -> Scope:
        if not scope.search:
            return scope
        from pmflash.study.search.finder import searched

        return searched(scope, self.finder(), self.today(), as_planned)

    def _index(self, scope: Scope) -> CardIndex:
        return rows_in(self._shelf.index, scope)

    def _is_in(self, scope: Scope, card_id: str) -> bool:
        card = self._found(card_id)
        return card is not None and scope.has(card_id, card.filing)

    def _found(self, card_id: str) -> Card | None:
        return self._shelf.read(lambda cards: cards.card(card_id))


def _compiled(locations: Locations, stamp: str) -> Cards:
    from pmflash.content import compile_home

    return compile_home(locations, stamp)
