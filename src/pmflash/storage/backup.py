"""Copies of a home, each in one file outside of the home: made, listed and pruned."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO
from itertools import count
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pmflash import __version__
from pmflash.model.failure import StorageError
from pmflash.storage.backup_file import is_copy
from pmflash.storage.backup_names import (
    ABOUT,
    FORMAT,
    SETTINGS,
    is_being_restored,
    is_kept_name,
    is_review_log,
)
from pmflash.storage.causes import cannot
from pmflash.storage.listing import content_entries, journal_entries, log_entries
from pmflash.storage.locations import Locations
from pmflash.storage.log_lines import event_ids
from pmflash.storage.own_log import own_log_path
from pmflash.storage.whole_file import replace_file

DAYS_KEPT = 10
"""Copies of so many days are kept, and beyond them the first one of each month."""

_BLOCK_BYTES = 1 << 16
_OF_A_DAY = re.compile(r"\d{4}-\d\d-\d\d\.zip")
_MONTH_LENGTH = len("2026-01")


def keep_copy_of(
    day: date, locations: Locations, made_at: datetime, own_length: int | None = None
) -> None:
    """Make the copy of a study day, unless there is one or nothing was reviewed yet.

    It holds the first `own_length` bytes of this device's log, or all of it. A home
    that is being restored is in no state to copy. Raises `StorageError` when it cannot
    be made.
    """
    if is_being_restored(locations.home):
        return
    path = locations.backups / _name(day)
    if _is_made(path) or not journal_entries(locations.progress):
        return
    content = packed(locations, made_at, own_length)
    # What was read while a restore began may be half of it.
    if is_being_restored(locations.home):
        return
    # Another window may have been faster.
    if not _is_made(path):
        _save(path, content)
    _prune(locations.backups, day)


def keep_extra_copy(
    locations: Locations, made_at: datetime, why: str = "", comment: str = ""
) -> Path:
    """Make a copy that stays until the learner removes it, and return where it is.

    `why` becomes a part of its name, `comment` is kept in it. Raises `StorageError`
    when it cannot be made.
    """
    content = packed(locations, made_at, comment=comment)
    name = "-".join(filter(None, (made_at.strftime("%Y-%m-%d-%H%M%S"), why)))
    for number in count(1):
        path = locations.backups / f"{name}{f'-{number}' if number > 1 else ''}.zip"
        if not _is_there(path):
            break
    _save(path, content)
    return path


def packed(
    locations: Locations,
    made_at: datetime,
    own_length: int | None = None,
    comment: str = "",
) -> bytes:
    """Return a copy of everything in the home that is a learner's own work.

    Of this device's log it holds the first `own_length` bytes, or all. A log may grow
    meanwhile: its last line in the copy may then be a torn one. Raises `StorageError`
    when a file cannot be read.
    """
    lengths = {} if own_length is None else {own_log_path(locations): own_length}
    buffer = BytesIO()
    events: set[bytes] = set()
    files = 0
    # A sixth larger than need be, but a million reviews take three seconds, not ten.
    with ZipFile(
        buffer, "w", ZIP_DEFLATED, compresslevel=1, strict_timestamps=False
    ) as archive:
        for name, path in kept_files(locations):
            if not _add(archive, name, path, lengths.get(path)):
                continue
            files += 1
            if is_review_log(name):
                with archive.open(name) as log:
                    events |= event_ids(log)
        about = {
            "pmflash": "backup",
            "format": FORMAT,
            "version": __version__,
            "made_at": made_at.isoformat(timespec="seconds"),
            "events": len(events),
            "files": files,
        }
        archive.writestr(ZipInfo(ABOUT), json.dumps(about))
        archive.comment = comment.encode(errors="replace")
    return buffer.getvalue()


def _add(archive: ZipFile, name: str, path: Path, length: int | None) -> bool:
    """Add a file, or so much of it; tell whether there is that."""
    try:
        if length is None:
            # Block by block: a sitting beside it waits for none of them.
            archive.write(path, name)
        elif length:
            _add_start(archive, name, path, length)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise cannot("copy", path, error) from error
    return length != 0


def _add_start(archive: ZipFile, name: str, path: Path, length: int) -> None:
    with path.open("rb") as file, archive.open(name, "w", force_zip64=True) as entry:
        while block := file.read(min(length, _BLOCK_BYTES)):
            entry.write(block)
            length -= len(block)


def kept_files(locations: Locations) -> Iterator[tuple[str, Path]]:
    """Yield what a copy holds: the name of each file in the home, and where it is.

    Raises `StorageError` for what cannot be read.
    """
    for name, path in _own_files(locations):
        if is_kept_name(name):
            yield name, path


def left_out(locations: Locations) -> tuple[Path, ...]:
    """Return what no copy holds, nor a restore touches, as its name is too odd.

    Raises `StorageError` for what cannot be read.
    """
    found = _own_files(locations)
    return tuple(path for name, path in found if not is_kept_name(name))


def _own_files(locations: Locations) -> Iterator[tuple[str, Path]]:
    found = [(f"progress/{e.name}", e.path) for e in log_entries(locations.progress)]
    for folder in ("decks", "seeds"):
        entries = content_entries(locations.home / folder)
        found += ((f"{folder}/{entry.name}", entry.path) for entry in entries)
    found.append((SETTINGS, str(locations.settings_file)))
    for name, path in found:
        if _is_file(Path(path)):
            yield name, Path(path)


def _is_file(path: Path) -> bool:
    # Opening a named pipe would wait for a writer that never comes.
    try:
        return path.is_file()
    except OSError as error:
        raise cannot("copy", path, error) from error


def pruned(names: Iterable[str], day: date) -> tuple[str, ...]:
    """Return which of the copies called `names` have had their time on `day`.

    One of a later day, which a wrong clock has made, takes the place of no other.
    """
    daily = sorted(name for name in names if _OF_A_DAY.fullmatch(name))
    daily = [name for name in daily if name <= _name(day)]
    first_of_month: dict[str, str] = {}
    for name in daily:
        first_of_month.setdefault(name[:_MONTH_LENGTH], name)
    kept = {*daily[-DAYS_KEPT:], *first_of_month.values()}
    return tuple(name for name in daily if name not in kept)


def _name(day: date) -> str:
    return f"{day}.zip"


def _prune(folder: Path, day: date) -> None:
    """Remove what has had its time, as far as that can be removed."""
    names: list[str] = []
    with suppress(OSError):
        names += (path.name for path in folder.iterdir())
    for name in pruned(names, day):
        with suppress(OSError):
            (folder / name).unlink()


def _is_made(path: Path) -> bool:
    return _is_there(path) and is_copy(path)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise _cannot_copy(path, error) from error


def _save(path: Path, content: bytes) -> None:
    try:
        replace_file(path, content)
    except OSError as error:
        raise _cannot_copy(path, error) from error


def _cannot_copy(path: Path, error: OSError) -> StorageError:
    return cannot("keep a copy of your progress in", path, error, elsewhere="")
