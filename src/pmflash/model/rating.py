"""The learner's verdict on an answer, and the keys that give it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

PASSING_QUALITY = 3
"""SM-2 counts an answer as recalled from this quality on."""

DRILL_QUALITY = 4
"""An answer below this comes again in the final drill."""


class Rating(StrEnum):
    """How well the card was known."""

    AGAIN = "again"
    HARD = "hard"
    GOOD = "good"
    EASY = "easy"


@dataclass(frozen=True, slots=True)
class Button:
    """One key that rates a card."""

    key: str
    label: str
    rating: Rating
    quality: int
    """SM-2's 0 to 5."""

    @property
    def keyed_label(self) -> str:
        """What it is called, behind its key."""
        has_key = self.label.startswith(self.key)
        return self.label if has_key else f"{self.key} {self.label}"


FOUR_BUTTONS: tuple[Button, ...] = (
    Button("1", "Again", Rating.AGAIN, 2),
    Button("2", "Hard", Rating.HARD, 3),
    Button("3", "Good", Rating.GOOD, 4),
    Button("4", "Easy", Rating.EASY, 5),
)

SIX_GRADES: tuple[Button, ...] = (
    Button("0", "0 Blank", Rating.AGAIN, 0),
    Button("1", "1 Wrong", Rating.AGAIN, 1),
    Button("2", "2 Nearly", Rating.AGAIN, 2),
    Button("3", "3 Hard", Rating.HARD, 3),
    Button("4", "4 Good", Rating.GOOD, 4),
    Button("5", "5 Easy", Rating.EASY, 5),
)

_QUALITY = {button.rating: button.quality for button in FOUR_BUTTONS}


def button_for(rating: Rating, buttons: Iterable[Button]) -> Button:
    """Return the one of `buttons` that is the same to SM-2 as `rating`."""
    return next(button for button in buttons if button.quality == _QUALITY[rating])
