"""How a card wants to be answered, with all that is needed to judge a reply."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Reveal:
    """The learner thinks, turns the card and judges alone."""

    name: ClassVar[str] = "reveal"


REVEAL = Reveal()


@dataclass(frozen=True, slots=True)
class Typed:
    """The learner types the answer."""

    name: ClassVar[str] = "typed"

    accept: tuple[str, ...]
    """Every spelling that counts as right."""


@dataclass(frozen=True, slots=True)
class Number:
    """The learner gives one number."""

    name: ClassVar[str] = "number"

    value: str
    """A decimal numeral as the author wrote it, such as `0.07`."""
    unit: str
    tolerance: str = "0"
    """Largest distance from `value` that still counts, in the same unit."""


@dataclass(frozen=True, slots=True)
class Range:
    """The learner gives the two ends of a band."""

    name: ClassVar[str] = "range"

    low: str
    high: str
    unit: str


@dataclass(frozen=True, slots=True)
class Choice:
    """The learner picks one of several."""

    name: ClassVar[str] = "choice"

    right: str
    options: tuple[str, ...]
    """All that can always be picked, `right` among them, in the author's order."""
    distractors: tuple[tuple[str, ...], ...] = ()
    """What else may be offered: of each day some, those of an earlier group first."""


@dataclass(frozen=True, slots=True)
class Order:
    """The learner puts things in order."""

    name: ClassVar[str] = "order"

    items: tuple[str, ...]
    """In the right order."""


@dataclass(frozen=True, slots=True)
class Ticks:
    """The learner says all parts, then ticks those that were there."""

    name: ClassVar[str] = "ticks"

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The learner fills a table cell by cell."""

    name: ClassVar[str] = "grid"

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    """One tuple a row, one text a column."""


@dataclass(frozen=True, slots=True)
class Rehearse:
    """The learner speaks against the clock, then ticks the beats that were there."""

    name: ClassVar[str] = "rehearse"

    beats: tuple[str, ...]
    seconds: int
    """Time to stay within; 0 for no limit."""


Mode = Reveal | Typed | Number | Range | Choice | Order | Ticks | Grid | Rehearse

MODES: tuple[type[Mode], ...] = (
    Reveal,
    Typed,
    Number,
    Range,
    Choice,
    Order,
    Ticks,
    Grid,
    Rehearse,
)
