"""How a card that has variants is asked: each answer brings the next one."""

from pmflash.model.card import Card
from pmflash.study.history import History


def as_asked(card: Card, history: History, answers_ago: int = 0) -> Card:
    """Return `card` as it is asked now, or as it was some answers to it ago."""
    if not card.variants:
        return card
    return card.asked(history.answer_count(card.id) - answers_ago)
