"""The part of a review log that was read before, and the proof that it is the same."""

import os
import time
from dataclasses import dataclass, replace
from io import BufferedReader
from pathlib import Path
from zlib import crc32

from pmflash.storage.journal_reader import Fault, Position

_BLOCK_BYTES = 1 << 20
_COARSEST_TIME_NS = 2 * 10**9
"""File systems for memory sticks date files to two seconds."""


@dataclass(frozen=True, slots=True)
class Covered:
    """How far a log was read, what it is called, and what did not count of it."""

    name: str
    position: Position
    faults: tuple[Fault, ...]
    stamp: tuple[int, ...]
    """Size, times and inode of the file when it was proven the same; may be empty."""


def cover(
    path: Path, position: Position, faults: tuple[Fault, ...], stamp: tuple[int, ...]
) -> Covered | None:
    """Return the part up to `position`; None when the file has other bytes there.

    `stamp` is of the file when that was last proven. Raises `OSError`.
    """
    began_ns = time.time_ns()
    with path.open("rb") as file:
        found = _stamp(file)
        if found != stamp and not _begins_so(file, position):
            return None
    # A file that changed just now may change again and look the same.
    _, *changed_ns, _ = found
    is_settled = began_ns - max(changed_ns) > _COARSEST_TIME_NS
    return Covered(path.name, position, faults, found if is_settled else ())


def still_covered(path: Path, covered: Covered) -> Position | None:
    """Return where to read on; None unless the covered part is as it was.

    Raises `OSError`.
    """
    position = covered.position
    with path.open("rb") as file:
        if _stamp(file) != covered.stamp and not _begins_so(file, position):
            return None
        return replace(position, inode=os.fstat(file.fileno()).st_ino)


def _stamp(file: BufferedReader) -> tuple[int, ...]:
    stat = os.fstat(file.fileno())
    return (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)


def _begins_so(file: BufferedReader, position: Position) -> bool:
    left, found = position.offset, 0
    while left and (block := file.read(min(left, _BLOCK_BYTES))):
        left -= len(block)
        found = crc32(block, found)
    return left == 0 and found == position.sum
