"""A script is spoken against the clock, and its beats are ticked afterwards."""

from collections.abc import Callable
from time import monotonic

from pmflash.answering.base import AskClock, Reply
from pmflash.tui.actions import Action
from pmflash.tui.inputs.base import Fold, Ink, Line
from pmflash.tui.inputs.ticks import TicksInput

SHORTEST_SECONDS = 1.0
"""Enter stops no clock before: it may be held down."""

_START = Action("enter", "start", "enter", "start", "Start the clock, and speak.", 1)
_STOP = Action("enter,space", "stop", "enter", "stop", "Stop the clock.", 0)


class ClockInput(TicksInput):
    """A clock that Enter starts and stops; then the boxes of the beats."""

    invitation = "  Enter starts the clock; speak. Space shows the beats."

    def __init__(self, ask: AskClock, now: Callable[[], float] = monotonic) -> None:
        super().__init__(ask)
        self._now = now
        self._limit = ask.seconds
        self._started: float | None = None
        self._taken: float | None = None

    @property
    def reply(self) -> Reply:
        """The seconds taken, none for a clock that never ran, then the beats."""
        ticked = super().reply
        if self._started is None:
            return ("", *ticked) if ticked else ()
        return (str(int(self._seconds)), *ticked)

    @property
    def is_running(self) -> bool:
        """Whether the clock goes."""
        return self._started is not None and self._taken is None

    @property
    def actions(self) -> tuple[Action, ...]:
        """Starting, stopping, then ticking."""
        if self.is_turned:
            return super().actions
        return (_START,) if self._started is None else (_STOP,)

    def take(self, key: str, character: str | None) -> bool:
        """Start the clock, or tick a beat."""
        if self.is_turned:
            return super().take(key, character)
        if key != "enter":
            return False
        if self._started is None:
            self._started = self._now()
            return True
        return self._seconds < SHORTEST_SECONDS

    def turn(self, answer: str) -> str:
        """Stop the clock, and put boxes before the beats."""
        self._taken = self._seconds
        return super().turn(answer)

    def lines(self, width: int, fold: Fold) -> list[Line]:
        """Return the clock, which goes up, and below it the beats."""
        lines = super().lines(width, fold)
        if self._started is None and self.is_turned:
            return lines
        is_over = 0 < self._limit < self._seconds
        ink = Ink.WARNING if is_over else Ink.BOLD
        stands = self._started is None
        return [
            Line(
                (
                    (_shown(self._seconds), Ink.DIM if stands else ink),
                    (f" of {_shown(self._limit)}" if self._limit else "", Ink.DIM),
                    (self._over(is_over), ink),
                )
            ),
            *([Line(), *lines] if lines else []),
        ]

    @property
    def _seconds(self) -> float:
        if self._taken is not None:
            return self._taken
        return 0.0 if self._started is None else self._now() - self._started

    def _over(self, is_over: bool) -> str:
        return f"  over by {_shown(self._seconds - self._limit)}" if is_over else ""


def _shown(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"
