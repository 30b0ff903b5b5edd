"""Whole review logs, line by line: what two of them hold together, and how much."""

from collections.abc import Iterable
from typing import IO

from pmflash.storage.journal_line import is_sealed

_BEFORE_ID = b'{"id":"'
_BLOCK_BYTES = 1 << 16


def with_lines(log: bytes, lines: Iterable[bytes]) -> bytes:
    """Return `log` with those of `lines` behind it that it does not have."""
    known = {b"", *log.split(b"\n")}
    missing = [line for line in lines if line not in known]
    if not missing:
        return log
    start = b"" if log.endswith(b"\n") or not log else b"\n"
    return log + start + b"\n".join([*missing, b""])


def event_ids(log: IO[bytes]) -> set[bytes]:
    """Return the id of every event in `log`, which is read block by block.

    It only looks whether a line is whole: it counts a log beside a sitting.
    """
    found: set[bytes] = set()
    rest = b""
    while block := log.read(_BLOCK_BYTES):
        *lines, rest = (rest + block).split(b"\n")
        found |= _ids(lines)
    return found | _ids([rest])


def _ids(lines: Iterable[bytes]) -> set[bytes]:
    start = len(_BEFORE_ID)
    return {
        line[start : line.index(b'"', start)]
        for line in lines
        if line.startswith(_BEFORE_ID) and is_sealed(line.rstrip(b"\r"))
    }
