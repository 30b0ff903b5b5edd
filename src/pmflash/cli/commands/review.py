"""`review`: straight to the first card."""

from argparse import ArgumentParser, Namespace

from pmflash.cli.arguments import add_choice
from pmflash.model.failure import ExitCode
from pmflash.storage.locations import Locations

SUMMARY = "Review what is due now, of all decks or of those named."
EXAMPLE = "pmflash review flexport"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("deck", nargs="*", help="decks to review; all when none named")
    add_choice(parser)
    parser.add_argument(
        "--plain",
        action="store_true",
        help="ask and answer in lines, for pipes, dumb terminals and screen readers",
    )


def run(arguments: Namespace, locations: Locations) -> ExitCode:
    """Open the review."""
    chosen = tuple(arguments.deck), arguments.tag, arguments.search
    # Neither is to wait until the other one is loaded.
    if arguments.plain:
        from pmflash.cli.plain import review_plainly

        return review_plainly(locations, *chosen)
    from pmflash.cli.screen import run_screens

    return run_screens(locations, *chosen)
