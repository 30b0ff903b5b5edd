"""What no copy holds, so that nobody relies on one for it."""

from pmflash.cli import report
from pmflash.storage.backup_names import BETTER_NAME, ODD_NAME
from pmflash.storage.locations import Locations, shown_path


def tell_left_out(locations: Locations) -> None:
    """Name the files that copies leave out; raises `StorageError` as they do."""
    # The zip library is for those who make a copy.
    from pmflash.storage.backup import left_out

    paths = left_out(locations)
    for path in paths:
        report.talk(f"no copy holds `{shown_path(path)}`: {ODD_NAME}")
    if paths:
        report.talk(f"  = help: {BETTER_NAME}")
