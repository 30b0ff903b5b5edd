"""The whole page of statistics, section by section."""

from collections.abc import Iterator, Mapping

from pmflash.model.text import counted
from pmflash.study.periods import PeriodFigures
from pmflash.study.stats import Statistics
from pmflash.study.tally import Period
from pmflash.tui.stats.answers import hours, pace, ratings, recall_by_elapsed
from pmflash.tui.stats.charts import Line
from pmflash.tui.stats.rows import (
    BLANK,
    Paper,
    figure,
    paragraph,
    percent,
    time_spent,
)
from pmflash.tui.stats.standing import calendar, cards, due, hardest
from pmflash.tui.wording import day_name, days

PERIOD_NAMES: Mapping[Period, str] = {
    Period.WEEK: "7 days",
    Period.MONTH: "30 days",
    Period.YEAR: "1 year",
    Period.ALL: "all",
}


def page(statistics: Statistics, period: Period, paper: Paper) -> list[Line]:
    """Return every row of the page; charts and bars fit the paper, prompts may not."""
    rows: list[Line] = []
    for section in _sections(statistics, period, paper):
        rows += [*section, BLANK]
    return rows[:-1]


def _sections(
    statistics: Statistics, period: Period, paper: Paper
) -> Iterator[list[Line]]:
    last = statistics.last_studied_on
    if last is None:
        yield paragraph("Nothing is answered yet, so there is little to tell.", paper)
        yield _first_step(statistics, paper)
        yield list(cards(statistics, paper))
        return
    figures = statistics.periods[period]
    if figures.answers:
        yield [*_in_short(figures, paper), *_in_all(statistics, paper)]
        yield list(pace(figures, paper))
        yield list(ratings(figures, paper))
    else:
        name = day_name(last, statistics.today)
        told = f"none in {PERIOD_NAMES[period]}; the last one was {name}"
        yield [*figure("Answers", told, paper), *_in_all(statistics, paper)]
    if figures.recall.reviews:
        yield list(recall_by_elapsed(figures, paper))
        yield list(hours(figures, paper))
    for section in (cards, due, calendar, hardest):
        told_rows = list(section(statistics, paper))
        if told_rows:
            yield told_rows


def _first_step(statistics: Statistics, paper: Paper) -> list[Line]:
    if statistics.cards.total:
        return paragraph(paper.first_step, paper)
    told = "The decks you study have no cards: choose others in settings.yaml."
    return paragraph(told, paper)


def _in_short(figures: PeriodFigures, paper: Paper) -> Iterator[Line]:
    recall, known = figures.recall, figures.retention
    if known.reviews:
        counts = f"{known.recalled:,} of {counted(known.reviews, 'review')}"
        told = f"{percent(known)} ({counts} not rated Again, first meetings apart)"
        yield from figure("Recall", told, paper)
    crammed = f" and {figures.cram_answers:,} crammed" * (figures.cram_answers > 0)
    others = f"and {figures.drill_answers:,} in the drill{crammed}, apart from recall"
    told = f"{counted(recall.reviews, 'review')}, {others}"
    yield from figure("Answers", told, paper)
    seconds = figures.milliseconds / figures.answers / 1000
    told = f"{figures.days_studied:,} of {days(figures.days)}"
    told += f", {time_spent(figures.milliseconds)}, {seconds:.1f} s an answer"
    yield from figure("Studied", told, paper)


def _in_all(statistics: Statistics, paper: Paper) -> Iterator[Line]:
    longest = days(statistics.longest_streak)
    told = f"{days(statistics.streak)}, the longest {longest}"
    yield from figure("Streak", told, paper)
    ever = statistics.periods[Period.ALL]
    told = f"{counted(ever.answers, 'answer')} on {days(ever.days_studied)}"
    told += f", {time_spent(ever.milliseconds)}"
    yield from figure("In all", told, paper)
