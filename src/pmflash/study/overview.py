"""What today's screen shows: what is left of each deck, and what comes next."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from pmflash.study.history import History
from pmflash.study.queue import CardIndex
from pmflash.study.session import Counts, Session

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


def due_days(index: CardIndex, history: History) -> dict[str, Counter[date]]:
    """Return for each deck how many of its reviewed cards are due on which day.

    The empty deck id stands for all decks together.
    """
    days: dict[str, Counter[date]] = {"": Counter()}
    decks_of = {card: filing.decks for card, _, filing in index}
    for card in history.reviewed_cards():
        decks = decks_of.get(card)
        standing = history.standing(card)
        if not decks or standing.state is None or standing.is_suspended:
            continue
        for deck in ("", *decks):
            days.setdefault(deck, Counter())[standing.state.due_on] += 1
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
