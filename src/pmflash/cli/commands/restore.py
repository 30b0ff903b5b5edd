"""`restore`: back to how a copy has it, with a copy of how it is now."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from pmflash.cli import report
from pmflash.clock import find_clock
from pmflash.model.failure import ExitCode
from pmflash.model.text import counted, one_line
from pmflash.storage.backup_file import Copy, copies
from pmflash.storage.locations import Locations, shown_path
from pmflash.storage.restore import Restored, copy_called, restore

SUMMARY = "Bring your home back to how a copy has it; list the copies without a name."
EXAMPLE = "pmflash restore 2026-11-20"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "copy", nargs="?", help="one of the list, or a file that `backup -o` wrote"
    )


def run(arguments: Namespace, locations: Locations) -> ExitCode:
    """Restore the copy, or list what there is."""
    if arguments.copy is None:
        _list(locations)
        return ExitCode.FINE
    path = copy_called(locations, arguments.copy)
    done = restore(locations, path, find_clock(os.environ)())
    report.talk_each(_told(done))
    return ExitCode.FINE


def _list(locations: Locations) -> None:
    there = copies(locations.backups)
    found = there.usable
    width = max((len(copy.path.stem) for copy in found), default=0)
    for copy in found:
        name = one_line(copy.path.stem)
        report.data(f"{name:<{width}}  {_made(copy):<21}  {_size(copy)}")
    where = shown_path(locations.backups)
    report.talk_each(why.message for _, why in there.unusable)
    if found:
        report.talk(
            f"{_counted(found)} in {where}; `pmflash restore NAME` restores one"
        )
    elif not there.unusable:
        report.talk(f"There are no copies in {where} yet: each day leaves one.")


def _counted(found: tuple[Copy, ...]) -> str:
    return "1 copy" if len(found) == 1 else f"{len(found)} copies"


def _made(copy: Copy) -> str:
    return f"{copy.made_at:%a} {copy.made_at.day} {copy.made_at:%b %Y %H:%M}"


def _size(copy: Copy) -> str:
    return f"{counted(copy.events, 'event')}, {counted(copy.files, 'file')}"


def _told(done: Restored) -> Iterator[str]:
    name = one_line(done.copy.path.stem)
    if done.written or done.removed:
        yield f"Restored `{name}`, made {_made(done.copy)}: {_size(done.copy)}."
    elif done.left:
        yield f"Nothing was changed: all but other logs is as `{name}` has it."
    else:
        yield f"Everything is as `{name}` has it; nothing was changed."
    left = [f"{log} ({counted(count, 'event')})" for log, count in done.left]
    for verb, names in (
        ("written", done.written),
        ("taken away", done.removed),
        ("not in the copy, and still counting", left),
    ):
        if names:
            yield f"  {verb}: {', '.join(map(one_line, names))}"
    if done.before is not None:
        yield f"As it was before: `pmflash restore {one_line(done.before.stem)}`."
