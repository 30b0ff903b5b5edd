"""Clocks that were wrong, or put right, while something was answered."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from pmflash.doctor.base import Case, Finding
from pmflash.model.event import Event, EventKind
from pmflash.model.study_day import study_day
from pmflash.model.text import counted
from pmflash.storage.survey import SurveyedLog

_SLACK = timedelta(minutes=1)


def look(case: Case) -> Iterator[Finding]:
    """Yield where time went backwards, or a study day is not that of its moment."""
    starts_at = case.collection.settings.day_starts_at
    for log in case.logs:
        if log.is_under_its_own_name:
            yield from _backwards(log)
        yield from _other_days(log, starts_at)


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
            "than a minute, as after a clock was put back",
            "look at the due dates of what was answered then",
            is_trouble=False,
            path=log.path,
            line=jumps[0],
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
            "that is right when `day_starts_at` was another then; their days stay",
            is_trouble=False,
            path=log.path,
            line=lines[0],
        )


def _moment(event: Event) -> datetime:
    return datetime.fromisoformat(event.at[:-1])


def _local(event: Event) -> datetime:
    return _moment(event) + timedelta(minutes=event.offset_minutes)
