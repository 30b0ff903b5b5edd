"""`review`: straight to the first card."""

from argparse import ArgumentParser, Namespace

from pmflash.cli.arguments import add_tags
from pmflash.cli.screen import run_screens
from pmflash.model.failure import ExitCode
from pmflash.storage.locations import Locations

SUMMARY = "Review what is due now, of all decks or of those named."
EXAMPLE = "pmflash review flexport"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("deck", nargs="*", help="decks to review; all when none named")
    add_tags(parser)


def run(arguments: Namespace, locations: Locations) -> ExitCode:
    """Open the review."""
    return run_screens(locations, tuple(arguments.deck), arguments.tag)
