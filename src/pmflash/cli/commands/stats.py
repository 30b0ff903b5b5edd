"""`stats`: what the answers came to and where the cards stand, with bars or as JSON."""

import os
import shutil
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence

from pmflash.cli import report
from pmflash.clock import find_clock
from pmflash.collection import Collection
from pmflash.model.failure import ExitCode
from pmflash.model.rating import Rating
from pmflash.storage.locations import Locations
from pmflash.study.periods import PeriodFigures, Recall
from pmflash.study.stats import HardCard, Statistics
from pmflash.study.tally import LONGEST_ELAPSED_DAYS, Period
from pmflash.tui.stats.charts import ASCII, BLOCKS
from pmflash.tui.stats.page import page
from pmflash.tui.stats.rows import Paper, plain
from pmflash.tui.wording import long_day

SUMMARY = "Say how well the cards are known, and how much was studied when."
EXAMPLE = "pmflash stats --period 7d"
JSON_VERSION = 1

_FIRST_STEP = "`pmflash review` asks the first card."
_NARROWEST, _WIDEST = 40, 100


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "--period",
        choices=[str(period) for period in Period],
        help="how far back (30d; with --json, every period)",
    )
    parser.add_argument(
        "--json", action="store_true", help="every figure, for programs"
    )


def run(arguments: Namespace, locations: Locations) -> ExitCode:
    """Print the figures."""
    collection = Collection(locations, find_clock(os.environ))
    report.talk_each(collection.notices)
    if collection.diagnostics:
        report.wrong_content()
    statistics = collection.statistics()
    chosen = Period(arguments.period) if arguments.period else None
    if arguments.json:
        report.data(_json(statistics, (chosen,) if chosen else tuple(Period)))
    else:
        report.data(_text(statistics, chosen or Period.MONTH))
    collection.keep_snapshot()
    return ExitCode.FINE


def _text(statistics: Statistics, period: Period) -> str:
    columns = shutil.get_terminal_size().columns
    can_draw = report.can_show(BLOCKS.columns + BLOCKS.levels)
    paper = Paper(
        max(_NARROWEST, min(_WIDEST, columns)),
        BLOCKS if can_draw else ASCII,
        _FIRST_STEP,
    )
    told = plain(page(statistics, period, paper))
    if statistics.last_studied_on is None:
        return told
    since = long_day(statistics.periods[period].first_day)
    return f"{since} to {long_day(statistics.today)}\n\n{told}"


def _json(statistics: Statistics, periods: Sequence[Period]) -> str:
    import json

    cards = statistics.cards
    record = {
        "version": JSON_VERSION,
        "study_day": statistics.today.isoformat(),
        "streak_days": statistics.streak,
        "longest_streak_days": statistics.longest_streak,
        "periods": {
            period: _period_record(statistics.periods[period]) for period in periods
        },
        "cards": {
            "total": cards.total,
            "new": cards.new,
            "young": cards.young,
            "mature": cards.mature,
            "suspended": cards.suspended,
        },
        "due_now": statistics.due_now,
        "due": {day.isoformat(): count for day, count in statistics.forecast},
        "calendar": {day.isoformat(): n for day, n in statistics.calendar.items()},
        "hardest": [_hard_record(card) for card in statistics.hardest],
    }
    return json.dumps(record, indent=1)


def _period_record(figures: PeriodFigures) -> dict[str, object]:
    return {
        "first_day": figures.first_day.isoformat(),
        "days": figures.days,
        "days_studied": figures.days_studied,
        **_recall_record(figures.recall),
        "retention": _recall_record(figures.retention),
        # SM-2 makes none.
        "estimated_recall": None,
        "drill_answers": figures.drill_answers,
        "cram_answers": figures.cram_answers,
        "milliseconds": figures.milliseconds,
        "ratings": _rating_record(figures.by_rating),
        "drill_ratings": _rating_record(figures.drill_by_rating),
        "cram_ratings": _rating_record(figures.cram_by_rating),
        "hours": [_recall_record(recall) for recall in figures.by_hour],
        "elapsed": _elapsed_records(figures.by_elapsed),
        "step": figures.step,
        "steps": [
            {
                "first_day": step.first_day.isoformat(),
                "days": step.days,
                "reviews": step.reviews,
                "milliseconds": step.milliseconds,
            }
            for step in figures.steps
        ],
    }


def _recall_record(recall: Recall) -> dict[str, object]:
    share = recall.recalled / recall.reviews if recall.reviews else None
    return {
        "reviews": recall.reviews,
        "recalled": recall.recalled,
        "recall": None if share is None else round(share, 4),
    }


def _rating_record(counts: Mapping[Rating, int]) -> dict[str, int]:
    return {str(rating): count for rating, count in counts.items()}


def _elapsed_records(recalls: Sequence[Recall]) -> list[dict[str, object]]:
    """Return recall by days since the review before, of first meetings at first."""
    ends = (None, *LONGEST_ELAPSED_DAYS, None)
    starts = (None, 0, *(longest + 1 for longest in LONGEST_ELAPSED_DAYS))
    return [
        {"from_days": start, "to_days": end, **_recall_record(recall)}
        for start, end, recall in zip(starts, ends, recalls, strict=True)
    ]


def _hard_record(card: HardCard) -> dict[str, object]:
    ease = card.ease_percent
    return {
        "id": card.id,
        "lapses": card.lapses,
        "ease": None if ease is None else ease / 100,
        "interval_days": card.interval_days,
        "reviews": card.review_count,
    }
