"""What today's screen shows: what is left of each deck, and what comes next."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from pmflash.model.deck import Deck
from pmflash.model.settings import Settings
from pmflash.study.countdown import Countdown, countdown
from pmflash.study.history import History
from pmflash.study.index import CardIndex, rows_by_deck, rows_in
from pmflash.study.scope import Scope
from pmflash.study.session import Counts, Session
from pmflash.study.summary import streak_days

FORECAST_DAYS = 7


@dataclass(frozen=True, slots=True)
class Outlook:
    """When the reviewed cards of one deck come back after today."""

    next_on: date | None
    """First later day with a due card; None when there is none."""
    next_count: int


@dataclass(frozen=True, slots=True)
class DeckRow:
    """One line of today's table."""

    id: str
    """The deck's id; empty for the line of all decks together."""
    title: str
    counts: Counts
    done: int
    total: int
    """Cards in the deck."""
    unseen: int
    """Cards of the deck that were never reviewed."""
    outlook: Outlook


@dataclass(frozen=True, slots=True)
class Overview:
    """What today's screen shows."""

    today: date
    all_decks: DeckRow
    rows: tuple[DeckRow, ...]
    forecast: tuple[tuple[date, int], ...]
    """The next days, each with how many cards come due on it."""
    streak: int
    """Days in a row on which something was studied."""
    countdown: Countdown | None = None
    """The interview to come, if there is one."""
    due: Mapping[date, int] = field(default_factory=dict)
    """How many reviewed cards are due on which day."""


def overview(
    scope: Scope,
    index: CardIndex,
    decks: Iterable[Deck],
    history: History,
    session: Callable[[Scope, CardIndex], Session],
    settings: Settings,
) -> Overview:
    """Return what today's screen shows of `scope`, of all cards in `index`.

    `session` takes a scope and the rows of all cards that can be in it. Decks that
    have no card in a narrowed scope are left out.
    """
    by_deck = rows_by_deck(index)
    together = session(scope, index)
    index = rows_in(index, scope)
    is_narrowed = bool(scope.tags or scope.search)
    today = together.today
    days = due_days(index, history, today)
    rows = []
    for deck in decks:
        if scope.decks and deck.id not in scope.decks:
            continue
        inside = replace(scope, decks=frozenset({deck.id}))
        total = deck.card_count
        if is_narrowed:
            total = sum(deck.id in filing.decks for _, _, filing in index)
        if total or not is_narrowed:
            # Cards of one fact are in the same decks: no sibling is out of sight.
            its = session(inside, by_deck.get(deck.id, ()))
            rows.append(deck_row(deck.id, deck.title, its, total, days))
    return Overview(
        today,
        deck_row("", "All decks", together, len(index), days),
        tuple(rows),
        forecast(days[""], today),
        streak_days(history.study_days(), today),
        None if is_narrowed else countdown(index, history, settings, today),
        days[""],
    )


def next_due(
    index: CardIndex, history: History, today: date
) -> tuple[tuple[date, int], ...]:
    """Return the first two later days on which cards of `index` come due."""
    days = due_days(index, history, today)[""]
    later = sorted((day, count) for day, count in days.items() if day > today)
    return tuple(later[:2])


def due_days(
    index: CardIndex, history: History, today: date
) -> dict[str, Counter[date]]:
    """Return for each deck how many of its reviewed cards are due on which day.

    The empty deck id stands for all decks together.
    """
    days: defaultdict[str, Counter[date]] = defaultdict(Counter)
    reviewed = history.reviewed_cards()
    for card, _, filing in index:
        if card not in reviewed or not filing.decks:
            continue
        standing = history.standing(card)
        due_on = standing.due_on(today, filing.rev)
        if due_on is None or standing.is_suspended:
            continue
        for deck in ("", *filing.decks):
            days[deck][due_on] += 1
    return days


def deck_row(
    deck: str,
    title: str,
    session: Session,
    total: int,
    days: Mapping[str, Counter[date]],
) -> DeckRow:
    """Return the line of a deck with `total` cards, whose `due_days` are `days`."""
    due: Counter[date] = days.get(deck, Counter())
    unseen = total - sum(due.values())
    coming = _outlook(due, session.today)
    return DeckRow(deck, title, session.counts, session.done, total, unseen, coming)


def _outlook(days: Mapping[date, int], today: date) -> Outlook:
    next_on = min((day for day in days if day > today), default=None)
    return Outlook(next_on, days[next_on] if next_on else 0)


def forecast(days: Mapping[date, int], today: date) -> tuple[tuple[date, int], ...]:
    """Return how many cards come due on each of the seven days after `today`."""
    coming = (today + timedelta(days=ahead) for ahead in range(1, FORECAST_DAYS + 1))
    return tuple((day, days.get(day, 0)) for day in coming)
