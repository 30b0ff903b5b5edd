"""What every scheduler promises: the next state from state, quality and day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

LEECH_LAPSES = 8
"""A card that was failed so often after having been passed is a leech."""


@dataclass(frozen=True, slots=True)
class CardState:
    """What every scheduler remembers of a card that was reviewed."""

    due_on: date
    """First study day on which the card should be asked."""
    interval_days: int
    last_on: date
    """Study day of the last review."""
    review_count: int
    lapses: int
    """How often it was failed after having been passed."""

    @property
    def is_leech(self) -> bool:
        """Whether it was failed so often that another wording would help more."""
        return self.lapses >= LEECH_LAPSES


State = TypeVar("State", bound=CardState)


class Scheduler(Protocol[State]):
    """Decides when a card is due. Pure: no clock, no file, no randomness."""

    @property
    def name(self) -> str:
        """Slug by which settings choose it."""

    @property
    def state_type(self) -> type[State]:
        """What it remembers of a card: a `CardState` with more plain values."""

    def review(self, state: State | None, quality: int, on: date) -> State:
        """Return the state after an answer of `quality` 0 to 5 on study day `on`."""

    def replay(
        self, state: State | None, reviews: Sequence[tuple[int, date]]
    ) -> State | None:
        """Return the state after all of `reviews`: `review` over and over, but fast."""

    def change(self, before: State | None, after: State) -> str:
        """Return in a few words what an answer changes beside the interval."""

    def reason(self, before: State | None, quality: int, on: date) -> str:
        """Return in a few words why `review` gives the interval that it does."""
