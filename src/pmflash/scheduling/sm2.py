"""SM-2 in both forms that its author published.

Sources: P. A. Wozniak, "Optimization of learning" (1990), the steps of algorithm
SM-2 (`text`), and the author's own program of 1987 (`listing`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pmflash.model.rating import PASSING_QUALITY
from pmflash.model.settings import Sm2Variant
from pmflash.scheduling.base import CardState

FIRST_EASE_PERCENT = 250
LOWEST_EASE_PERCENT = 130
FIRST_INTERVALS_DAYS = (1, 6)
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


_UNSEEN = Sm2State(
    due_on=date.min,
    interval_days=0,
    last_on=date.min,
    review_count=0,
    lapses=0,
    repetitions=0,
    ease_percent=FIRST_EASE_PERCENT,
)


@dataclass(frozen=True, slots=True)
class Sm2:
    """The scheduler of SM-2, in one of its two published variants."""

    variant: Sm2Variant = "listing"

    @property
    def name(self) -> str:
        """Slug by which settings choose it."""
        return f"sm2-{self.variant}"

    @property
    def state_type(self) -> type[Sm2State]:
        """SM-2's memory of a card."""
        return Sm2State

    def review(self, state: Sm2State | None, quality: int, on: date) -> Sm2State:
        """Return the state after an answer of `quality` 0 to 5 on study day `on`."""
        return self._after(state or _UNSEEN, ((quality, on),))

    def replay(
        self, state: Sm2State | None, reviews: Sequence[tuple[int, date]]
    ) -> Sm2State | None:
        """Return the state after all of `reviews`, each a quality and a study day."""
        return self._after(state or _UNSEEN, reviews) if reviews else state

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
        known = before or _UNSEEN
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

    def _after(self, before: Sm2State, reviews: Sequence[tuple[int, date]]) -> Sm2State:
        # Plain numbers and few calls, as a log may hold a million reviews.
        interval_days, repetitions = before.interval_days, before.repetitions
        ease_percent, lapses = before.ease_percent, before.lapses
        last, due = before.last_on.toordinal(), before.due_on.toordinal()
        is_listing = self.variant == "listing"
        for quality, on in reviews:
            today = on.toordinal()
            is_early = today < due
            eased = ease_percent + EASE_CHANGE_PERCENT[quality]
            if eased < LOWEST_EASE_PERCENT:
                eased = LOWEST_EASE_PERCENT
            if quality < PASSING_QUALITY:
                lapses += repetitions > 0
                repetitions, interval_days = 0, FIRST_INTERVALS_DAYS[0]
                if is_listing:
                    ease_percent = eased
            elif repetitions > 1:
                days = interval_days
                if is_early:
                    days = max(0, min(interval_days, today - last))
                # Both multiply by the ease from before; one rounds to even, one up.
                hundredths = days * ease_percent
                hundredths += 49 + (hundredths // 100 & 1) if is_listing else 99
                grown_days = hundredths // 100
                if is_early:
                    interval_days = max(interval_days, grown_days)
                else:
                    interval_days, ease_percent = grown_days, eased
                if interval_days > LONGEST_INTERVAL_DAYS:
                    interval_days = LONGEST_INTERVAL_DAYS
                repetitions += 1
            elif not is_early:
                interval_days = FIRST_INTERVALS_DAYS[repetitions]
                repetitions, ease_percent = repetitions + 1, eased
            last, due = today, today + interval_days
        return Sm2State(
            date.fromordinal(due),
            interval_days,
            date.fromordinal(last),
            before.review_count + len(reviews),
            lapses,
            repetitions,
            ease_percent,
        )

    @staticmethod
    def _elapsed_days(before: Sm2State, on: date) -> int:
        return max(0, min(before.interval_days, (on - before.last_on).days))


def ease_percent(state: CardState | None) -> int | None:
    """Return the ease factor in hundredths; None where SM-2 remembers none."""
    return state.ease_percent if isinstance(state, Sm2State) else None
