"""Events that must have been there once and are not any more."""

from collections.abc import Iterator

from pmflash.doctor.base import Case, Finding
from pmflash.model.event import EventKind
from pmflash.model.failure import StorageError
from pmflash.model.text import counted, one_line
from pmflash.storage.backup_file import copies, open_copy
from pmflash.storage.journal_line import decode_event
from pmflash.storage.restore import BEFORE


def look(case: Case) -> Iterator[Finding]:
    """Yield undone events that are missing, and what only the last copy has."""
    targets = {e.target for e in case.events.values() if e.kind is EventKind.UNDO}
    missing = len(targets - case.events.keys())
    if missing:
        yield Finding(
            "missing-target",
            f"{counted(missing, 'event')} undone that no log holds",
            "a log may not have been synced yet, or has lost lines: see "
            "`pmflash restore`",
        )
    yield from _in_the_last_copy_alone(case)


def _in_the_last_copy_alone(case: Case) -> Iterator[Finding]:
    found = copies(case.locations.backups)
    # What a restore has taken out is meant to be missing.
    if not found or BEFORE in found[-1].path.name:
        return
    path = found[-1].path
    try:
        with open_copy(path) as copy:
            logs = [copy.read(name) for name in copy.names if "/reviews-" in name]
    except StorageError as error:
        yield Finding("damaged-copy", error.message, "delete it", path=path)
        return
    lines = {line for log in logs for line in log.split(b"\n")}
    events = (decode_event(line.removesuffix(b"\r")) for line in lines)
    lost = {event.id for event in events if event} - case.events.keys()
    if lost:
        name = one_line(path.stem)
        yield Finding(
            "missing-event",
            f"{counted(len(lost), 'event')} of the copy `{name}` in no log any more",
            f"`pmflash restore {name}` brings them back",
        )
