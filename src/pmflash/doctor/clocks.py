"""Clocks that were wrong, or put right, while something was answered."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from pmflash.clock import utc_text
from pmflash.doctor.base import AHEAD, Case, Finding
from pmflash.doctor.shared.words import lines_named
from pmflash.model.event import Event, EventKind
from pmflash.model.study_day import study_day
from pmflash.model.text import counted
from pmflash.storage.survey import SurveyedLog

_SLACK = timedelta(minutes=1)


def look(case: Case) -> Iterator[Finding]:
    """Yield where time went backwards, or a study day is not that of its moment."""
    starts_at = case.cards_by_files.settings.day_starts_at
    for log in case.logs:
        yield from _ahead(log, utc_text(case.moment + AHEAD))
        if log.is_under_its_own_name:
            yield from _backwards(log)
        yield from _other_days(log, starts_at)


def _ahead(log: SurveyedLog, limit: str) -> Iterator[Finding]:
    found = [(line, event) for line, event in log.events if event.at > limit]
    if found:
        last = max(event.day for _, event in found)
        yield Finding(
            "future-event",
            f"{counted(len(found), 'event')} later than now, up to {last}: the clock "
            "was ahead then, or is behind now",
            "nothing is lost, but their cards are asked too late. Once the clock is "
            "right, close pmflash on the device of this log, and delete these lines "
            "and the copies that were made while the clock was ahead",
            path=log.path,
            line=found[0][0],
            details=lines_named([line for line, _ in found]),
        )


def _backwards(log: SurveyedLog) -> Iterator[Finding]:
    jumps = [
        line
        for (_, before), (line, after) in pairwise(log.events)
        if after.at < before.at and _moment(before) - _moment(after) > _SLACK
    ]
    if jumps:
        yield Finding(
            "clock-went-back",
            f"{counted(len(jumps), 'event')} earlier than the one before by more "
            "than a minute, as after a clock was put back, a merge, or `--fix`",
            "nothing is lost: the times count, not the order of the lines. What was "
            "answered by a wrong clock may be due on a wrong day",
            is_trouble=False,
            path=log.path,
            line=jumps[0],
            details=lines_named(jumps),
        )


def _other_days(log: SurveyedLog, starts_at: int) -> Iterator[Finding]:
    # A drill belongs to the day of its review, even when the next has begun.
    lines = [
        line
        for line, event in log.events
        if event.kind is not EventKind.DRILL
        and study_day(_local(event), starts_at) != event.day
    ]
    if lines:
        yield Finding(
            "other-study-day",
            f"{counted(len(lines), 'event')} of another study day than a day that "
            f"begins at {starts_at:02}:00 gives",
            "nothing is lost: their days stay. It is right when `day_starts_at` was "
            "another then, and a sign of a wrong clock when it was not",
            is_trouble=False,
            path=log.path,
            line=lines[0],
            details=lines_named(lines),
        )


def _moment(event: Event) -> datetime:
    return datetime.fromisoformat(event.at[:-1])


def _local(event: Event) -> datetime:
    return _moment(event) + timedelta(minutes=event.offset_minutes)
