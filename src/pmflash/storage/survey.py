"""Every line of every review log with its number, read by nobody but the doctor."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from pmflash.model.event import Event
from pmflash.storage.causes import cannot
from pmflash.storage.journal_line import decode_event, header_format, is_unknown_kind
from pmflash.storage.journal_reader import Fault, FaultSort, refuse_newer
from pmflash.storage.journal_writer import journal_name
from pmflash.storage.listing import check_home, journal_entries
from pmflash.storage.locations import Locations


@dataclass(slots=True)
class SurveyedLog:
    """One review log as it stands in its file."""

    path: Path
    device: str = ""
    """Whose it is, by its first line; empty without one."""
    events: list[tuple[int, Event]] = field(default_factory=list)
    """Every event with its line, in the order of the file."""
    faults: list[Fault] = field(default_factory=list)
    """Lines that do not count, a torn last one among them."""
    is_unended: bool = False
    """The last line is whole and only lacks its end."""

    @property
    def is_under_its_own_name(self) -> bool:
        """Whether the file is called as its device calls it."""
        return self.path.name == journal_name(self.device)


def surveyed_logs(locations: Locations) -> tuple[SurveyedLog, ...]:
    """Return every review log of a home, by name.

    Raises `StorageError` for one that cannot be read, or is of a newer format.
    """
    check_home(locations.home)
    entries = journal_entries(locations.progress)
    return tuple(_surveyed(Path(entry.path)) for entry in entries)


def _surveyed(path: Path) -> SurveyedLog:
    try:
        *lines, rest = path.read_bytes().split(b"\n")
    except OSError as error:
        raise cannot("read your reviews in", path, error) from error
    log = SurveyedLog(path)
    for number, raw in enumerate(lines, 1):
        _take(log, number, raw, FaultSort.DAMAGED)
    if rest:
        count = len(log.faults)
        _take(log, len(lines) + 1, rest, FaultSort.TORN)
        log.is_unended = len(log.faults) == count
    return log


def _take(log: SurveyedLog, number: int, raw: bytes, otherwise: FaultSort) -> None:
    line = raw.removesuffix(b"\r")
    event = decode_event(line)
    if event is not None:
        log.events.append((number, event))
    elif header_format(line) is not None:
        refuse_newer(log.path, line)
        log.device = log.device or str(json.loads(line).get("device", ""))
    elif line:
        sort = FaultSort.UNKNOWN if is_unknown_kind(line) else otherwise
        log.faults.append(Fault(number, sort, raw))
