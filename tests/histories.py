"""Everything that a history can be asked, to compare two of them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from pmflash.study.history import History


def told(history: History, days: Iterable[date]) -> dict[str, Any]:
    """What a history says of all cards, and of `days`."""
    cards = sorted(history.reviewed_cards())
    return {
        "cards": cards,
        "standing": [history.standing(card) for card in cards],
        "answer_count": [history.answer_count(card) for card in cards],
        "study_days": history.study_days(),
        "days": [told_of_day(history, day) for day in days],
        "events": [history.events_of(card) for card in cards],
        "by_card": sorted(history.events_by_card(), key=str),
    }


def told_of_day(history: History, day: date) -> tuple[Any, ...]:
    """What a history says of one day."""
    cards = sorted(history.reviewed_cards())
    return (
        history.answers_on(day),
        history.marks_on(day),
        history.last_at(day),
        history.done_on(day),
        history.crams_on(day),
        [history.standing_before(card, day) for card in cards],
    )
