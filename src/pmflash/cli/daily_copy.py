"""The copy of a learner's progress that each study day leaves behind."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from pmflash.cli import report
from pmflash.cli.beside import Beside
from pmflash.cli.left_out import tell_left_out
from pmflash.clock import find_clock
from pmflash.model.failure import StorageError
from pmflash.storage.locations import Locations
from pmflash.storage.own_log import own_length

_NICENESS = 5
"""What the thread that copies adds to its own: others go first, and it gets on."""
_MOMENT_SECONDS = 0.3
"""So long a wait needs no word."""


class DailyCopy:
    """Copies made beside a sitting, each as its study day found everything.

    Make it before a learner can do anything: what is saved since is not in the copy.
    """

    def __init__(self, locations: Locations, today: Callable[[], date]) -> None:
        self._locations = locations
        self._today = today
        self._begun: dict[date, Beside] = {}
        """The copies of this sitting, each in its thread."""
        self._has_told = False
        """Whether it was said what one waits for."""
        self._find_day()

    def begin(self) -> None:
        """Make today's copy in the background, unless that was begun before.

        Call it when there is something to read, and again before whatever is done: a
        sitting may be left alone until another day.
        """
        if self._today() != self._day:
            self._find_day()
        # The very first day has only its own work, which is copied on leaving.
        if self._day not in self._begun and self._own_length is not None:
            self._make(is_nice=True)

    def end(self) -> None:
        """Wait for today's copy, or make it; say it when it cannot be made.

        An earlier day's that could not be made is told too, unless a later one was: it
        holds all that the earlier one would have held. Call it on leaving, when nothing
        is shown that words could come over.
        """
        if self._today() != self._day:
            self._find_day()
        begun = self._begun.get(self._day)
        # What was in the way may be gone by now.
        if begun is None or self._failure(begun) is not None:
            self._make(is_nice=False)
        failures: dict[date, StorageError] = {}
        for day, making in self._begun.items():
            failure = self._failure(making)
            if failure is None:
                failures.clear()
            else:
                failures[day] = failure
        for day, failure in failures.items():
            whose = "today's copy" if day == self._day else f"the copy of {day}"
            _tell_failure(whose, failure)
        if not failures:
            _tell_left_out(self._locations)

    def _find_day(self) -> None:
        """Note what today has found: a copy is made beside the first answers."""
        self._day = self._today()
        self._own_length: int | None = None
        # Whoever makes the copy meets what is wrong again, and tells it.
        with suppress(StorageError):
            self._own_length = own_length(self._locations)

    def _make(self, *, is_nice: bool) -> None:
        locations, day, length = self._locations, self._day, self._own_length

        def make() -> None:
            if is_nice:
                _let_others_go_first()
            _keep(locations, day, length)

        self._begun[day] = Beside(make, "daily-copy")

    def _failure(self, making: Beside) -> StorageError | None:
        """Return why a copy was not made, when that is known, which may take a while.

        Raises what was a mistake of ours.
        """
        if not (self._has_told or making.is_done_within(_MOMENT_SECONDS)):
            self._has_told = True
            report.talk("making today's copy of your progress ...")
        try:
            making.finish()
        except StorageError as error:
            return error
        return None


def keep_daily_copy(locations: Locations, day: date) -> None:
    """Copy the home once a study day; say it when that cannot be done, and go on."""
    try:
        _keep(locations, day)
    except StorageError as error:
        _tell_failure("today's copy", error)
    else:
        _tell_left_out(locations)


def _tell_failure(whose: str, error: StorageError) -> None:
    report.talk(f"{whose} of your progress was not made: {error.message}")
    report.talk(f"  = help: {error.help}")


def _tell_left_out(locations: Locations) -> None:
    try:
        tell_left_out(locations)
    except StorageError as error:
        report.failure(error)


def _let_others_go_first() -> None:
    if sys.platform == "linux":
        # Elsewhere that would slow down all threads of the process.
        with suppress(OSError):
            os.nice(_NICENESS)


def _keep(locations: Locations, day: date, own_length: int | None = None) -> None:
    # The zip library is for those who wait for nothing.
    from pmflash.storage.backup import keep_copy_of

    keep_copy_of(day, locations, find_clock(os.environ)(), own_length)
