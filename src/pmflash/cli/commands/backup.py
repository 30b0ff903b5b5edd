"""`backup`: a learner's own work in one file."""

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from pmflash.cli import report
from pmflash.cli.left_out import tell_left_out
from pmflash.clock import find_clock
from pmflash.model.failure import ExitCode, StorageError
from pmflash.storage.backup import keep_extra_copy, kept_files, packed
from pmflash.storage.home import check_home
from pmflash.storage.locations import Locations, shown_path
from pmflash.storage.output import save_bytes
from pmflash.storage.written_over import check_copy_fits

SUMMARY = "Copy your reviews, decks, seeds and settings into one file."
EXAMPLE = "pmflash backup -o pmflash.zip"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="where to; beside the copies of each day when left out",
    )


def run(arguments: Namespace, locations: Locations) -> ExitCode:
    """Write the copy, and print where it is."""
    now = find_clock(os.environ)()
    check_home(locations)
    if not any(kept_files(locations)):
        raise StorageError(
            f"there is nothing to copy in `{shown_path(locations.home)}`",
            "it is filled by your first answer, or your first deck",
        )
    path = arguments.output
    if path is None:
        path = keep_extra_copy(locations, now)
    else:
        check_copy_fits(locations, path)
        save_bytes(path, packed(locations, now))
    report.data(shown_path(path))
    tell_left_out(locations)
    return ExitCode.FINE
