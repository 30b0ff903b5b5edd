"""Every line of every review log with its number, read by nobody but the doctor."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from pmflash.model.collector import collector_paused
from pmflash.model.event import Event
from pmflash.storage.causes import cannot
from pmflash.storage.home import check_home
from pmflash.storage.journal_line import decode_event, header_format, lines_in
from pmflash.storage.journal_reader import Fault, read_journal
from pmflash.storage.journal_writer import journal_name
from pmflash.storage.listing import journal_entries
from pmflash.storage.locations import Locations


@dataclass(slots=True)
class SurveyedLog:
    """One review log as it stands in its file."""

    path: Path
    content: bytes
    faults: tuple[Fault, ...]
    """Lines that do not count, a torn last one among them, as a start finds them."""
    is_unended: bool
    """The last line is whole and only lacks its end."""
    device: str = ""
    """Whose it is, by its first line; empty without one."""
    events: list[tuple[int, Event]] = field(default_factory=list)
    """Every event with its line, in the order of the file."""

    @property
    def is_under_its_own_name(self) -> bool:
        """Whether the file is called as its device calls it."""
        return self.path.name == journal_name(self.device)


@collector_paused()
def surveyed_logs(locations: Locations) -> tuple[SurveyedLog, ...]:
    """Return every review log of a home, by name.

    Raises `StorageError` for one that cannot be read, or is of a newer format.
    """
    check_home(locations)
    entries = journal_entries(locations.progress)
    return tuple(_surveyed(Path(entry.path)) for entry in entries)


def _surveyed(path: Path) -> SurveyedLog:
    try:
        content, reading = path.read_bytes(), read_journal(path, None)
    except OSError as error:
        raise cannot("read your reviews in", path, error) from error
    torn = (reading.torn,) if reading.torn else ()
    is_unended = not torn and content[-1:] not in {b"", b"\n"}
    log = SurveyedLog(path, content, (*reading.faults, *torn), is_unended)
    for number, raw in enumerate(content.split(b"\n"), 1):
        for line in lines_in(raw):
            _take(log, number, line)
    return log


def _take(log: SurveyedLog, number: int, line: bytes) -> None:
    event = decode_event(line)
    if event is not None:
        log.events.append((number, event))
    elif header_format(line) is not None and not log.device:
        device = json.loads(line).get("device")
        log.device = device if isinstance(device, str) else ""
