"""`check`: every mistake in decks and seeds, all at once, each with its place."""

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from pmflash.cli import report
from pmflash.cli.diagnostics import as_github, as_json, as_text, has_errors, tally
from pmflash.clock import find_clock
from pmflash.content import check_home, check_paths
from pmflash.model.failure import ExitCode
from pmflash.storage.locations import Locations

SUMMARY = "Find the mistakes in your decks and seeds."
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


def run(arguments: Namespace, locations: Locations) -> ExitCode:
    """Print every problem."""
    stale_at = find_clock(os.environ)() if arguments.stale else None
    if arguments.path:
        checked = check_paths(locations, arguments.path, stale_at)
    else:
        checked = check_home(locations, stale_at)
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
    return ExitCode.CONTENT if has_errors(problems) else ExitCode.FINE
