"""Whole review logs, line by line: what two of them hold together, and how much."""

from collections.abc import Iterable
from itertools import chain
from typing import IO

from pmflash.storage.blocks import whole_lines
from pmflash.storage.journal_line import is_sealed, lines_in

_BEFORE_ID = b'{"id":"'


def with_lines(log: bytes, lines: Iterable[bytes]) -> bytes:
    """Return `log` with those of `lines` behind it that it does not have.

    A line that only ends as on Windows, or did, is the same.
    """
    known = {b"", *(line.rstrip(b"\r") for line in log.split(b"\n"))}
    missing = [line for line in lines if line.rstrip(b"\r") not in known]
    if not missing:
        return log
    start = b"" if log.endswith(b"\n") or not log else b"\n"
    return log + start + b"\n".join([*missing, b""])


def event_ids(log: IO[bytes]) -> set[bytes]:
    """Return the id of every event in `log`, which is read block by block.

    It only looks whether a line is whole: it counts a log beside a sitting.
    """
    found: set[bytes] = set()
    for lines in whole_lines(log):
        found |= _ids(lines.split(b"\n"))
    return found


def _ids(lines: Iterable[bytes]) -> set[bytes]:
    whole, others = list[bytes](), list[bytes]()
    for line in lines:
        (whole if is_sealed(line) else others).append(line)
    whole += filter(is_sealed, chain.from_iterable(map(lines_in, others)))
    start = len(_BEFORE_ID)
    return {
        line[start : line.index(b'"', start)]
        for line in whole
        if line.startswith(_BEFORE_ID)
    }
