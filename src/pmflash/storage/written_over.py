"""A copy goes where the learner says, but never over reviews that are only there."""

from pathlib import Path

from pmflash.model.failure import StorageError
from pmflash.model.text import counted
from pmflash.storage.backup import kept_files
from pmflash.storage.backup_file import open_copy
from pmflash.storage.backup_names import is_review_log
from pmflash.storage.causes import cannot
from pmflash.storage.locations import Locations, shown_path
from pmflash.storage.log_lines import event_ids
from pmflash.storage.output import cannot_write, check_outside

_ANOTHER = "choose another name, or move that file away; nothing was written"


def check_copy_fits(locations: Locations, path: Path) -> None:
    """Raise `StorageError` when a copy of the home at `path` would destroy something.

    That is any file but an empty one, or a copy all of whose events the home has.
    """
    check_outside(locations.home, path)
    if _is_free(path):
        return
    missing = len(_held_by(path) - _held_at_home(locations))
    if missing:
        shown = shown_path(path)
        raise StorageError(
            f"`{shown}` holds {counted(missing, 'event')} that your home does not have",
            f"`pmflash restore {shown}` brings them back; else {_ANOTHER}",
        )


def _is_free(path: Path) -> bool:
    try:
        # Of what is no file, only a device or a pipe can be written to.
        return not path.is_file() or path.stat().st_size == 0
    except OSError as error:
        raise cannot_write(path, error) from error


def _held_by(path: Path) -> set[bytes]:
    try:
        with open_copy(path) as copy:
            return copy.event_ids()
    except StorageError as error:
        raise StorageError(
            f"`{shown_path(path)}` is no copy that this pmflash can read", _ANOTHER
        ) from error


def _held_at_home(locations: Locations) -> set[bytes]:
    found: set[bytes] = set()
    for name, path in kept_files(locations):
        if is_review_log(name):
            try:
                with path.open("rb") as log:
                    found |= event_ids(log)
            except OSError as error:
                raise cannot("read", path, error) from error
    return found
