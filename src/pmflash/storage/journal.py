"""Every review of every device: read together, added to one at a time."""

import contextlib
import os
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from operator import attrgetter, lt
from pathlib import Path

from pmflash.model.collector import collector_paused
from pmflash.model.event import Event
from pmflash.storage.causes import cannot
from pmflash.storage.covered import Covered, cover, still_covered
from pmflash.storage.device import device_name
from pmflash.storage.home import check_home
from pmflash.storage.journal_line import decode_event, encode_event
from pmflash.storage.journal_reader import (
    Fault,
    FaultSort,
    Position,
    Reading,
    read_journal,
)
from pmflash.storage.journal_words import fault_sentences, gone_sentence, undatable
from pmflash.storage.journal_writer import append_line, journal_name, set_aside
from pmflash.storage.listing import is_file, journal_entries, journal_names
from pmflash.storage.locations import Locations
from pmflash.storage.regular_file import check_regular
from pmflash.storage.writable import check_writable

_READING = "read your reviews in"
_DEED = "save your answer in"
_AT, _ID = attrgetter("at"), attrgetter("id")
_IN_ORDER = attrgetter("at", "id")


def new_event_id() -> str:
    """Return a name for an event that no other device will give."""
    return os.urandom(8).hex()


class Journals:
    """The review logs of one home, of which this device writes only its own."""

    def __init__(self, locations: Locations) -> None:
        self._locations = locations
        self._known: set[str] = set()
        self._positions: dict[Path, Position] = {}
        self._faults: dict[Path, list[Fault]] = {}
        self._torn: dict[Path, Fault] = {}
        self._unread: list[Path] = []
        self._gone: set[Path] = set()
        """Logs that were there when they were last read, now or before this start."""
        self._device = ""
        self._folders: set[Path] = set()
        """Those of the home that were there: new ones would lack what is in them."""
        self._stamps: dict[Path, tuple[int, ...]] = {}
        self._added = 0
        """Bytes that were appended since the logs were read."""
        self._unproven: set[str] = set()
        """Ids of events that were not yet read from a whole line."""
        self._has_lost = False
        """A log was taken away or rewritten, so that its events may be nowhere now."""
        self._has_told_git = False

    def resume(self, logs: Iterable[Covered], known: Iterable[str]) -> bool:
        """Let `read_new` go on after `logs` and pass over the events `known`.

        False, and nothing has changed, when a log is not as it was. Call it before
        anything was read.
        """
        here = {entry.name for entry in journal_entries(self._locations.progress)}
        positions: dict[Path, Position] = {}
        stamps: dict[Path, tuple[int, ...]] = {}
        faults: dict[Path, list[Fault]] = {}
        for log in logs:
            path = self._locations.progress / log.name
            if log.name not in here:
                self._gone.add(path)
                continue
            try:
                position = still_covered(path, log)
            except OSError:
                return False
            if position is None:
                return False
            positions[path], stamps[path] = position, log.stamp
            faults[path] = list(log.faults)
        if self._gone:
            return False
        self._positions, self._stamps, self._faults = positions, stamps, faults
        self._known.update(known)
        self._keep_copies(chain.from_iterable(faults.values()))
        return True

    def covered(self) -> tuple[Covered, ...] | None:
        """Return all that `read_new` has read, to go on from at another start.

        None when that is not, byte by byte, what the logs hold up to there now.
        """
        if self._has_lost or self._unproven:
            return None
        found = []
        for path, position in self._positions.items():
            faults = tuple(self._faults[path])
            try:
                log = cover(path, position, faults, self._stamps.get(path, ()))
            except OSError:
                return None
            if log is None:
                return None
            found.append(log)
        return tuple(found)

    @collector_paused()
    def read_new(self) -> tuple[Event, ...]:
        """Return the events not returned before, each once, in order of time.

        Raises `StorageError` for a log that is unreadable or of a newer format.
        """
        readings = self._readings()
        self._added = 0
        # Only now, so that an event is not lost when a later log is refused.
        for path, reading in readings.items():
            self._note(path, reading)
        self._forget_all_but(readings)
        self._keep_copies(
            fault for reading in readings.values() for fault in reading.faults
        )
        fresh: list[Event] = []
        for reading in readings.values():
            fresh += self._unknown(reading.events)
            self._unproven.update(event.id for event in reading.unended_events)
        moments = [*map(_AT, fresh)]
        # Those of one device mostly are in order already.
        if not all(map(lt, moments, islice(moments, 1, None))):
            fresh.sort(key=_IN_ORDER)
        return tuple(fresh)

    @property
    def notices(self) -> tuple[str, ...]:
        """What could not be read so far, one sentence for each log and cause."""
        return tuple(self._sentences())

    def append(self, event: Event, *, if_all_read: bool = False) -> None:
        """Save `event` for good; `read_new` will not return it.

        Raises `StorageError` when it could not be saved, and then nothing is; also
        when asked to save it only `if_all_read`, and the log of this device has more
        than was read: `Overtaken`.
        """
        locations = self._locations
        line = encode_event(event)
        if decode_event(line.removesuffix(b"\n")) is None:
            raise undatable(event)
        self._check_folders()
        device = self._own_device()
        path = locations.progress / journal_name(device)
        read = self._positions.get(path)
        length = self._added + (read.offset if read is not None else 0)
        expected = length if if_all_read else None
        try:
            append_line(locations.progress, device, line, expected)
        except OSError as error:
            raise cannot(_DEED, path, error) from error
        self._added += len(line)
        self._find_folders()
        self._tell_git()
        self._known.add(event.id)
        self._unproven.add(event.id)

    def _tell_git(self) -> None:
        """Tell git how to treat the home; that may be new in a home that is old."""
        if not self._has_told_git:
            # Who only reads has nothing to tell.
            from pmflash.storage.git_files import tell_git

            self._has_told_git = True
            tell_git(self._locations.home)

    def _own_device(self) -> str:
        self._device = self._device or device_name(self._locations)
        return self._device

    def preflight(self) -> None:
        """Raise `StorageError` when answers could not be saved; make nothing."""
        check_writable(self._locations)

    def _unknown(self, events: list[Event]) -> list[Event]:
        """Return those of `events` that were not known, each once; now they are."""
        known, ids = self._known, {*map(_ID, events)}
        self._unproven -= ids
        if len(ids) == len(events) and known.isdisjoint(ids):
            known |= ids
            return events
        fresh = []
        for event in events:
            if event.id not in known:
                known.add(event.id)
                fresh.append(event)
        return fresh

    def _find_folders(self) -> None:
        places = {self._locations.home, self._locations.progress}
        missing = places - self._folders
        self._folders.update(place for place in missing if place.is_dir())

    def _check_folders(self) -> None:
        for folder in sorted(self._folders):
            try:
                folder.stat()
            except OSError as error:
                raise cannot(_DEED, folder, error) from error

    def _readings(self) -> dict[Path, Reading]:
        check_home(self._locations)
        self._find_folders()
        self._unread = []
        readings = {}
        for entry in journal_names(self._locations.progress):
            path = Path(entry.path)
            if not is_file(entry):
                self._unread.append(path)
                continue
            try:
                readings[path] = read_journal(path, self._positions.get(path))
            except FileNotFoundError:
                continue
            except OSError as error:
                raise cannot(_READING, path, error) from error
        return readings

    def _note(self, path: Path, reading: Reading) -> None:
        if reading.starts_over:
            self._has_lost |= path in self._positions
            self._faults[path] = []
        self._gone.discard(path)
        self._positions[path] = reading.position
        self._faults[path] += reading.faults
        self._torn.pop(path, None)
        if reading.torn is not None:
            self._torn[path] = reading.torn

    def _forget_all_but(self, readings: dict[Path, Reading]) -> None:
        for path in self._positions.keys() - readings.keys():
            self._has_lost = True
            self._gone.add(path)
            del self._positions[path], self._faults[path]
            self._torn.pop(path, None)

    def _keep_copies(self, faults: Iterable[Fault]) -> None:
        lines = [fault.raw for fault in faults if fault.sort is not FaultSort.MERGED]
        if lines:
            # The lines also stay where they are, so a failure loses nothing.
            with contextlib.suppress(OSError):
                set_aside(self._locations.progress, self._own_device(), lines)

    def _sentences(self) -> Iterator[str]:
        for path in self._unread:
            try:
                check_regular(path)
            except OSError as error:
                yield cannot(_READING, path, error).message
        for path in sorted(self._gone.difference(self._unread)):
            yield gone_sentence(path)
        for path in sorted(self._positions):
            yield from fault_sentences(path, self._faults[path], self._torn.get(path))
