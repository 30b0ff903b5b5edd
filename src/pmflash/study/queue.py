"""Which cards are asked on a study day, and in which order.

The plan of a day follows from how the cards stood when the day began, so that a
sitting which was broken off goes on where it stopped.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, zip_longest
from zlib import crc32

from pmflash.model.filing import Filing
from pmflash.study.history import History, Standing
from pmflash.study.scope import Scope

CardIndex = Sequence[tuple[str, str, Filing]]
"""Card id, fact id and filing of every card, in study order."""
_Row = tuple[str, str]
"""Card id and fact id."""


@dataclass(frozen=True, slots=True)
class PlannedCard:
    """A card that is to be asked today."""

    id: str
    fact: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Budget:
    """How much a study day may ask, over all sittings."""

    new_per_day: int
    reviews_per_day: int


@dataclass(frozen=True, slots=True)
class _Due:
    row: _Row
    overdue: float
    """Days overdue by days of interval."""


def plan_day(
    index: CardIndex,
    history: History,
    today: date,
    budget: Budget,
    scope: Scope,
) -> tuple[PlannedCard, ...]:
    """Return today's cards in `scope` in the order of asking, answered ones included.

    Cards of one fact never meet on one day. A new card waits while a fact in scope
    that it builds on has never been reviewed on an earlier day.
    """
    answered = {event.card for event in history.answers_on(today)}
    answered_new = sum(
        history.standing_before(card, today).state is None for card in answered
    )
    answered_reviews = len(answered) - answered_new
    fact_owner = {fact: card for card, fact, _ in index if card in answered}
    due, unseen = _asked(index, history, today, scope)
    reviews = _chosen(
        _by_urgency(due, today),
        fact_owner,
        budget.reviews_per_day - answered_reviews,
        answered,
    )
    new = _chosen(
        _deck_by_deck(unseen), fact_owner, budget.new_per_day - answered_new, answered
    )
    return _spread(
        [PlannedCard(card, fact, is_new=False) for card, fact in reviews],
        [PlannedCard(card, fact, is_new=True) for card, fact in new],
    )


def _asked(
    index: CardIndex, history: History, today: date, scope: Scope
) -> tuple[list[_Due], dict[str, list[_Row]]]:
    """Return the due reviews, and the new cards of each deck."""
    due: list[_Due] = []
    new: dict[str, list[_Row]] = {}
    met: set[str] = set()
    building: dict[_Row, tuple[str, ...]] = {}
    homes: dict[Filing, str | None] = {}
    reviewed = history.reviewed_cards()
    for card, fact, filing in index:
        try:
            deck = homes[filing]
        except KeyError:
            deck = homes[filing] = scope.deck_of(filing)
        if deck is None:
            continue
        state = None
        # Most of a large collection was never reviewed, and is passed over fast.
        if card in reviewed:
            if _is_set_aside(history.standing(card), today):
                met.add(fact)
                continue
            state = history.standing_before(card, today).state
        if state is None:
            new.setdefault(deck, []).append((card, fact))
            if filing.builds_on:
                building[card, fact] = filing.builds_on
            continue
        met.add(fact)
        if state.due_on <= today:
            days_overdue = (today - state.due_on).days
            due.append(_Due((card, fact), days_overdue / max(1, state.interval_days)))
    return due, _introducible(new, met, building) if building else new


def _introducible(
    new: dict[str, list[_Row]], met: set[str], building: dict[_Row, tuple[str, ...]]
) -> dict[str, list[_Row]]:
    """Return the new cards without those that build on a fact not met so far.

    A fact that builds on others itself is not waited for: two might wait in a ring.
    """
    unseen = (row for rows in new.values() for row in rows if row not in building)
    unmet = {fact for _, fact in unseen} - met
    return {
        deck: [row for row in rows if unmet.isdisjoint(building.get(row, ()))]
        for deck, rows in new.items()
    }


def _is_set_aside(standing: Standing, today: date) -> bool:
    state = standing.state
    # A flight over the date line can bring a study day back.
    is_answered_tomorrow = state is not None and state.last_on > today
    return standing.is_suspended or standing.buried_on == today or is_answered_tomorrow


def _by_urgency(due: list[_Due], today: date) -> list[_Row]:
    due.sort(key=lambda each: (-each.overdue, _shuffled(each.row[0], today)))
    return [each.row for each in due]


def _shuffled(card: str, today: date) -> int:
    """Return a number that orders cards by chance, the same way all day."""
    return crc32(f"{today.isoformat()} {card}".encode())


def _deck_by_deck(by_deck: dict[str, list[_Row]]) -> Iterator[_Row]:
    """Yield new cards from each deck in turn, so that no deck waits for another."""
    for turn in zip_longest(*by_deck.values()):
        yield from (row for row in turn if row is not None)


def _chosen(
    rows: Iterable[_Row], fact_owner: dict[str, str], limit: int, answered: set[str]
) -> list[_Row]:
    """Return all answered cards, and at most `limit` others, one of each fact.

    `fact_owner` says which card stands for a fact today and is added to.
    """
    chosen = []
    for card, fact in rows:
        if limit <= 0 and not answered:
            break
        if card in answered:
            chosen.append((card, fact))
        elif limit > 0 and fact_owner.setdefault(fact, card) == card:
            chosen.append((card, fact))
            limit -= 1
    return chosen


def _spread(
    reviews: Sequence[PlannedCard], new: Sequence[PlannedCard]
) -> tuple[PlannedCard, ...]:
    """Return both in one row, the new cards spread evenly among the reviews."""
    placed = chain(
        (((place + 0.5) / len(reviews), 0, card) for place, card in enumerate(reviews)),
        (((place + 0.5) / len(new), 1, card) for place, card in enumerate(new)),
    )
    return tuple(card for _, _, card in sorted(placed, key=lambda each: each[:2]))
