"""One line of a review log: compact JSON that ends in a sum over its own bytes.

Every line, the header too, is `{...,"sum":"8 hex digits"}`: CRC-32 of what is before.
"""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from zlib import crc32

from pmflash.model.event import Event, EventKind
from pmflash.model.rating import Rating
from pmflash.model.study_day import YEARS

FORMAT = 1
"""What the first line of a log must not exceed for us to touch the log."""

SUM_LENGTH = len(',"sum":"01234567"}')
_INSTANT_LENGTH = len("2026-01-05T08:00:00.000000Z")
_INSTANT_YEARS = range(YEARS.start - 1, YEARS.stop + 1)
"""New Year comes earlier or later in UTC."""
OFFSETS = range(-24 * 60, 24 * 60 + 1)
"""Minutes that a clock can be ahead of UTC, which Python bounds by a day."""
_QUALITIES = range(6)
_MOST_MILLISECONDS = 10**11
"""Some three years: nobody takes longer for an answer."""
_MOST_REV = 2**31
DAMAGE = (KeyError, ValueError, TypeError, RecursionError)
"""What reading something raises that was not written by us."""

_BEGINNING = re.compile(rb'(?=\{"(?:id|pmflash)":")')
"""Where a line begins: inside of one, quotes have a backslash before them."""

KINDS = {kind.value: kind for kind in EventKind}
RATINGS = {rating.value: rating for rating in Rating}
_raw_decode = json.JSONDecoder().raw_decode
_day = lru_cache(maxsize=4096)(date.fromisoformat)


def encode_header(device: str) -> bytes:
    """Return the first line of the log of `device`, with its line feed."""
    return sealed({"pmflash": "reviews", "format": FORMAT, "device": device})


def encode_event(event: Event) -> bytes:
    """Return the line of `event`, with its line feed."""
    return sealed(event_record(event))


def event_record(event: Event) -> dict[str, Any]:
    """Return `event` as JSON has it, without its sum."""
    record: dict[str, Any] = {
        "id": event.id,
        "card": event.card,
        "at": event.at,
        "offset": event.offset_minutes,
        "day": event.day.isoformat(),
        "kind": event.kind.value,
    }
    if event.rating is not None:
        record["rating"] = event.rating.value
    if event.quality is not None:
        record["quality"] = event.quality
    if event.milliseconds:
        record["ms"] = event.milliseconds
    if event.target:
        record["target"] = event.target
    if event.note:
        record["note"] = event.note
    if event.spoken_seconds:
        record["spoken"] = event.spoken_seconds
    if event.rev:
        record["rev"] = event.rev
    return record


def decode_event(line: bytes) -> Event | None:
    """Return the event of `line`, which has no line feed; None for anything else."""
    if not is_sealed(line):
        return None
    try:
        return event_of(_parsed(line))
    except DAMAGE:
        return None


def event_of(record: dict[str, Any]) -> Event:
    """Return the event that became `record`; raises one of `DAMAGE` for any other."""
    rating = record.get("rating")
    event = Event(
        record["id"],
        KINDS[record["kind"]],
        record["card"],
        record["at"],
        record["offset"],
        _day(record["day"]),
        None if rating is None else RATINGS[rating],
        record.get("quality"),
        record.get("ms", 0),
        record.get("target", ""),
        record.get("note", ""),
        record.get("spoken", 0),
        record.get("rev", 0),
    )
    if not (_has_right_types(event) and _makes_sense(event)):
        raise ValueError("no event has such values")
    return event


def header_format(line: bytes) -> int | None:
    """Return the format that `line` announces; None when it is no whole header."""
    record = _record(line)
    number = record.get("format")
    if record.get("pmflash") != "reviews" or type(number) is not int:
        return None
    # A later format may do without our sum; ours never does.
    is_newer = number > FORMAT and "sum" not in record
    return number if is_sealed(line) or is_newer else None


def is_unknown_kind(line: bytes) -> bool:
    """True for a whole line of an event that this version does not know."""
    kind = _record(line).get("kind")
    return isinstance(kind, str) and kind not in KINDS and is_sealed(line)


def split_lines(line: bytes) -> list[bytes]:
    """Return the lines that are in `line` when line feeds between them are lost."""
    if is_sealed(line.rstrip(b"\r")):
        return [line]
    return [part for part in _BEGINNING.split(line) if part]


def lines_in(raw: bytes) -> Iterator[bytes]:
    """Yield the lines that `split_lines` finds, without what Windows ends them with."""
    for part in split_lines(raw):
        # More than one, where the ends were made those of Windows twice.
        yield part.rstrip(b"\r")


def is_sealed(line: bytes) -> bool:
    """True when `line` is, byte by byte, as it was written."""
    return line[-SUM_LENGTH:] == b',"sum":"%08x"}' % crc32(line[:-SUM_LENGTH])


def sealed(record: dict[str, Any]) -> bytes:
    """Return `record` as a line that ends in the sum over it, with its line feed."""
    body = json.dumps(record, separators=(",", ":")).encode()[:-1]
    return b'%b,"sum":"%08x"}\n' % (body, crc32(body))


@lru_cache(maxsize=4096)
def study_day_of(text: str) -> date | None:
    """Return the day that `text` names; None when it cannot be a study day."""
    with suppress(ValueError):
        day = _day(text)
        return day if day.year in YEARS else None
    return None


@lru_cache(maxsize=4096)
def is_instant_day(text: str) -> bool:
    """Tell whether `text` is the day of an instant that replaying can take."""
    with suppress(ValueError):
        return _day(text).year in _INSTANT_YEARS
    return False


def _record(line: bytes) -> dict[str, Any]:
    try:
        return _parsed(line)
    except (ValueError, RecursionError):
        return {}


def _parsed(line: bytes) -> dict[str, Any]:
    # Half the time of `json.loads`, which guesses the encoding and looks for spaces.
    text = line.decode()
    record, end = _raw_decode(text)
    if end != len(text) or not isinstance(record, dict):
        raise ValueError("not one object")
    return record


def _has_right_types(event: Event) -> bool:
    # The types are those of a stranger's file until they are looked at.
    return (
        type(event.id) is str
        and type(event.card) is str
        and type(event.at) is str
        and type(event.target) is str
        and type(event.offset_minutes) is int
        and type(event.milliseconds) is int
        and type(event.note) is str
        and type(event.spoken_seconds) is int
        and type(event.rev) is int
        and (event.quality is None or type(event.quality) is int)
    )


def _makes_sense(event: Event) -> bool:
    """Tell whether replaying can take the event; raises `ValueError` for no instant."""
    at = event.at
    if len(at) != _INSTANT_LENGTH or at[10] != "T" or at[19] != "." or at[-1] != "Z":
        return False
    instant = datetime.fromisoformat(at[:-1])
    return (
        instant.tzinfo is None
        and instant.year in _INSTANT_YEARS
        and event.day.year in YEARS
        and event.offset_minutes in OFFSETS
        and (event.quality is None or event.quality in _QUALITIES)
        and 0 <= event.milliseconds < _MOST_MILLISECONDS
        and 0 <= event.spoken_seconds < _MOST_MILLISECONDS
        and abs(event.rev) < _MOST_REV
    )
