"""`export`: cards in a file that another program reads."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from dataclasses import replace
from io import StringIO
from pathlib import Path

from pmflash.cli import report
from pmflash.cli.arguments import add_choice
from pmflash.cli.diagnostics import has_errors
from pmflash.clock import find_clock
from pmflash.collection import Collection
from pmflash.exporting.base import ExportOptions, ExportReport
from pmflash.exporting.registry import EXPORTER_BY_NAME, EXPORTERS
from pmflash.model.card import Card
from pmflash.model.failure import ContentError, ExitCode
from pmflash.model.text import counted, one_line
from pmflash.storage.locations import Locations
from pmflash.storage.output import check_outside, save_text

SUMMARY = "Write cards to a file for another program."
EXAMPLE = "pmflash export anki-csv flexport -o flexport.csv"
STDOUT = "-"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    formats = "; ".join(f"{each.name}: {each.summary}" for each in EXPORTERS)
    parser.add_argument("format", choices=tuple(EXPORTER_BY_NAME), help=formats)
    parser.add_argument(
        "deck", nargs="*", default=(), help="decks to export; all when none named"
    )
    add_choice(parser)
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="`-` is stdout"
    )
    parser.add_argument(
        "--no-tags",
        dest="tags",
        action="store_false",
        help="leave the tags in Anki as they are",
    )
    parser.add_argument(
        "--notetype-names",
        default="en",
        metavar="NAMES",
        help="language of your Anki profile, such as `de`, or `Basic=..,Cloze=..`",
    )


def run(arguments: Namespace, locations: Locations) -> ExitCode:
    """Write the file."""
    if arguments.output != STDOUT:
        check_outside(locations.home, Path(arguments.output))
    collection = Collection(locations, find_clock(os.environ))
    scope = collection.scope(
        arguments.deck, arguments.tag, arguments.search, in_all=True
    )
    cards = _filed(collection.cards(scope), scope.decks)
    if not cards:
        raise ContentError("there are no cards to export", _way_on(arguments))
    options = ExportOptions(
        tags=arguments.tags, notetype_names=arguments.notetype_names
    )
    text = StringIO(newline="")
    exporter = EXPORTER_BY_NAME[arguments.format]
    done = exporter.write(cards, collection.decks, options, text)
    if arguments.output == STDOUT:
        report.raw_data(text.getvalue())
    else:
        save_text(Path(arguments.output), text.getvalue())
    report.talk(_told(done, arguments.output))
    report.talk_each(done.advice)
    if collection.diagnostics:
        report.wrong_content()
    return ExitCode.CONTENT if has_errors(collection.diagnostics) else ExitCode.FINE


def _way_on(arguments: Namespace) -> str:
    if arguments.search:
        return "search for something else"
    return "name other decks or tags" if arguments.tag else "see `pmflash check`"


def _filed(cards: Iterable[Card], chosen: frozenset[str]) -> tuple[Card, ...]:
    """Return `cards` as cards of the `chosen` decks alone, of all when empty.

    Programs introduce new cards in the order of the file, so those that build on others
    come last.
    """
    filed = (
        replace(card, decks=tuple(deck for deck in card.decks if deck in chosen))
        if chosen
        else card
        for card in cards
    )
    return tuple(sorted(filed, key=lambda card: bool(card.builds_on)))


def _told(done: ExportReport, output: str) -> str:
    counts = f"{counted(done.card_count, 'card')} in {counted(done.deck_count, 'deck')}"
    return f"{counts} written to {'stdout' if output == STDOUT else one_line(output)}."
