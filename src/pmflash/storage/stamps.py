"""Short proofs that nothing has changed, from file sizes and times alone."""

import os
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from pmflash import __version__
from pmflash.storage.home import check_home
from pmflash.storage.listing import (
    code_entries,
    content_entries,
    is_file,
    journal_names,
)
from pmflash.storage.locations import (
    Locations,
    builtin_folder,
    code_folders,
    replay_folders,
)

DUE_HOUR = "%Y-%m-%d %H %z"
"""How the hour is written for which a line of what is due holds."""

_CONTENT_FOLDERS = ("seeds", "decks")


def content_stamp(locations: Locations) -> str:
    """Return a text that changes with any content file, version or compiler code.

    Raises `StorageError` for a home that cannot be read.
    """
    check_home(locations)
    lines = [__version__, str(locations.home)]
    for folder in code_folders():
        lines += _marks("code", code_entries(folder))
    lines += [*_content_marks(builtin_folder()), edits_stamp(locations)]
    return "\n".join(lines)


def edits_stamp(locations: Locations) -> str:
    """Return a text that changes when the learner edits something; same errors."""
    check_home(locations)
    return "\n".join([*_content_marks(locations.home), _settings_mark(locations)])


def journal_stamp(locations: Locations) -> str:
    """Return a text that changes with every review that any device has saved.

    It also changes with every log that cannot be read, or can be again.
    Raises `StorageError` for a home that cannot be read.
    """
    check_home(locations)
    entries = journal_names(locations.progress)
    marks = _marks("progress", [entry for entry in entries if is_file(entry)])
    unread = (entry.path for entry in entries if not is_file(entry))
    return "\n".join([*marks, *unread])


def due_stamp(locations: Locations, hour: str) -> str:
    """Return what the short line of what is due belongs to; errors as above."""
    return "\n".join((hour, content_stamp(locations), journal_stamp(locations)))


def replay_mark() -> str:
    """Return a text that changes with any code that decides what a review log says.

    It is the same on every device that has the same code.
    """
    found = crc32(__version__.encode())
    for folder in replay_folders():
        for entry in code_entries(folder):
            found = crc32(Path(entry.path).read_bytes(), found)
    return f"{found:08x}"


def _content_marks(root: Path) -> Iterator[str]:
    for name in _CONTENT_FOLDERS:
        yield f"{root}/{name}"
        yield from _marks(name, content_entries(root / name))


def _marks(label: str, entries: list[os.DirEntry[str]]) -> list[str]:
    return [f"{label} {entry.name} {_entry_mark(entry)}" for entry in entries]


def _entry_mark(entry: os.DirEntry[str]) -> str:
    try:
        return _mark(entry.stat())
    except OSError:
        return "unreadable"


def _settings_mark(locations: Locations) -> str:
    try:
        return _mark(locations.settings_file.stat())
    except OSError:
        return "no settings"


def _mark(stat: os.stat_result) -> str:
    return f"{stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_size} {stat.st_ino}"
