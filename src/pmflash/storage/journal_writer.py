"""Adds one line to this device's review log: whole and on disk, or not at all."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic, sleep

from pmflash.storage.journal_line import (
    encode_header,
    header_format,
    is_sealed,
    split_lines,
)
from pmflash.storage.journal_reader import refuse_newer
from pmflash.storage.whole_file import sync_folder

LONGEST_WAIT_SECONDS = 10.0
"""For another process that appends, which takes a hundredth of a second."""

_BETWEEN_TRIES_SECONDS = 0.002
_BLOCK_BYTES = 1 << 16
_HEADER_BYTES = 4096
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
_CANNOT_LOCK = {errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL}

if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        """Do nothing: appending is all that Windows offers without a lock."""

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        """Wait until no other process appends; closing the file lets go again.

        Raises `OSError` when one does not come to its end: it may have been stopped.
        """
        deadline = monotonic() + LONGEST_WAIT_SECONDS
        while not _takes_lock(descriptor):
            if monotonic() > deadline:
                raise BlockingIOError(errno.EAGAIN, "another process holds the log")
            sleep(_BETWEEN_TRIES_SECONDS)

    def _takes_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in _CANNOT_LOCK:
                raise
        return True


class Overtaken(Exception):
    """Another process has added to the log meanwhile."""


def append_line(
    progress: Path, device: str, line: bytes, expected: int | None = None
) -> None:
    """Add `line` to the log of `device` in the folder `progress`, making what misses.

    Raises `OSError` with the log as it was, `StorageError` for a newer format, and
    `Overtaken` when the log does not have the length that is expected.
    """
    progress.mkdir(parents=True, exist_ok=True)
    path = progress / journal_name(device)
    with locked(path) as descriptor:
        refuse_newer(path, _first_line(descriptor))
        start = _mend_end(descriptor, progress, device)
        length = os.fstat(descriptor).st_size
        if expected not in (None, length):
            if start:
                # Otherwise nobody would ever have read up to the end.
                _write_whole(descriptor, start, length)
            raise Overtaken
        if length == 0:
            start = encode_header(device)
        _write_whole(descriptor, start + line, length)
        if length == 0:
            _settle(descriptor, progress)


def mend_end(progress: Path, device: str) -> None:
    """End the last line of the log of `device`, or set it aside when it is torn.

    Raises `OSError` when that cannot be done, with the log as it was.
    """
    with locked(progress / journal_name(device)) as descriptor:
        end = _mend_end(descriptor, progress, device)
        if end:
            _write_whole(descriptor, end, os.fstat(descriptor).st_size)


def set_aside(progress: Path, device: str, lines: Sequence[bytes]) -> None:
    """Copy unreadable `lines` to this device's own file for them, each only once.

    Raises `OSError` when they could not be copied whole and on disk.
    """
    with locked(progress / f"damaged-{device}.jsonl") as descriptor:
        length = os.fstat(descriptor).st_size
        kept = _read_at(descriptor, 0, length)
        known = set(kept.split(b"\n"))
        missing = [line for line in dict.fromkeys(lines) if line not in known]
        if missing:
            start = b"" if kept.endswith(b"\n") or not kept else b"\n"
            _write_whole(descriptor, start + b"\n".join([*missing, b""]), length)
            sync_folder(progress)


def journal_name(device: str) -> str:
    """Return the file name of the review log of `device`."""
    return f"reviews-{device}.jsonl"


@contextlib.contextmanager
def locked(path: Path) -> Iterator[int]:
    """Open the file at `path`, made when missing, while no other process appends."""
    while True:
        descriptor = os.open(path, _FLAGS, 0o666)
        try:
            _lock(descriptor)
            # While we waited, a program that syncs may have put another file there.
            if _is_at(descriptor, path):
                yield descriptor
                return
        finally:
            os.close(descriptor)


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _mend_end(descriptor: int, progress: Path, device: str) -> bytes:
    """Return what must come before a new line, after setting a torn end aside."""
    length = os.fstat(descriptor).st_size
    end = _unended(descriptor, length)
    if not end:
        return b""
    # What is whole before it stays, also where the line feed between them is lost.
    *before, torn = split_lines(end)
    if _is_whole(torn.rstrip(b"\r")):
        return b"\n"
    set_aside(progress, device, [torn])
    os.ftruncate(descriptor, length - len(torn))
    return b"\n" if before else b""


def _is_whole(line: bytes) -> bool:
    return is_sealed(line) or header_format(line) is not None


def _unended(descriptor: int, length: int) -> bytes:
    blocks: list[bytes] = []
    start = length
    while start and not (blocks and b"\n" in blocks[-1]):
        stop, start = start, max(0, start - _BLOCK_BYTES)
        blocks.append(_read_whole(descriptor, start, stop - start))
    return b"".join(reversed(blocks)).rpartition(b"\n")[2]


def _first_line(descriptor: int) -> bytes:
    return _read_at(descriptor, 0, _HEADER_BYTES).partition(b"\n")[0]


def _read_whole(descriptor: int, start: int, count: int) -> bytes:
    found = _read_at(descriptor, start, count)
    if len(found) < count:
        raise OSError(errno.EIO, "the log became shorter while it was read")
    return found


def _read_at(descriptor: int, start: int, count: int) -> bytes:
    # Not `pread`, which Windows lacks. Appending does not mind where we are.
    os.lseek(descriptor, start, os.SEEK_SET)
    return os.read(descriptor, count)


def _write_whole(descriptor: int, content: bytes, length: int) -> None:
    written = 0
    try:
        # What stopped it in the middle is only told when the rest is tried.
        while written < len(content):
            count = os.write(descriptor, content[written:])
            if not count:
                raise OSError(errno.EIO, "nothing is written, and nothing refused")
            written += count
        os.fsync(descriptor)
    except OSError:
        _cut(descriptor, length)
        raise


def _cut(descriptor: int, length: int) -> None:
    with contextlib.suppress(OSError):
        os.ftruncate(descriptor, length)
        os.fsync(descriptor)


def _settle(descriptor: int, progress: Path) -> None:
    """Make the name of a new log survive a power cut, and those of new folders."""
    home = progress.parent
    try:
        for folder in (progress, home, home.parent):
            sync_folder(folder)
    except OSError:
        _cut(descriptor, 0)
        raise
    # The folders further up may be ours too, or of any odd system.
    for folder in home.parent.parents:
        with contextlib.suppress(OSError):
            sync_folder(folder)
