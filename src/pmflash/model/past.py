"""What everything before an instant came to, for starts that read only what is new."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pmflash.model.event import Event

Row = list[Any]
"""What is remembered of a card, as JSON has it."""


@dataclass(frozen=True, slots=True)
class Past:
    """A review log up to an instant, without its events, and all events from then on.

    Also kept are undos that take back a later event, or one that is not known.
    """

    until: str
    """UTC instant, or the beginning of one; events before it are not in `kept`."""
    until_day: date
    """The first study day of which nothing is in the part without events."""
    cards: Mapping[str, Row]
    """Where each card stood at `until`; cards that only `kept` speaks of are not in."""
    study_days: frozenset[date]
    """Days before `until` on which something was answered that still counts."""
    kept: tuple[Event, ...]
