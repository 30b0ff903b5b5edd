"""The copy of a learner's progress that each day leaves behind."""

import os
from datetime import date

from pmflash.cli import report
from pmflash.clock import find_clock
from pmflash.model.failure import StorageError
from pmflash.storage.locations import Locations


def keep_daily_copy(locations: Locations, day: date) -> None:
    """Copy the home once a study day; say it when that cannot be done, and go on.

    It is called on leaving, where no card waits for it.
    """
    # The zip library is for those who leave, not for those who start.
    from pmflash.storage.backup import keep_copy_of

    try:
        keep_copy_of(day, locations, find_clock(os.environ)())
    except StorageError as error:
        report.talk(f"today's copy of your progress was not made: {error.message}")
        report.talk(f"  = help: {error.help}")
