"""A built-in file copied into the home, where its author is the learner."""

from pathlib import Path

from pmflash.model.failure import StorageError
from pmflash.storage.causes import cannot
from pmflash.storage.locations import (
    Locations,
    builtin_folder,
    builtin_name,
    shown_path,
)
from pmflash.storage.whole_file import make_file


def own_copy(locations: Locations, shown: str) -> Path:
    """Copy the built-in file that messages call `shown`, and return the copy.

    Raises `StorageError` when that cannot be done, or would write over a file.
    """
    name = shown.removeprefix(builtin_name(""))
    copy = locations.home / name
    try:
        content = (builtin_folder() / name).read_bytes()
        copy.parent.mkdir(parents=True, exist_ok=True)
        _make(copy, content)
    except OSError as error:
        raise cannot("make", copy, error) from error
    return copy


def _make(copy: Path, content: bytes) -> None:
    try:
        # Half of a file would stand in for the whole built-in one.
        make_file(copy, content)
    except FileExistsError as error:
        raise StorageError(
            f"`{shown_path(copy)}` is there already", "edit that file, or move it away"
        ) from error
