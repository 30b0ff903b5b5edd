"""The copy that undoes a restore, and remembers which copy was restored then."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from pmflash.storage.backup import keep_extra_copy
from pmflash.storage.backup_file import Copy
from pmflash.storage.locations import Locations

_BEFORE = "before-restore"
"""Why such a copy was made."""


def keep_undo_copy(locations: Locations, at: datetime, restored: str) -> Path:
    """Copy the home before the copy with the mark `restored` is, and return where.

    Raises `StorageError` when that cannot be made.
    """
    return keep_extra_copy(locations, at, _BEFORE, restored)


def since_last_restore(found: Sequence[Copy]) -> tuple[Copy, ...]:
    """Return, of copies from the oldest on, those that hold what should be there.

    These are all since the last restore, and the one that was restored, if it is among
    them. The others hold what a restore took out.
    """
    before = [place for place, copy in enumerate(found) if _BEFORE in copy.path.name]
    if not before:
        return tuple(found)
    last = before[-1]
    mark = found[last].restored
    restored = [copy for copy in found[:last] if copy.mark == mark]
    return (*restored, *found[last + 1 :])
