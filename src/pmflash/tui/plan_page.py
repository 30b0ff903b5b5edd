"""The page about the interview to come: cards still to meet, and the weeks until."""

from collections.abc import Iterator, Sequence

from pmflash.model.settings import Settings
from pmflash.model.text import counted, joined, one_line
from pmflash.study.countdown import Countdown
from pmflash.study.overview import Overview
from pmflash.study.weeks import Week, weeks_until
from pmflash.tui.stats.charts import BOLD, DIM, PLAIN, Line
from pmflash.tui.stats.rows import (
    BLANK,
    Paper,
    figure,
    heading,
    paragraph,
    table_row,
)
from pmflash.tui.wording import days_ahead, long_day

_MOST_WEEKS = 26
_SIBLINGS = "at any pace, for cards of one fact never come on the same day"


def plan_page(overview: Overview, settings: Settings, paper: Paper) -> Iterator[Line]:
    """Yield the rows about an interview that is still to come."""
    coming = overview.countdown
    if coming is None:
        return
    if coming.name:
        yield ((one_line(coming.name), BOLD),)
    yield ((f"{long_day(coming.on)} · {days_ahead(coming.days_left)}", PLAIN),)
    yield BLANK
    for name, told in (
        ("Cards", _cards(overview, coming, settings)),
        ("Needed", f"{counted(coming.needed_per_day, 'new card')} a day, from today"),
        ("Yours", f"{counted(coming.new_per_day, 'new card')} a day, in the settings"),
        ("So", fit_words(coming)),
    ):
        yield from figure(name, told, paper)
    yield BLANK
    weeks = weeks_until(overview.due, overview.today, coming.on, _MOST_WEEKS)
    yield from _weeks(weeks, coming, paper)


def fit_words(coming: Countdown) -> str:
    """Return whether the learner's pace meets every card before the interview."""
    if not coming.unseen:
        return "All cards are met: only reviews are left."
    if not coming.days_left:
        return f"It is today: {counted(coming.unseen, 'card')} not met."
    late = f"{counted(coming.too_late, 'card')} will not be met {_SIBLINGS}."
    in_time = coming.unseen - coming.too_late
    missed = in_time - coming.new_per_day * coming.days_left
    if missed <= 0:
        return f"It fits. {late}" if coming.too_late else "It fits."
    told = (
        f"It does not fit: at {coming.new_per_day:,} a day, "
        f"{counted(missed, 'card')} or more will not be met before. "
        "Raise new_per_day, or choose fewer decks."
    )
    return f"{told} Of the others, {late}" if coming.too_late else told


def _cards(overview: Overview, coming: Countdown, settings: Settings) -> str:
    titles = [one_line(row.title) for row in overview.rows]
    decks = joined(titles) if settings.decks else "all decks"
    total = overview.all_decks.total
    return f"{coming.unseen:,} of {counted(total, 'card')} not met yet, in {decks}"


def _weeks(weeks: Sequence[Week], coming: Countdown, paper: Paper) -> Iterator[Line]:
    yield heading("Due", "in each week until then, late ones in the first")
    most = max(week.due for week in weeks)
    for place, week in enumerate(weeks):
        begin = f"{week.first:%a} {week.first.day} {week.first:%b}"
        name = f"from {begin}" if place else "this week"
        yield table_row(name, f"{week.due:,}", "", week.due, most, paper)
    if weeks[-1].last < coming.on:
        yield (("  and the weeks after these", DIM),)
    told = "As the cards stand now. Each review moves its card on; new cards add to it."
    yield from paragraph(told, paper)
