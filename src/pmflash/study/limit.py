"""How long a sitting may be, counted in the time that its own answers took."""

from dataclasses import dataclass, replace

from pmflash.model.event import Event

_MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class Limit:
    """A soft limit, with what this sitting has spent of it."""

    minutes: int = 0
    """0 for none."""
    answers: int = 0
    """How many answers it came to so far, less those that were taken back."""
    milliseconds: int = 0
    """The time that they took."""

    @property
    def is_reached(self) -> bool:
        """Whether there is a limit, and it is used up."""
        return 0 < self.minutes * _MINUTE <= self.milliseconds

    @property
    def spent_minutes(self) -> int:
        """The whole minutes that were spent."""
        return max(0, self.milliseconds) // _MINUTE

    def after(self, answer: Event) -> "Limit":
        """Return what is spent after one more answer."""
        spent = self.milliseconds + answer.milliseconds
        return replace(self, answers=self.answers + 1, milliseconds=spent)

    def without(self, answer: Event) -> "Limit":
        """Return what is spent when an answer is taken back."""
        spent = self.milliseconds - answer.milliseconds
        return replace(self, answers=self.answers - 1, milliseconds=spent)

    def longer(self, minutes: int) -> "Limit":
        """Return the limit that leaves so many minutes more from now on."""
        return replace(self, minutes=self.spent_minutes + minutes)


NO_LIMIT = Limit()
