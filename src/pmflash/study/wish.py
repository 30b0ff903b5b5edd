"""What a sitting is for: what is due, more than that, cards early, or a cram."""

from dataclasses import dataclass, replace

from pmflash.study.queue import Budget


@dataclass(frozen=True, slots=True)
class Start:
    """How far the day had come when a sitting began."""

    new: int = 0
    """New cards answered by then."""
    reviews: int = 0
    """Other cards answered by then."""
    at: str = ""
    """When something was done last before it, as in the log; empty for never."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a sitting asks beyond what the day asks anyway; by default nothing."""

    more_new: int = 0
    """New cards beyond the day's limit."""
    days_ahead: int = 0
    """Cards are asked so many days before they are due."""
    is_cram: bool = False
    """Whether all cards in scope are asked, and their schedule stays as it is."""
    only_missed: bool = False
    """Whether a cram asks only cards that were rated again today."""
    start: Start | None = None
    """Where the sitting began; None before it did."""

    def budget(self, usual: Budget) -> Budget:
        """Return what the day may ask with this wish, where it may ask `usual`."""
        start = self.start or Start()
        new, reviews = usual.new_per_day, usual.reviews_per_day
        if self.more_new:
            new = max(new, start.new) + self.more_new
        if self.days_ahead:
            reviews += max(reviews, start.reviews)
        return Budget(new, reviews)

    def on_another_day(self) -> "Wish":
        """Return what is left of the wish when its study day is over."""
        if self.is_cram and not self.only_missed:
            return replace(self, start=None)
        return WHAT_IS_DUE


WHAT_IS_DUE = Wish()
MORE_NEW = Wish(more_new=10)
A_DAY_AHEAD = Wish(days_ahead=1)
CRAM = Wish(is_cram=True)
MISSED_AGAIN = Wish(is_cram=True, only_missed=True)
