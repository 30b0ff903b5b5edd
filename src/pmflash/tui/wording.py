"""How screens write days, spans and counts."""

from collections.abc import Sequence
from datetime import date

from pmflash.model.event import Event, EventKind
from pmflash.model.failure import PmflashError
from pmflash.model.rating import DRILL_QUALITY
from pmflash.model.text import counted, one_line
from pmflash.study.outcomes import Outcome
from pmflash.study.scope import Scope
from pmflash.study.session import Session
from pmflash.study.standing import Standing

_MARKS = {
    EventKind.SUSPEND: "suspending",
    EventKind.RESUME: "resuming",
    EventKind.BURY: "burying",
    EventKind.FLAG: "the flag",
    EventKind.RESET: "the reset",
    EventKind.NOTE: "the note",
}
_FULL, _HALF, _EMPTY = "━", "╸", "─"
MORE_MINUTES = 10
"""How long a sitting goes on when its time is up and the learner is not done."""

_SECOND = 1000
_MONTH_DAYS = 30
_YEAR_DAYS = 365


def day_name(day: date, today: date) -> str:
    """Return `day` as people say it: `today`, `tomorrow`, `Mon 23 Nov`."""
    match (day - today).days:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
        case days if days < _YEAR_DAYS // 2:
            return f"{day:%a} {day.day} {day:%b}"
        case _:
            return f"{day.day} {day:%b %Y}"


def coming_words(coming: Sequence[tuple[date, int]], today: date) -> str:
    """Return on which days cards come due: `tomorrow 9 cards, then Mon 23 Nov 1 card`.

    Empty for none.
    """
    named = (
        f"{day_name(day, today)} {counted(count, 'card')}" for day, count in coming
    )
    return ", then ".join(named)


def nothing_due(next_on: date | None, count: int, today: date, ahead_key: str) -> str:
    """Return that nothing is due, what comes next, and the key that studies it now.

    `ahead_key` is empty where nothing can be studied ahead.
    """
    said = "Nothing is due"
    if next_on is not None:
        said += f"; next {counted(count, 'card')} {day_name(next_on, today)}"
    return f"{said}, {ahead_key}: study ahead" if ahead_key else said


def long_day(day: date) -> str:
    """Return `day` with its weekday and year: `Fri 20 Nov 2026`."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def clock(milliseconds: int) -> str:
    """Return a time span as minutes and seconds: `3:41`."""
    minutes, seconds = divmod(milliseconds // _SECOND, 60)
    return f"{minutes}:{seconds:02}"


def span(milliseconds: int) -> str:
    """Return a time span in words: `6 min 02 s`, `45 s`."""
    minutes, seconds = divmod(milliseconds // _SECOND, 60)
    return f"{minutes} min {seconds:02} s" if minutes else f"{seconds} s"


def ordinal(number: int) -> str:
    """Return a place in a row: `1st`, `22nd`, `13th`."""
    if number % 100 in {11, 12, 13}:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def days(number: int) -> str:
    """Return an interval: `1 day`, `15 days`, `95 days`."""
    return counted(number, "day")


def days_ahead(number: int) -> str:
    """Return how far a day is: `today`, `tomorrow`, `in 16 days`."""
    return {0: "today", 1: "tomorrow"}.get(number, f"in {days(number)}")


def days_and_months(number: int) -> str:
    """Return an interval with the months that it comes to, when there are some."""
    if number < 2 * _MONTH_DAYS:
        return days(number)
    if number < 2 * _YEAR_DAYS:
        return f"{days(number)} (~{round(number / _MONTH_DAYS)} mo)"
    return f"{days(number)} (~{number / _YEAR_DAYS:.1f} y)"


def interval_words(outcome: Outcome) -> str:
    """Return when the card comes back after this button."""
    in_drill = outcome.button.quality < DRILL_QUALITY
    if outcome.state is None:
        return "again today" if in_drill else "done"
    interval = days_and_months(outcome.state.interval_days)
    return f"today + {interval}" if in_drill else interval


def progress_bar(done: int, total: int, width: int) -> tuple[str, str]:
    """Return a bar of `width` cells in two parts: what is done, and the rest."""
    width = max(0, width)
    halves = 2 * width * done // total if total else 0
    full, half = divmod(halves, 2)
    bar = _FULL * full + _HALF * half
    return bar, _EMPTY * (width - len(bar))


def failure_words(error: PmflashError) -> str:
    """Return what could not be done, and what to do, on one line."""
    return one_line("; ".join(filter(None, (error.message, error.help))))


def not_saved(error: PmflashError) -> str:
    """Return that something is not saved, why, and what to do, on one line."""
    return f"Not saved: {failure_words(error)}"


def choice_words(scope: Scope) -> str:
    """Return the tags and the search that a review is limited to, if it is."""
    tags = ", ".join(one_line(tag) for tag in sorted(scope.tags))
    return " · ".join(part for part in (tags, one_line(scope.search)) if part)


def mark_words(standing: Standing) -> list[str]:
    """Return what the learner put on a card: `flagged`, `noted`."""
    flagged = ["flagged"] if standing.is_flagged else []
    return [*flagged, "noted"] if standing.note else flagged


def act_words(act: Event) -> str:
    """Return what a learner did, after `undid`: `Good`, `suspending`."""
    if act.rating is not None:
        return str(act.rating).capitalize()
    return _MARKS.get(act.kind, str(act.kind))


def time_up_words(session: Session) -> str:
    """Return how much time is up, and how much was done in it and is left."""
    limit = session.limit
    minutes = counted(limit.spent_minutes, "minute")
    verb = "is" if limit.spent_minutes == 1 else "are"
    done, left = limit.answers, session.counts.left
    return f"{minutes} {verb} up: {done} answered, {left} left. Everything is saved."
