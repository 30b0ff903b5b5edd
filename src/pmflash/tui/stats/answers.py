"""The sections about the answers of one period."""

from collections.abc import Iterator

from pmflash.study.periods import PeriodFigures, StepSize
from pmflash.study.tally import LONGEST_ELAPSED_DAYS
from pmflash.tui.stats.charts import DIM, Line, upright
from pmflash.tui.stats.rows import (
    BLANK,
    Paper,
    heading,
    percent,
    table_heading,
    table_row,
)
from pmflash.tui.wording import days

_MINUTE = 60_000
_DAYS_OF_A_WEEK = 7


def pace(figures: PeriodFigures, paper: Paper) -> Iterator[Line]:
    """Yield reviews and minutes a day, as they went up and down."""
    labels = list(_step_labels(figures))
    a_day = figures.recall.reviews / figures.days
    reviews = [step.reviews / step.days for step in figures.steps]
    yield heading("Reviews a day", f"{a_day:,.1f}, by {figures.step}")
    yield from upright(reviews, labels, paper.width, paper.glyphs)
    yield BLANK
    a_day = figures.milliseconds / figures.days / _MINUTE
    minutes = [step.milliseconds / step.days / _MINUTE for step in figures.steps]
    yield heading("Minutes a day", f"{a_day:,.1f}, by {figures.step}")
    yield from upright(minutes, labels, paper.width, paper.glyphs)


def ratings(figures: PeriodFigures, paper: Paper) -> Iterator[Line]:
    """Yield how often each rating was given, in reviews and in the drill."""
    yield table_heading("Ratings", "reviews", "drill")
    most = max(figures.by_rating.values())
    for rating, count in figures.by_rating.items():
        drill = f"{figures.drill_by_rating[rating]:,}"
        name = str(rating).capitalize()
        yield table_row(name, f"{count:,}", drill, count, most, paper)


def recall_by_elapsed(figures: PeriodFigures, paper: Paper) -> Iterator[Line]:
    """Yield recall by the days since the card's review before."""
    yield table_heading("Recall after", "recall", "reviews")
    yield (("  Seen; SM-2 makes no estimate.", DIM),)
    for name, recall in zip(_elapsed_names(), figures.by_elapsed, strict=True):
        if recall.reviews:
            share = recall.recalled / recall.reviews
            count = f"{recall.reviews:,}"
            yield table_row(name, percent(recall), count, share, 1, paper)


def hours(figures: PeriodFigures, paper: Paper) -> Iterator[Line]:
    """Yield the reviews by the hour of the learner's day."""
    reviews = [recall.reviews for recall in figures.by_hour]
    busiest = reviews.index(max(reviews))
    recalled = percent(figures.by_hour[busiest])
    yield heading("Hours", f"most reviews from {busiest}:00, {recalled} recalled")
    labels = [f"{hour}" for hour in range(len(reviews))]
    yield from upright(reviews, labels, paper.width, paper.glyphs)


def _step_labels(figures: PeriodFigures) -> Iterator[str]:
    for step in figures.steps:
        day = step.first_day
        match figures.step:
            case StepSize.DAY if len(figures.steps) <= _DAYS_OF_A_WEEK:
                yield f"{day:%a}"
            case StepSize.DAY:
                yield f"{day.day}"
            case StepSize.WEEK:
                yield f"{day.day} {day:%b}"
            case StepSize.MONTH:
                yield f"{day:%b}"
            case StepSize.YEAR:
                yield f"{day.year}"


def _elapsed_names() -> Iterator[str]:
    yield "first meeting"
    shortest = 1
    for longest in LONGEST_ELAPSED_DAYS:
        yield days(1) if longest == 1 else f"{shortest} to {days(longest)}"
        shortest = longest + 1
    yield f"{days(shortest)} on"
