"""The sections about where the cards stand, and about the year."""

from collections.abc import Iterator

from pmflash.model.text import counted, one_line
from pmflash.study.stats import MATURE_INTERVAL_DAYS, Statistics
from pmflash.tui.stats.charts import BOLD, PLAIN, Line, upright, year
from pmflash.tui.stats.rows import (
    Paper,
    heading,
    portion,
    table_heading,
    table_row,
)
from pmflash.tui.wording import days


def cards(statistics: Statistics, paper: Paper) -> Iterator[Line]:
    """Yield how many cards are how far."""
    ages = statistics.cards
    yield table_heading("Cards", f"{ages.total:,}", "")
    limit = days(MATURE_INTERVAL_DAYS)
    for name, count in (
        ("New", ages.new),
        (f"Under {limit}", ages.young),
        (f"From {limit} on", ages.mature),
        ("Suspended", ages.suspended),
    ):
        share = portion(count, ages.total)
        yield table_row(name, f"{count:,}", share, count, ages.total, paper)


def due(statistics: Statistics, paper: Paper) -> Iterator[Line]:
    """Yield how many cards come due on which day."""
    coming = [count for _, count in statistics.forecast]
    told = f"{sum(coming):,} in the next {days(len(coming))}"
    yield heading("Due", f"{statistics.due_now:,} now, {told}")
    if any(coming):
        labels = [f"{day.day}" for day, _ in statistics.forecast]
        yield from upright(coming, labels, paper.width, paper.glyphs)


def calendar(statistics: Statistics, paper: Paper) -> Iterator[Line]:
    """Yield the year, a mark a day."""
    counts = statistics.calendar
    if counts:
        yield heading("The year", counted(sum(counts.values()), "answer"))
        yield from year(counts, statistics.today, paper.width, paper.glyphs)


def hardest(statistics: Statistics, paper: Paper) -> Iterator[Line]:
    """Yield the cards that were failed most, by prompt or by id."""
    if statistics.hardest:
        yield heading("Hardest cards", "by lapses and ease")
    for card in statistics.hardest:
        percent = card.ease_percent
        ease = "" if percent is None else f"{percent / 100:.2f}"
        name = one_line(paper.prompts.get(card.id, card.id))
        yield ((f"  {card.lapses:>4}  {ease:>5}  ", BOLD), (name, PLAIN))
