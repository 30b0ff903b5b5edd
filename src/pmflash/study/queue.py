"""Which cards are asked on a study day, and in which order.

The plan of a day follows from how the cards stood when the day began, so that a
sitting which was broken off goes on where it stopped.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, zip_longest
from zlib import crc32

from pmflash.study.history import History
from pmflash.study.index import CardIndex, Homes, IndexRow
from pmflash.study.scope import Scope
from pmflash.study.standing import UNSEEN, Standing


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
    row: IndexRow
    overdue: float
    """Days overdue by days of interval."""


def plan_day(
    index: CardIndex,
    history: History,
    today: date,
    budget: Budget,
    scope: Scope,
    days_ahead: int = 0,
) -> tuple[PlannedCard, ...]:
    """Return today's cards in `scope` in the order of asking, answered ones included.

    Cards of one fact never meet on one day. A new card waits while a fact that it
    builds on, in these decks, was not reviewed on an earlier day. Reviews are asked
    `days_ahead` of their due day. What was answered and undone comes whatever the
    budget, which may have become smaller since.
    """
    answered = {event.card for event in history.answers_on(today)}
    rows = index if answered else ()
    fact_owner = {fact: card for card, fact, _ in rows if card in answered}
    last_due = today + timedelta(days=days_ahead)
    due, unseen = _asked(index, history, today, scope, answered, last_due)
    undone = history.undone_on(today) - answered
    kept = answered | _coming_back(undone, due, unseen, fact_owner)
    kept_new = {
        card for card in kept if history.standing_before(card, today).state is None
    }
    reviews = _chosen(
        _by_urgency(due, today), fact_owner, budget.reviews_per_day, kept - kept_new
    )
    new = _chosen(_deck_by_deck(unseen), fact_owner, budget.new_per_day, kept_new)
    return _spread(
        [PlannedCard(card, fact, is_new=False) for card, fact, _ in reviews],
        [PlannedCard(card, fact, is_new=True) for card, fact, _ in new],
    )


def _asked(
    index: CardIndex,
    history: History,
    today: date,
    scope: Scope,
    answered: set[str],
    last_due: date,
) -> tuple[list[_Due], dict[str, list[IndexRow]]]:
    """Return reviews due by `last_due` or answered, and the new cards of each deck."""
    due: list[_Due] = []
    new: defaultdict[str, list[IndexRow]] = defaultdict(list)
    building: list[IndexRow] = []
    homes, found = Homes(scope), scope.cards
    reviewed = history.reviewed_cards()
    for row in index:
        card, _, filing = row
        deck = homes[filing]
        if deck is None or (found is not None and card not in found):
            continue
        before, state = UNSEEN, None
        # Most of a large collection was never reviewed, and is passed over fast.
        if card in reviewed:
            standing = history.standing(card)
            if _is_set_aside(standing, today):
                continue
            before, state = standing, standing.state
            if state is None or state.last_on == today:
                before = history.standing_before(card, today)
                state = before.state
        if state is None:
            new[deck].append(row)
            if filing.builds_on:
                building.append(row)
            continue
        due_on = before.due_on(today, filing.rev)
        if due_on and (due_on <= last_due or card in answered):
            days_overdue = (today - due_on).days
            due.append(_Due(row, days_overdue / max(1, state.interval_days)))
    if building:
        waiting = _waiting(building, _unmet(building, index, history, today, scope))
        # A sitting in another scope may have asked today what would wait in this one.
        waiting -= answered
        for deck, rows in new.items():
            new[deck] = [row for row in rows if row[0] not in waiting]
    return due, new


def _coming_back(
    undone: frozenset[str],
    due: list[_Due],
    unseen: dict[str, list[IndexRow]],
    fact_owner: dict[str, str],
) -> set[str]:
    """Return what of `undone` can be asked; `fact_owner` is added to."""
    if not undone:
        return set()
    rows = chain((each.row for each in due), *unseen.values())
    return {
        card
        for card, fact, _ in rows
        if card in undone and fact_owner.setdefault(fact, card) == card
    }


def _unmet(
    building: list[IndexRow],
    index: CardIndex,
    history: History,
    today: date,
    scope: Scope,
) -> set[str]:
    """Return what `building` builds on, is in the decks, and was not met so far."""
    facts = {fact for _, _, filing in building for fact in filing.builds_on}
    # What is still to be met does not depend on the tags of a sitting.
    homes = Homes(Scope(scope.decks))
    reviewed = history.reviewed_cards()
    unmet: set[str] = set()
    met: set[str] = set()
    for card, fact, filing in index:
        if fact not in facts or homes[filing] is None:
            continue
        if card not in reviewed:
            unmet.add(fact)
        elif history.standing_before(card, today).state is not None:
            met.add(fact)
        elif not _is_set_aside(history.standing(card), today):
            unmet.add(fact)
    return unmet - met


def _waiting(building: Iterable[IndexRow], unmet: set[str]) -> set[str]:
    """Return the new cards that build on a fact which is still to be met.

    Facts that wait for each other in a ring, or for such a ring, are not waited for.
    """
    # Wanted by few decks, and no start should wait for it.
    from graphlib import CycleError, TopologicalSorter

    order: TopologicalSorter[str] = TopologicalSorter()
    for _, fact, filing in building:
        order.add(fact, *unmet.intersection(filing.builds_on))
    # After that error the sorter still yields all that is in no ring.
    with suppress(CycleError):
        order.prepare()
    in_ring = {fact for _, fact, _ in building}
    while ready := order.get_ready():
        in_ring.difference_update(ready)
        order.done(*ready)
    awaited = unmet - in_ring
    return {
        card for card, _, filing in building if not awaited.isdisjoint(filing.builds_on)
    }


def _is_set_aside(standing: Standing, today: date) -> bool:
    state = standing.state
    # A flight over the date line can bring a study day back.
    is_answered_tomorrow = state is not None and state.last_on > today
    return standing.is_set_aside(today) or is_answered_tomorrow


def _by_urgency(due: list[_Due], today: date) -> list[IndexRow]:
    due.sort(key=lambda each: (-each.overdue, _shuffled(each.row[0], today)))
    return [each.row for each in due]


def _shuffled(card: str, today: date) -> int:
    """Return a number that orders cards by chance, the same way all day."""
    return crc32(f"{today.isoformat()} {card}".encode())


def _deck_by_deck(by_deck: dict[str, list[IndexRow]]) -> Iterator[IndexRow]:
    """Yield new cards from each deck in turn, so that no deck waits for another."""
    for turn in zip_longest(*by_deck.values()):
        yield from (row for row in turn if row is not None)


def _chosen(
    rows: Iterable[IndexRow],
    fact_owner: dict[str, str],
    limit: int,
    kept: set[str],
) -> list[IndexRow]:
    """Return the `kept` cards, and others up to `limit` in all, one of each fact.

    `fact_owner` says which card stands for a fact today and is added to.
    """
    chosen = []
    left, awaited = limit - len(kept), len(kept)
    for row in rows:
        if left <= 0 and not awaited:
            break
        card, fact, _ = row
        if card in kept:
            chosen.append(row)
            awaited -= 1
        elif left > 0 and fact_owner.setdefault(fact, card) == card:
            chosen.append(row)
            left -= 1
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
