"""What a cram asks: cards whatever their due date, the weakest ones first."""

from collections.abc import Iterable, Sequence
from datetime import date

from pmflash.model.event import Event
from pmflash.model.rating import DRILL_QUALITY, Rating
from pmflash.scheduling.base import CardState
from pmflash.scheduling.sm2 import FIRST_EASE_PERCENT, ease_percent
from pmflash.study.history import History
from pmflash.study.index import CardIndex
from pmflash.study.queue import PlannedCard
from pmflash.study.scope import Scope


def cram_plan(
    index: CardIndex, history: History, today: date, scope: Scope, only_missed: bool
) -> tuple[PlannedCard, ...]:
    """Return the cards of a cram in `scope` in the order of asking.

    Shortest interval first, then lowest ease, then most lapses; new cards come last,
    in study order. Cards that are set aside are left out.
    """
    missed = missed_cards(history.answers_on(today)) if only_missed else frozenset()
    reviewed = history.reviewed_cards()
    known: list[tuple[tuple[int, int, int], PlannedCard]] = []
    new: list[PlannedCard] = []
    for card, fact, filing in index:
        if (only_missed and card not in missed) or not scope.has(card, filing):
            continue
        if card not in reviewed:
            new.append(PlannedCard(card, fact, is_new=True))
            continue
        standing = history.standing(card)
        if standing.is_set_aside(today):
            continue
        if standing.state is None:
            new.append(PlannedCard(card, fact, is_new=True))
        else:
            planned = PlannedCard(card, fact, is_new=False)
            known.append((_strength(standing.state), planned))
    known.sort(key=lambda each: each[0])
    return (*(card for _, card in known), *new)


def missed_cards(answers: Iterable[Event]) -> frozenset[str]:
    """Return the cards that were rated again at least once."""
    return frozenset(each.card for each in answers if each.rating is Rating.AGAIN)


def last_round(
    answers: Sequence[Event], plan: Sequence[PlannedCard]
) -> tuple[Event, ...]:
    """Return the answers since every card of `plan` was known, or from the start."""
    to_ask = {card.id for card in plan}
    unanswered, pending, start = set(to_ask), set[str](), 0
    for place, answer in enumerate(answers, 1):
        unanswered.discard(answer.card)
        if answer.quality is not None and answer.quality < DRILL_QUALITY:
            pending.add(answer.card)
        else:
            pending.discard(answer.card)
        if not unanswered and not pending:
            unanswered, start = set(to_ask), place
    return tuple(answers[start:])


def _strength(state: CardState) -> tuple[int, int, int]:
    ease = ease_percent(state) or FIRST_EASE_PERCENT
    return state.interval_days, ease, -state.lapses
