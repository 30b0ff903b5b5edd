from collections.abc import Callable
from pathlib import Path

import pytest

from builders import an_event
from pmflash.model.event import Event
from pmflash.storage.journal_reader import read_journal
from pmflash.storage.locations import Locations
from pmflash.storage.survey import surveyed_logs

WriteLog = Callable[..., Path]
EVENTS = tuple(an_event() for _ in range(4))


@pytest.fixture
def content(write_log: WriteLog) -> bytes:
    """A log of four events."""
    return write_log("laptop", *EVENTS).read_bytes()


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (b"\n", b"\n", [2, 3, 4, 5]),
        (b"}\n{", b"}{", [1, 1, 1, 1]),
        (b"\n", b"\r\n", [2, 3, 4, 5]),
        (b"\n", b"\r\r\n", [2, 3, 4, 5]),
        (b"\n", b"\n\n", [3, 5, 7, 9]),
        (b"}\n{", b"}\n{{", [2, 3, 4, 5]),
    ],
)
def test_every_event_that_counts_is_found_at_its_line(
    content: bytes, old: bytes, new: bytes, lines: list[int], locations: Locations
) -> None:
    path = locations.progress / "reviews-laptop.jsonl"
    path.write_bytes(content.replace(old, new))
    (log,) = surveyed_logs(locations)
    assert log.events == [*zip(lines, EVENTS, strict=True)]
    assert log.device == "laptop"
    assert sorted(found(path)) == sorted(EVENTS)


def found(path: Path) -> list[Event]:
    """What counts of a log."""
    return read_journal(path, None).events
