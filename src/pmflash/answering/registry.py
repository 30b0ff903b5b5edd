"""Every answer mode. Add one: write one module, add one line here."""

from pmflash.answering.base import AnswerMode
from pmflash.answering.choice import ChoiceAnswer
from pmflash.answering.grid import GridAnswer
from pmflash.answering.number import NumberAnswer
from pmflash.answering.order import OrderAnswer
from pmflash.answering.range import RangeAnswer
from pmflash.answering.rehearse import RehearseAnswer
from pmflash.answering.reveal import RevealAnswer
from pmflash.answering.ticks import TicksAnswer
from pmflash.answering.typed import TypedAnswer
from pmflash.model.card import Card

ANSWER_MODES: tuple[AnswerMode, ...] = (
    RevealAnswer(),
    TypedAnswer(),
    NumberAnswer(),
    RangeAnswer(),
    ChoiceAnswer(),
    OrderAnswer(),
    TicksAnswer(),
    GridAnswer(),
    RehearseAnswer(),
)

FALLBACK = ANSWER_MODES[0]
"""Answers every card whose own mode is not in the list."""

_MODE_BY_NAME = {mode.name: mode for mode in ANSWER_MODES}


def mode_of(card: Card, reveal_only: bool = False) -> AnswerMode:
    """Return the mode that answers `card`; `reveal_only` turns all others off."""
    return FALLBACK if reveal_only else _MODE_BY_NAME.get(card.mode.name, FALLBACK)
