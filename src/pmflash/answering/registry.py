"""Every answer mode. Add one: write one module, add one line here."""

from pmflash.answering.base import AnswerMode
from pmflash.answering.reveal import RevealAnswer
from pmflash.model.card import Card

ANSWER_MODES: tuple[AnswerMode, ...] = (RevealAnswer(),)

FALLBACK = ANSWER_MODES[0]
"""Answers every card whose own mode is not in the list."""

_MODE_BY_NAME = {mode.name: mode for mode in ANSWER_MODES}


def mode_of(card: Card) -> AnswerMode:
    """Return the mode that answers `card`."""
    return _MODE_BY_NAME.get(card.mode.name, FALLBACK)
