"""Whether a home will take an answer, asked before the first card is shown."""

import errno
import os
from pathlib import Path

from pmflash.storage.causes import cannot
from pmflash.storage.device import known_device
from pmflash.storage.home import check_home
from pmflash.storage.journal_writer import journal_name
from pmflash.storage.locations import Locations
from pmflash.storage.regular_file import check_regular

_DEED = "save answers in"


def check_writable(locations: Locations) -> None:
    """Raise `StorageError` when answers could not be saved; make nothing."""
    check_home(locations)
    journal = locations.progress / journal_name(known_device(locations))
    for path in (journal, locations.progress, locations.home, *locations.home.parents):
        try:
            if os.path.lexists(path):
                _check(path, is_folder=path != journal)
                return
        except OSError as error:
            raise cannot(_DEED, path, error) from error


def _check(path: Path, *, is_folder: bool) -> None:
    if is_folder and not path.is_dir():
        raise OSError(errno.ENOTDIR, "not a folder")
    if not is_folder:
        check_regular(path)
    if not os.access(path, os.W_OK | os.X_OK if is_folder else os.W_OK):
        raise OSError(_why_not(path), "cannot be written")
    if _is_full(path):
        raise OSError(errno.ENOSPC, "no room")


def _why_not(path: Path) -> int:
    is_read_only = hasattr(os, "statvfs") and os.statvfs(path).f_flag & os.ST_RDONLY
    return errno.EROFS if is_read_only else errno.EACCES


def _is_full(path: Path) -> bool:
    if not hasattr(os, "statvfs"):
        return False
    disk = os.statvfs(path)
    free = disk.f_bfree if os.geteuid() == 0 else disk.f_bavail
    # A disk of no blocks at all does not count them.
    return disk.f_blocks > 0 and free == 0
