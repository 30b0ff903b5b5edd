"""`review`: straight to the first card."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from pmflash.cli.arguments import add_choice
from pmflash.model.failure import ExitCode
from pmflash.storage.locations import Locations

SUMMARY = "Review what is due now, of all decks or of those named."
EXAMPLE = "pmflash review flexport --minutes 10"

_MOST_MINUTES = 100_000


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("deck", nargs="*", help="decks to review; all when none named")
    add_choice(parser)
    parser.add_argument(
        "--cram",
        action="store_true",
        help="ask all cards, due or not, the weakest first; no due date changes",
    )
    parser.add_argument(
        "--minutes",
        type=_minutes,
        metavar="N",
        help="ask after so many minutes whether to go on; 0 for never",
    )
    parser.add_argument(
        "--plain",
        action="store_true",
        help="ask and answer in lines, for pipes, dumb terminals and screen readers",
    )


def run(arguments: Namespace, locations: Locations) -> ExitCode:
    """Open the review."""
    from pmflash.cli.choice import Choice

    choice = Choice(
        tuple(arguments.deck),
        tuple(arguments.tag),
        arguments.search,
        arguments.cram,
        arguments.minutes,
    )
    # Neither is to wait until the other one is loaded.
    if arguments.plain:
        from pmflash.cli.plain import review_plainly

        return review_plainly(locations, choice)
    from pmflash.cli.screen import run_screens

    return run_screens(locations, choice)


def _minutes(text: str) -> int:
    if text.isdecimal() and text.isascii() and int(text) <= _MOST_MINUTES:
        return int(text)
    raise ArgumentTypeError("a whole number of minutes is needed, 0 for no limit")
