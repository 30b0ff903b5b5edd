"""`today`: the screen that a day begins with."""

from argparse import ArgumentParser, Namespace

from pmflash.cli.screen import run_screens
from pmflash.model.failure import ExitCode
from pmflash.storage.locations import Locations

SUMMARY = "Show what is due today; enter starts the review."
EXAMPLE = "pmflash"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes: nothing."""


def run(arguments: Namespace, locations: Locations) -> ExitCode:
    """Open today's screen."""
    return run_screens(locations)
