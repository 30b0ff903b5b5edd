"""Reads a copy of a home, which anybody may have written: all sound, or nothing."""

import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from stat import S_IFMT, S_IFREG, S_ISREG
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pmflash.model.failure import StorageError
from pmflash.model.text import one_line
from pmflash.storage.backup_names import ABOUT, FORMAT, is_kept_name, is_review_log
from pmflash.storage.causes import cannot
from pmflash.storage.journal_line import FORMAT as JOURNAL_FORMAT
from pmflash.storage.journal_line import header_format
from pmflash.storage.locations import shown_path
from pmflash.storage.log_lines import event_ids

_MOST_FILES = 10_000
_MOST_BYTES = 2 << 30
"""Eight million reviews come to less."""
_MOST_TIMES_SMALLER = 200
"""Logs shrink to a sixth; what shrinks so much is made to burst."""
_SMALL_BYTES = 10 << 20
_ENCRYPTED = 0x1
_MOST_ABOUT_BYTES = 1 << 16
_DAMAGE = (
    BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    OverflowError,
    TypeError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    RecursionError,
)


class NoCopyError(StorageError):
    """What is at a path is damaged, or nothing that pmflash makes."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"cannot restore `{shown_path(path)}`: {why}",
            "nothing was changed; see `pmflash restore` for the copies that there are",
        )


@dataclass(frozen=True, slots=True)
class Copy:
    """What a copy says of itself."""

    path: Path
    made_at: datetime
    """With the offset that the learner's clock had."""
    events: int
    """How many are in its review logs, each counted once."""
    files: int
    mark: str
    """By which it is known again under any name."""
    restored: str
    """The mark of the copy that was restored when this was made, or anything."""


@dataclass(frozen=True, slots=True)
class Copies:
    """What is in a folder of copies."""

    usable: tuple[Copy, ...] = ()
    """Those that can be read, as far as one sees without reading all of them."""
    unusable: tuple[tuple[Path, StorageError], ...] = ()
    """The others, with the reason."""


@dataclass(frozen=True, slots=True)
class OpenCopy:
    """A copy all of whose bytes are as they were written."""

    about: Copy
    _archive: ZipFile

    @property
    def names(self) -> tuple[str, ...]:
        """The files in it, as they are called in a home."""
        return tuple(name for name in self._archive.namelist() if name != ABOUT)

    def read(self, name: str) -> bytes:
        """Return what the file called `name` holds.

        Raises `StorageError` when the copy cannot be read any more.
        """
        with _faults_told(self.about.path):
            return self._archive.read(name)

    def event_ids(self) -> set[bytes]:
        """Return the id of every event in its review logs; raises as `read` does."""
        found: set[bytes] = set()
        for name in filter(is_review_log, self.names):
            found |= event_ids(BytesIO(self.read(name)))
        return found


def copies(folder: Path) -> Copies:
    """Return the copies in `folder`, the oldest first.

    Raises `StorageError` when the folder cannot be read.
    """
    usable, unusable = [], []
    for path in _paths(folder):
        try:
            usable.append(_told(path))
        except StorageError as error:
            unusable.append((path, error))
    usable.sort(key=_age)
    return Copies(tuple(usable), tuple(unusable))


def _age(copy: Copy) -> tuple[datetime, int, str]:
    # Of one second, the later ones have a number at the end of the name.
    name = copy.path.name
    return copy.made_at, len(name), name


def is_copy(path: Path) -> bool:
    """Tell whether a copy is at `path`, as far as one sees without reading all of it.

    What a newer version made is one, and so is what may not be read.
    """
    try:
        _told(path)
    except NoCopyError:
        return False
    except StorageError:
        return path.exists()
    return True


@contextmanager
def open_copy(path: Path) -> Iterator[OpenCopy]:
    """Open the copy at `path`, and close it again.

    Raises `StorageError` unless every byte in it is sound, and nothing else than a
    learner's own files stands in it, in formats that are known here.
    """
    with _faults_told(path):
        archive = _opened(path)
    with archive:
        with _faults_told(path):
            about = _checked(path, archive)
        yield OpenCopy(about, archive)


def _paths(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".zip")
    except FileNotFoundError:
        return []
    except OSError as error:
        raise cannot("read the folder", folder, error, elsewhere="") from error


def _told(path: Path) -> Copy:
    """Return what the copy at `path` says of itself; raises `StorageError`."""
    with _faults_told(path), _opened(path) as archive:
        return _about(path, archive)


def _opened(path: Path) -> ZipFile:
    # Opening a named pipe would wait for a writer that never comes.
    if not S_ISREG(path.stat().st_mode):
        raise NoCopyError(path, "it is not a regular file")
    return ZipFile(path)


@contextmanager
def _faults_told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise cannot("read", path, error, elsewhere="") from error
    except _DAMAGE as error:
        why = "it is damaged, or no copy that pmflash made"
        raise NoCopyError(path, why) from error


def _checked(path: Path, archive: ZipFile) -> Copy:
    about = _about(path, archive)
    for entry in archive.infolist():
        _check_entry(path, entry)
    _check_all(path, archive)
    if about.files != len(archive.infolist()) - 1:
        raise BadZipFile("its list of files is not whole")
    return about


def _about(path: Path, archive: ZipFile) -> Copy:
    entry = archive.getinfo(ABOUT)
    if entry.file_size > _MOST_ABOUT_BYTES:
        raise ValueError("too long")
    record: dict[str, Any] = json.loads(archive.read(entry))
    number = record["format"]
    if record["pmflash"] != "backup" or type(number) is not int:
        raise ValueError("not a copy")
    if number > FORMAT:
        raise _newer(path)
    made_at = datetime.fromisoformat(record["made_at"])
    if made_at.tzinfo is None:
        raise ValueError("no offset")
    events, files = _count(record["events"]), _count(record["files"])
    restored = archive.comment.decode(errors="replace")
    return Copy(path, made_at, events, files, _mark(archive), restored)


def _mark(archive: ZipFile) -> str:
    sums = sorted((entry.filename, entry.CRC) for entry in archive.infolist())
    return f"{zlib.crc32(repr(sums).encode()):08x}"


def _count(number: object) -> int:
    if type(number) is not int or not 0 <= number <= _MOST_BYTES:
        raise ValueError("no count")
    return number


def _check_entry(path: Path, entry: ZipInfo) -> None:
    name, mode = entry.orig_filename, S_IFMT(entry.external_attr >> 16)
    is_known = name == ABOUT or is_kept_name(name)
    if not is_known or mode not in {0, S_IFREG} or entry.is_dir():
        raise NoCopyError(
            path, f"it holds `{one_line(name)}`, which no copy of pmflash does"
        )
    if entry.flag_bits & _ENCRYPTED:
        raise NoCopyError(path, f"`{one_line(name)}` in it is encrypted")
    if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise NoCopyError(path, f"`{one_line(name)}` in it is packed in an unknown way")
    allowed = max(_SMALL_BYTES, _MOST_TIMES_SMALLER * entry.compress_size)
    if entry.file_size > allowed:
        raise NoCopyError(path, f"`{one_line(name)}` in it would grow without measure")


def _check_all(path: Path, archive: ZipFile) -> None:
    entries = archive.infolist()
    if len({entry.filename for entry in entries}) < len(entries):
        raise NoCopyError(path, "it holds a file twice")
    if len(entries) > _MOST_FILES:
        raise NoCopyError(path, f"it holds more than {_MOST_FILES:,} files")
    if sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise NoCopyError(path, "it would fill the disk")
    if archive.testzip() is not None:
        raise BadZipFile("a sum does not match")
    for entry in entries:
        if entry.filename.startswith("progress/"):
            with archive.open(entry) as log:
                first = log.readline(_MOST_ABOUT_BYTES).rstrip(b"\r\n")
            if (header_format(first) or 0) > JOURNAL_FORMAT:
                raise _newer(path)


def _newer(path: Path) -> StorageError:
    return StorageError(
        f"cannot restore `{shown_path(path)}`: it was made by a newer pmflash",
        "nothing was changed; update pmflash first",
    )
