"""`due`: what is left today, as a table, as JSON, or as one short line."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pmflash.cli import report
from pmflash.cli.arguments import add_choice
from pmflash.clock import find_clock
from pmflash.model.cells import cells
from pmflash.model.failure import ExitCode
from pmflash.model.text import one_line
from pmflash.storage.due_cache import load_due_line, save_due_line
from pmflash.storage.locations import Locations
from pmflash.storage.stamps import DUE_HOUR, due_stamp

if TYPE_CHECKING:
    from pmflash.collection import Collection
    from pmflash.study.overview import DeckRow, Overview

SUMMARY = "Say what is due today in every deck."
EXAMPLE = "pmflash due --short"
JSON_VERSION = 1


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    add_choice(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--short", action="store_true", help="one line for a prompt")
    form.add_argument("--json", action="store_true", help="every count, for programs")


def run(arguments: Namespace, locations: Locations) -> ExitCode:
    """Print today's counts."""
    if arguments.short:
        tags, search = arguments.tag, arguments.search
        if tags or search.strip():
            line, notices = _counted(locations, tags, search)
        else:
            line, notices = _short(locations)
        report.talk_each(notices)
        report.data(line)
        return ExitCode.FINE
    collection = _collection(locations)
    report.talk_each(collection.notices)
    if collection.diagnostics:
        report.wrong_content()
    overview = collection.overview(arguments.tag, arguments.search)
    report.data(_json(overview) if arguments.json else _table(overview))
    collection.keep_snapshot()
    return ExitCode.FINE


def _short(locations: Locations) -> tuple[str, tuple[str, ...]]:
    """Return the short line and what is missing in it, a sentence each.

    It is from the cache while no file and no hour has changed.
    """
    key = due_stamp(locations, find_clock(os.environ)().strftime(DUE_HOUR))
    kept = load_due_line(locations, key)
    if kept is not None:
        return kept, ()
    line, notices = _counted(locations)
    # What is missing is told again each time, until it is there.
    if not notices:
        save_due_line(locations, key, line)
    return line, notices


def _counted(
    locations: Locations, tags: Sequence[str] = (), search: str = ""
) -> tuple[str, tuple[str, ...]]:
    collection = _collection(locations)
    session = collection.session(collection.scope((), tags, search))
    return session.counts.line, collection.notices


def _collection(locations: Locations) -> "Collection":
    # The short line is known without all of this, most of the time.
    from pmflash.collection import Collection

    return Collection(locations, find_clock(os.environ))


def _table(overview: "Overview") -> str:
    rows = (overview.all_decks, *overview.rows)
    titles = [one_line(row.title) for row in rows]
    width = max(map(cells, ("Deck", *titles)))
    lines = [f"{'Deck':<{width}}    New  Drill    Due  Total"]
    lines += [
        f"{title}{' ' * (width - cells(title))}  {row.counts.new:>5}"
        f"  {row.counts.drill:>5}  {row.counts.due:>5}  {row.total:>5}"
        for title, row in zip(titles, rows, strict=True)
    ]
    return "\n".join(lines)


def _json(overview: "Overview") -> str:
    import json

    return json.dumps(
        {
            "version": JSON_VERSION,
            "study_day": overview.today.isoformat(),
            "all": _record(overview.all_decks),
            "decks": [_record(row) for row in overview.rows],
        },
        indent=1,
    )


def _record(row: "DeckRow") -> dict[str, object]:
    next_on = row.outlook.next_on
    return {
        "id": row.id,
        "title": row.title,
        "new": row.counts.new,
        "drill": row.counts.drill,
        "due": row.counts.due,
        "done": row.done,
        "cards": row.total,
        "next_due_on": next_on.isoformat() if next_on else None,
        "next_due_count": row.outlook.next_count,
    }
