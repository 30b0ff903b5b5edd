"""The copy of a learner's progress that each study day leaves behind."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from pmflash.cli import report
from pmflash.cli.left_out import tell_left_out
from pmflash.clock import find_clock
from pmflash.model.failure import StorageError
from pmflash.storage.locations import Locations

if TYPE_CHECKING:
    from concurrent.futures import Future

_NICENESS = 10
"""What the thread that copies adds to its own: it runs when others do not want to."""


class DailyCopy:
    """Copies made beside a sitting, each as its study day found everything."""

    def __init__(self, locations: Locations, today: Callable[[], date]) -> None:
        self._locations = locations
        self._today = today
        self._day: date | None = None
        """The last one whose copy was begun."""
        self._making: Future[None] | None = None

    def begin(self) -> None:
        """Make today's copy in the background, unless that was begun before.

        Call it when there is something to read, and again whenever something is done:
        a sitting may be left alone until another day.
        """
        day = self._today()
        if day == self._day:
            return
        from concurrent.futures import ThreadPoolExecutor

        self._day = day
        worker = ThreadPoolExecutor(1, "daily-copy")
        self._making = worker.submit(_keep_aside, self._locations, day)
        worker.shutdown(wait=False)

    def end(self) -> None:
        """Wait for today's copy, or make it; say it when it cannot be made.

        Call it on leaving, when nothing is shown that words could come over.
        """
        if self._making is not None:
            # What was in the way may be gone by now.
            with suppress(StorageError):
                self._making.result()
        keep_daily_copy(self._locations, self._today())


def keep_daily_copy(locations: Locations, day: date) -> None:
    """Copy the home once a study day; say it when that cannot be done, and go on."""
    try:
        _keep(locations, day)
        tell_left_out(locations)
    except StorageError as error:
        report.talk(f"today's copy of your progress was not made: {error.message}")
        report.talk(f"  = help: {error.help}")


def _keep_aside(locations: Locations, day: date) -> None:
    """Copy the home in a thread that lets the one with the screen go first."""
    if sys.platform == "linux":
        # Elsewhere that would slow down all threads of the process.
        with suppress(OSError):
            os.nice(_NICENESS)
    _keep(locations, day)


def _keep(locations: Locations, day: date) -> None:
    # The zip library is for those who wait for nothing.
    from pmflash.storage.backup import keep_copy_of

    keep_copy_of(day, locations, find_clock(os.environ)())
