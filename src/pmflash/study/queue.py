"""Which cards are asked on a study day, and in which order.

The plan of a day follows from how the cards stood when the day began, so that a
sitting which was broken off goes on where it stopped.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, zip_longest
from zlib import crc32

from pmflash.study.history import History, Standing

CardIndex = Sequence[tuple[str, str, Sequence[str]]]
"""Card id, fact id and deck ids of every card, in study order."""


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
class _Candidate:
    card: PlannedCard
    deck: str
    overdue: float
    """Days overdue by days of interval."""


def plan_day(
    index: CardIndex,
    history: History,
    today: date,
    budget: Budget,
    decks: frozenset[str],
) -> tuple[PlannedCard, ...]:
    """Return today's cards of `decks` in the order of asking, answered ones included.

    `decks` empty means all. Cards of one fact never meet on one day.
    """
    answered = {event.card for event in history.answers_on(today)}
    fact_owner = {fact: card for card, fact, _ in index if card in answered}
    candidates = tuple(_candidates(index, history, today, decks))
    reviews = _chosen(
        _by_urgency(candidates, today),
        fact_owner,
        _left(budget.reviews_per_day, candidates, history, today, is_new=False),
        answered,
    )
    new = _chosen(
        _deck_by_deck(candidates),
        fact_owner,
        _left(budget.new_per_day, candidates, history, today, is_new=True),
        answered,
    )
    return _spread(reviews, new)


def _candidates(
    index: CardIndex, history: History, today: date, decks: frozenset[str]
) -> Iterator[_Candidate]:
    for card, fact, card_decks in index:
        deck = _deck_in_scope(card_decks, decks)
        if deck is None:
            continue
        standing = history.standing_before(card, today)
        if _is_set_aside(history.standing(card), today):
            continue
        if standing.state is None:
            yield _Candidate(PlannedCard(card, fact, is_new=True), deck, 0)
        elif standing.state.due_on <= today:
            days_overdue = (today - standing.state.due_on).days
            overdue = days_overdue / max(1, standing.state.interval_days)
            yield _Candidate(PlannedCard(card, fact, is_new=False), deck, overdue)


def _deck_in_scope(card_decks: Sequence[str], decks: frozenset[str]) -> str | None:
    for deck in card_decks:
        if not decks or deck in decks:
            return deck
    return None


def _is_set_aside(standing: Standing, today: date) -> bool:
    return standing.is_suspended or standing.buried_on == today


def _left(
    limit: int,
    candidates: Sequence[_Candidate],
    history: History,
    today: date,
    is_new: bool,
) -> int:
    """Return the limit less what was answered today outside these candidates."""
    ours = {candidate.card.id for candidate in candidates}
    elsewhere = {
        event.card
        for event in history.answers_on(today)
        if event.card not in ours
        and (history.standing_before(event.card, today).state is None) is is_new
    }
    return max(0, limit - len(elsewhere))


def _by_urgency(candidates: Iterable[_Candidate], today: date) -> list[PlannedCard]:
    reviews = [candidate for candidate in candidates if not candidate.card.is_new]
    reviews.sort(key=lambda each: (-each.overdue, _shuffled(each.card.id, today)))
    return [candidate.card for candidate in reviews]


def _shuffled(card: str, today: date) -> int:
    """Return a number that orders cards by chance, the same way all day."""
    return crc32(f"{today.isoformat()} {card}".encode())


def _deck_by_deck(candidates: Iterable[_Candidate]) -> Iterator[PlannedCard]:
    """Yield new cards from each deck in turn, so that no deck waits for another."""
    by_deck: dict[str, list[PlannedCard]] = {}
    for candidate in candidates:
        if candidate.card.is_new:
            by_deck.setdefault(candidate.deck, []).append(candidate.card)
    for turn in zip_longest(*by_deck.values()):
        yield from (card for card in turn if card is not None)


def _chosen(
    cards: Iterable[PlannedCard],
    fact_owner: dict[str, str],
    limit: int,
    answered: set[str],
) -> list[PlannedCard]:
    """Return at most `limit` cards, answered ones first served, one of each fact.

    `fact_owner` says which card stands for a fact today and is added to.
    """
    cards = list(cards)
    limit -= sum(card.id in answered for card in cards)
    chosen = []
    for card in cards:
        if card.id in answered:
            chosen.append(card)
        elif limit > 0 and fact_owner.setdefault(card.fact, card.id) == card.id:
            chosen.append(card)
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
