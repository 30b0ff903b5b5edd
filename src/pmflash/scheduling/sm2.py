"""SM-2 in both forms that its author published.

Sources: P. A. Wozniak, "Optimization of learning" (1990), the steps of algorithm
SM-2 (`text`), and the author's own program of 1987 (`listing`).
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from pmflash.model.rating import PASSING_QUALITY
from pmflash.model.settings import Sm2Variant
from pmflash.scheduling.base import CardState

FIRST_EASE_PERCENT = 250
LOWEST_EASE_PERCENT = 130
FIRST_INTERVAL_DAYS = 1
SECOND_INTERVAL_DAYS = 6
LONGEST_INTERVAL_DAYS = 36_500

# 0.1 - (5 - q) * (0.08 + (5 - q) * 0.02), in hundredths, for q = 0 to 5.
EASE_CHANGE_PERCENT = (-80, -54, -32, -14, 0, 10)


@dataclass(frozen=True, slots=True)
class Sm2State(CardState):
    """SM-2's memory of a card."""

    repetitions: int
    """SM-2's n: passes since the last failure."""
    ease_percent: int
    """The ease factor in hundredths, so that no binary fraction ever rounds it."""


@dataclass(frozen=True, slots=True)
class Sm2:
    """The scheduler of SM-2, in one of its two published variants."""

    variant: Sm2Variant = "listing"

    @property
    def name(self) -> str:
        """Slug by which settings choose it."""
        return f"sm2-{self.variant}"

    def review(self, state: Sm2State | None, quality: int, on: date) -> Sm2State:
        """Return the state after an answer of `quality` 0 to 5 on study day `on`."""
        before = state or _unseen(on)
        if quality < PASSING_QUALITY:
            after = self._failed(before, quality)
        elif state is not None and on < state.due_on:
            after = self._passed_early(before, on)
        else:
            after = self._passed(before, quality)
        return replace(
            after,
            due_on=on + timedelta(days=after.interval_days),
            last_on=on,
            review_count=before.review_count + 1,
        )

    def change(self, before: Sm2State | None, after: Sm2State) -> str:
        """Return the new ease factor and by how much an answer moves it."""
        known = FIRST_EASE_PERCENT if before is None else before.ease_percent
        ease = f"ease {after.ease_percent / 100:.2f}"
        moved = after.ease_percent - known
        return f"{ease} ({moved / 100:+.2f})" if moved else ease

    def reason(self, before: Sm2State | None, quality: int, on: date) -> str:
        """Return which of SM-2's rules gives the interval."""
        if quality < PASSING_QUALITY:
            return "forgotten, so it starts over"
        known = before or _unseen(on)
        is_early = before is not None and on < before.due_on
        if is_early and known.repetitions <= 1:
            return "known before it was due, which changes nothing yet"
        if is_early:
            days = f"{self._elapsed_days(known, on)} of {known.interval_days} days"
            return f"known early, after {days}; ease {known.ease_percent / 100:.2f}"
        match known.repetitions:
            case 0:
                return "the first interval"
            case 1:
                return "the second interval"
            case _:
                days = f"{known.interval_days} days"
                return f"{days} × ease {known.ease_percent / 100:.2f}"

    def _failed(self, before: Sm2State, quality: int) -> Sm2State:
        ease_percent = before.ease_percent
        if self.variant == "listing":
            ease_percent = _ease_after(ease_percent, quality)
        return replace(
            before,
            repetitions=0,
            interval_days=FIRST_INTERVAL_DAYS,
            ease_percent=ease_percent,
            lapses=before.lapses + (before.repetitions > 0),
        )

    def _passed(self, before: Sm2State, quality: int) -> Sm2State:
        if before.repetitions == 0:
            interval_days = FIRST_INTERVAL_DAYS
        elif before.repetitions == 1:
            interval_days = SECOND_INTERVAL_DAYS
        else:
            # Both sources multiply by the ease factor from before this answer.
            interval_days = self._grown(before.interval_days, before.ease_percent)
        return replace(
            before,
            repetitions=before.repetitions + 1,
            interval_days=interval_days,
            ease_percent=_ease_after(before.ease_percent, quality),
        )

    def _passed_early(self, before: Sm2State, on: date) -> Sm2State:
        if before.repetitions <= 1:
            return before
        elapsed_days = self._elapsed_days(before, on)
        grown_days = self._grown(elapsed_days, before.ease_percent)
        return replace(
            before,
            repetitions=before.repetitions + 1,
            interval_days=max(before.interval_days, grown_days),
        )

    @staticmethod
    def _elapsed_days(before: Sm2State, on: date) -> int:
        return max(0, min(before.interval_days, (on - before.last_on).days))

    def _grown(self, interval_days: int, ease_percent: int) -> int:
        whole, hundredths = divmod(interval_days * ease_percent, 100)
        if self.variant == "text":
            rounded_up = hundredths > 0
        else:
            rounded_up = hundredths > 50 or (hundredths == 50 and whole % 2 == 1)
        return min(LONGEST_INTERVAL_DAYS, whole + rounded_up)


def ease_percent(state: CardState | None) -> int | None:
    """Return the ease factor in hundredths; None where SM-2 remembers none."""
    return state.ease_percent if isinstance(state, Sm2State) else None


def _unseen(on: date) -> Sm2State:
    return Sm2State(
        due_on=on,
        interval_days=0,
        last_on=on,
        review_count=0,
        lapses=0,
        repetitions=0,
        ease_percent=FIRST_EASE_PERCENT,
    )


def _ease_after(ease_percent: int, quality: int) -> int:
    return max(LOWEST_EASE_PERCENT, ease_percent + EASE_CHANGE_PERCENT[quality])
