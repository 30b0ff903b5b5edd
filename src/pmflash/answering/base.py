"""What every answer mode promises: an ask for the screen, a verdict for a reply."""

from dataclasses import dataclass
from typing import Protocol

from pmflash.model.card import Card
from pmflash.model.rating import Rating


@dataclass(frozen=True, slots=True)
class AskNothing:
    """The learner only turns the card."""


Ask = AskNothing
"""What a screen has to let the learner enter before the answer is shown."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reply was worth; the learner's own key always wins."""

    suggested: Rating | None
    """None where only the learner can tell."""
    missed: tuple[str, ...] = ()


class AnswerMode(Protocol):
    """Turns a card into an ask, and a reply into a verdict."""

    @property
    def name(self) -> str:
        """The mode's name on cards, or `reveal` for all."""

    def ask(self, card: Card) -> Ask:
        """Return what has to be entered."""

    def judge(self, card: Card, reply: str) -> Verdict:
        """Return what `reply` is worth."""
