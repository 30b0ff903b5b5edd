"""The learner's clock, which tests and demonstrations can set."""

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from pmflash.model.failure import StorageError, UsageError
from pmflash.model.study_day import YEARS

VARIABLE = "PMFLASH_NOW"
_COUNTABLE_YEARS = range(1000, YEARS.stop)
"""The system may be wrong by more than is worth telling, but not by more than this."""

Clock = Callable[[], datetime]
"""Returns the present moment with the learner's own UTC offset."""


def find_clock(environ: Mapping[str, str]) -> Clock:
    """Return the system's clock, or one that ticks on from `PMFLASH_NOW`."""
    told = environ.get(VARIABLE)
    if not told:
        return _system_now
    start = _moment(told)
    if start is None or start.year not in YEARS:
        raise UsageError(
            f"{VARIABLE} is `{told}`, which is not a moment",
            "write it like 2026-11-21T08:00:00+01:00",
        )
    if start.tzinfo is None:
        start = start.astimezone()
    started = time.monotonic()
    return lambda: start + timedelta(seconds=time.monotonic() - started)


def _system_now() -> datetime:
    """Return the system's moment; raises `StorageError` when no day follows from it."""
    try:
        moment = datetime.now().astimezone()
    except (ValueError, OverflowError, OSError) as error:
        raise StorageError(
            "the clock here tells no moment that a calendar has",
            "set the clock and the time zone of this computer, then try again",
        ) from error
    if moment.year not in _COUNTABLE_YEARS:
        raise StorageError(
            f"the clock here says it is {moment.date()}",
            "set the clock of this computer, then try again",
        )
    return moment


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def utc_text(moment: datetime, after: str = "") -> str:
    """Return `moment` as the review log writes it: UTC, microseconds and `Z`.

    It is later than `after`, a moment written this way, also on a clock that was
    put back: the order of answers counts, not their distance.
    """
    written = _written(moment.astimezone(UTC).replace(tzinfo=None))
    if written > after:
        return written
    return _written(datetime.fromisoformat(after[:-1]) + timedelta(microseconds=1))


def _written(utc: datetime) -> str:
    return f"{utc.isoformat(timespec='microseconds')}Z"


def offset_minutes(moment: datetime) -> int:
    """Return what the learner's clock is ahead of UTC, in whole minutes."""
    offset = moment.utcoffset()
    return int(offset.total_seconds() // 60) if offset else 0
