"""One line of the review log: the only truth about a learner's progress."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from pmflash.model.rating import Rating

LONGEST_ANSWER_MILLISECONDS = 10 * 60 * 1000
"""A card left open for longer counts as this long."""


class EventKind(StrEnum):
    """What happened."""

    REVIEW = "review"
    DRILL = "drill"
    CRAM = "cram"
    UNDO = "undo"
    SUSPEND = "suspend"
    RESUME = "resume"
    BURY = "bury"
    RESET = "reset"
    FLAG = "flag"
    NOTE = "note"


# A log may hold a million, and tuples can be made without a line of Python for each.
class Event(NamedTuple):
    """Something the learner did to a card, with the day that was true then."""

    id: str
    kind: EventKind
    card: str
    at: str
    """UTC instant in ISO 8601 with microseconds and `Z`; sorts as text."""
    offset_minutes: int
    """What the learner's clock was ahead of UTC."""
    day: date
    """The study day that was true at that place and time."""
    rating: Rating | None = None
    quality: int | None = None
    milliseconds: int = 0
    """From the card's appearance to its rating, ten minutes at most."""
    target: str = ""
    """Id of the event that an undo takes back."""
    note: str = ""
    """What the learner finds wrong with the card; an empty note takes that away."""
    spoken_seconds: int = 0
    """How long a script was spoken; 0 where no clock ran."""
    rev: int = 0
    """The `rev` of the card's fact when it was answered."""
