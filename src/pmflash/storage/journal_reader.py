"""Reads what was added to one review log, and goes on where it stopped before."""

import os
from dataclasses import dataclass, field, replace
from enum import Enum
from io import BufferedReader
from pathlib import Path
from zlib import crc32

from pmflash.model.event import Event
from pmflash.model.failure import StorageError
from pmflash.storage.blocks import whole_lines
from pmflash.storage.journal_block import decode_events
from pmflash.storage.journal_line import (
    FORMAT,
    decode_event,
    header_format,
    is_unknown_kind,
    lines_in,
)
from pmflash.storage.locations import shown_path

_ANCHOR_BYTES = 64
_CONFLICT_MARKS = (b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")


class FaultSort(Enum):
    """Why a line does not count."""

    DAMAGED = "damaged"
    UNKNOWN = "of a kind that only a newer pmflash knows"
    MERGED = "left by a merge that git could not finish"
    TORN = "torn"


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that does not count, with its bytes."""

    line: int
    sort: FaultSort
    raw: bytes


@dataclass(frozen=True, slots=True)
class Position:
    """How far a log was read."""

    inode: int
    offset: int = 0
    """Bytes up to the end of the last whole line."""
    lines: int = 0
    anchor: bytes = b""
    """The last bytes before `offset`: when they differ, the file was rewritten."""
    sum: int = 0
    """CRC-32 of all bytes before `offset`."""


@dataclass(slots=True)
class Reading:
    """What was found after a position."""

    position: Position
    starts_over: bool = False
    """The log was read from its beginning, as it is new or was rewritten."""
    events: list[Event] = field(default_factory=list)
    """In no order: those of damaged lines come behind the others of a block."""
    faults: list[Fault] = field(default_factory=list)
    torn: Fault | None = None
    """The last line, when it has no end yet and cannot be read without one."""
    unended_events: list[Event] = field(default_factory=list)
    """Those of the events that are in a last line without an end so far."""


def read_journal(path: Path, position: Position | None) -> Reading:
    """Return what the log at `path` holds after `position`.

    Raises `StorageError` for a log of a newer format, `OSError` when unreadable.
    """
    with path.open("rb") as file:
        inode = os.fstat(file.fileno()).st_ino
        goes_on = position is not None and _goes_on(file, position, inode)
        start = position if position is not None and goes_on else Position(inode)
        file.seek(start.offset)
        reading = Reading(start, starts_over=not goes_on)
        for lines in whole_lines(file):
            read = _read_lines if lines.endswith(b"\n") else _read_unended
            read(path, reading, lines)
    return reading


def refuse_newer(path: Path, line: bytes) -> None:
    """Raise `StorageError` when `line` is the header of a format newer than ours."""
    if (header_format(line) or 0) > FORMAT:
        raise StorageError(
            f"`{shown_path(path)}` was written by a newer pmflash",
            "update pmflash on this device; the file stays as it is",
        )


def _goes_on(file: BufferedReader, position: Position, inode: int) -> bool:
    if position.inode != inode:
        return False
    file.seek(position.offset - len(position.anchor))
    return file.read(len(position.anchor)) == position.anchor


def _read_lines(path: Path, reading: Reading, whole: bytes) -> None:
    position = reading.position
    events, others = decode_events(whole)
    reading.events += events
    for place, line in others:
        _read_other(path, reading, position.lines + place + 1, line)
    reading.position = replace(
        position,
        offset=position.offset + len(whole),
        lines=position.lines + whole.count(b"\n"),
        anchor=whole[-_ANCHOR_BYTES:],
        sum=crc32(whole, position.sum),
    )


def _read_other(path: Path, reading: Reading, number: int, raw: bytes) -> None:
    unread = _unread(path, reading, raw)
    if unread:
        reading.faults.append(Fault(number, _sort(unread), raw))


def _read_unended(path: Path, reading: Reading, rest: bytes) -> None:
    count = len(reading.events)
    unread = _unread(path, reading, rest)
    reading.unended_events = reading.events[count:]
    if unread:
        line = reading.position.lines + 1
        reading.torn = Fault(line, FaultSort.TORN, rest)


def _sort(parts: list[bytes]) -> FaultSort:
    if all(map(is_unknown_kind, parts)):
        return FaultSort.UNKNOWN
    is_mark = parts[0].startswith(_CONFLICT_MARKS)
    return FaultSort.MERGED if is_mark else FaultSort.DAMAGED


def _unread(path: Path, reading: Reading, raw: bytes) -> list[bytes]:
    """Take what is whole in `raw`, and return the parts that are not."""
    unread = []
    for line in lines_in(raw):
        event = decode_event(line)
        if event is not None:
            reading.events.append(event)
        elif header_format(line) is not None:
            refuse_newer(path, line)
        elif line:
            unread.append(line)
    return unread
