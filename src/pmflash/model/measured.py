"""What facts say of a measure, so that those of different seeds can be compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Statement:
    """What one fact states: always a text, and numbers where it is a figure."""

    text: str
    """As the answer of a card shows it, such as `$155,000 to $180,000`."""
    low: Decimal | None = None
    """Lower end, or the only number; None for what is not a figure."""
    high: Decimal | None = None
    """Upper end; the same as `low` for a single number."""
    unit: str = ""
    comparator: str = ""
    """How the number is meant, such as `about` or `up to`."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One statement with its measure, its owner and the fact that makes it."""

    measure: str
    owner: str
    """Whose figure it is: the fact's `owner`, or the context of its file."""
    fact: str
    """`origin/fact-id`."""
    statement: Statement
    caveat: str = ""
    """What the fact warns of; not lost where its figure is compared."""
    as_of: str = ""
    valid_until: str = ""


Peers = Mapping[str, tuple[Measured, ...]]
"""All statements of all files, by measure and in the order of the files."""
