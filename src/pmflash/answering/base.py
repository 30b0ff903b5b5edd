"""What every answer mode promises: an ask for the screen, a verdict for a reply."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from pmflash.model.card import Card
from pmflash.model.rating import Rating


@dataclass(frozen=True, slots=True)
class AskNothing:
    """The learner only turns the card."""


@dataclass(frozen=True, slots=True)
class AskText:
    """The learner types a text. Reply: that text."""


@dataclass(frozen=True, slots=True)
class AskNumber:
    """The learner gives a number. Reply: what was typed."""

    unit: str


@dataclass(frozen=True, slots=True)
class AskRange:
    """The learner gives both ends of a band. Reply: low and high, as typed."""

    unit: str


@dataclass(frozen=True, slots=True)
class AskChoice:
    """The learner picks one of several. Reply: the option."""

    options: tuple[str, ...]
    """In the order to show."""


@dataclass(frozen=True, slots=True)
class AskOrder:
    """The learner puts things in order. Reply: all of them, in the learner's order."""

    items: tuple[str, ...]
    """In the order to begin with, which is never the right one."""


@dataclass(frozen=True, slots=True)
class AskTicks:
    """The learner says all things, and ticks them once they are shown.

    Reply: the things that were ticked.
    """

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskGrid:
    """The learner fills a table. Reply: the cells, row by row; empty for none."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: tuple[str, ...]
    """What may stand in a cell, in the order of their keys."""


@dataclass(frozen=True, slots=True)
class AskClock:
    """The learner speaks against the clock, then ticks the beats that came.

    Reply: the seconds taken, then the beats that were ticked.
    """

    seconds: int
    """Time to stay within; 0 for no limit."""
    beats: tuple[str, ...]


Ask = (
    AskNothing
    | AskText
    | AskNumber
    | AskRange
    | AskChoice
    | AskOrder
    | AskTicks
    | AskGrid
    | AskClock
)
"""What a screen has to let the learner enter."""

Reply = tuple[str, ...]
"""What the learner entered, as the ask says; empty for a card that was just turned."""


class Rightness(StrEnum):
    """How much of a reply was right."""

    RIGHT = "right"
    PARTLY = "partly right"
    WRONG = "wrong"
    OPEN = "open"
    """Only the learner can tell."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reply was worth; the learner's own key always wins."""

    rightness: Rightness = Rightness.OPEN
    suggested: Rating | None = None
    """None where only the learner can tell."""
    missed: tuple[str, ...] = ()
    """The parts that were not there, or not in their place."""
    remark: str = ""
    """One line on what differs, such as `you wrote “Probelm”`."""


OPEN = Verdict()


class AnswerMode(Protocol):
    """Turns a card into an ask, and a reply into a verdict."""

    @property
    def name(self) -> str:
        """The mode's name on cards, or `reveal` for all."""

    def ask(self, card: Card, today: date) -> Ask:
        """Return what may be entered; the same all day."""

    def judge(self, card: Card, reply: Reply) -> Verdict:
        """Return what `reply` is worth; `OPEN` for an empty one."""
