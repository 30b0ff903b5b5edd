"""Replies to cards, judged by the mode that a learner would meet."""

from builders import a_card
from pmflash.answering.base import Rightness, Verdict
from pmflash.answering.registry import mode_of
from pmflash.model.card import Card
from pmflash.model.mode import Mode

RIGHT, PARTLY, WRONG, OPEN = Rightness


def judged(card: Card, *reply: str) -> Verdict:
    """The verdict on what was entered."""
    return mode_of(card).judge(card, reply)


def verdict(mode: Mode, *reply: str) -> Verdict:
    """The verdict on what was entered for a card of this mode."""
    return judged(a_card(mode=mode), *reply)
