"""Command lines, read in the house's own words."""

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from typing import NoReturn, Protocol

from pmflash.model.failure import ExitCode, UsageError
from pmflash.storage.locations import Locations


class Command(Protocol):
    """What every module in `commands/` offers."""

    SUMMARY: str
    EXAMPLE: str

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare what the command takes."""

    def run(self, arguments: Namespace, locations: Locations) -> ExitCode:
        """Do it, and return what the shell is told."""


class Parser(ArgumentParser):
    """An argument parser that raises instead of leaving the program."""

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong with the command line."""
        raise UsageError(message, f"see `{self.prog} --help`")


def add_choice(parser: ArgumentParser) -> None:
    """Let the command be about the cards with certain tags, or that a search finds."""
    parser.add_argument(
        "--tag",
        action="append",
        default=[],
        help="only cards with this tag; give it twice for cards with either",
    )
    parser.add_argument(
        "--search",
        default="",
        metavar="TEXT",
        help='only cards that this finds, such as "is:due ease<2 -tag:pay"',
    )


def parse(name: str, command: Command, words: Sequence[str]) -> Namespace:
    """Return the arguments of one command; raises `UsageError` and `SystemExit(0)`."""
    parser = Parser(
        prog=f"pmflash {name}",
        description=command.SUMMARY,
        epilog=f"example:\n  {command.EXAMPLE}",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.add_arguments(parser)
    if "--" in words:
        # Mixed, a word after the two hyphens would be an option all the same.
        return parser.parse_args(words)
    return parser.parse_intermixed_args(words)
