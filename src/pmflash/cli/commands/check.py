"""`check`: all mistakes in decks and seeds, and all notes, each with its place."""

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from pmflash.cli import report
from pmflash.cli.daily_copy import keep_daily_copy
from pmflash.cli.diagnostics import as_github, as_json, as_text, has_errors, tally
from pmflash.clock import find_clock
from pmflash.content import Checked, check_home, check_paths
from pmflash.log import Log
from pmflash.model.event import EventKind
from pmflash.model.failure import ExitCode, StorageError
from pmflash.model.settings import Settings
from pmflash.model.text import counted
from pmflash.storage.locations import Locations

SUMMARY = "Find the mistakes in your decks and seeds, and list your notes on cards."
EXAMPLE = "pmflash check decks/my-notes.yaml"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "path",
        nargs="*",
        type=Path,
        help="files or folders; your home and the built-in content when none is named",
    )
    parser.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="for people, for programs, or for marks in a code review",
    )
    parser.add_argument(
        "--stale", action="store_true", help="name the facts past their date too"
    )
    parser.add_argument(
        "--forget-lost",
        action="store_true",
        help="without a path: take away your notes on cards that are gone",
    )


def run(arguments: Namespace, locations: Locations) -> ExitCode:
    """Print every problem."""
    stale_at = find_clock(os.environ)() if arguments.stale else None
    log, trouble = (None, "") if arguments.path else _log(locations)
    if arguments.path:
        checked = check_paths(locations, arguments.path, stale_at)
    else:
        notes = log.history.notes() if log is not None else {}
        checked = check_home(locations, stale_at, notes)
    report.talk_each(filter(None, [trouble]))
    problems = checked.compiled.diagnostics
    match arguments.format:
        case "json":
            report.data(as_json(problems))
        case "github":
            for line in as_github(problems):
                report.data(line)
        case _:
            for line in as_text(problems):
                report.data(line)
            for name in checked.replaced:
                report.talk(f"{name} in your home replaces the built-in file")
            cards = len(checked.compiled.cards)
            report.talk(tally(problems, checked.file_count, cards))
    if has_errors(problems):
        # A card may only be missing because of a mistake.
        return ExitCode.CONTENT
    if arguments.forget_lost and log is not None:
        _forget_lost(locations, log, checked)
    return ExitCode.FINE


def _log(locations: Locations) -> tuple[Log | None, str]:
    """Return the review log; where it cannot be read, none, and what is the matter."""
    try:
        return Log(locations, find_clock(os.environ), Settings()), ""
    except StorageError as error:
        return None, f"your notes on cards are not listed: {error.message}"


def _forget_lost(locations: Locations, log: Log, checked: Checked) -> None:
    lost = log.history.notes().keys() - {card.id for card in checked.compiled.cards}
    if lost:
        keep_daily_copy(locations, log.today())
    for card in sorted(lost):
        log.save(EventKind.NOTE, card)
    report.talk(f"{counted(len(lost), 'note')} taken away")
