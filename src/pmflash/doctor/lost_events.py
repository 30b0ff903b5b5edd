"""Events that must have been there once and are not any more, and copies of them."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from pmflash.clock import utc_text
from pmflash.doctor.base import AHEAD, Case, Finding
from pmflash.model.event import EventKind
from pmflash.model.failure import StorageError
from pmflash.model.text import counted, one_line
from pmflash.storage.backup_file import OpenCopy, open_copy
from pmflash.storage.backup_names import is_review_log
from pmflash.storage.causes import cannot
from pmflash.storage.device import known_device
from pmflash.storage.journal_line import decode_event, lines_in
from pmflash.storage.journal_writer import append_line, journal_name
from pmflash.storage.locations import Locations, shown_path
from pmflash.storage.own_log import own_log
from pmflash.storage.restore_undo import since_last_restore


@dataclass(frozen=True, slots=True)
class _Lost:
    """An event that a copy has, and no log any more."""

    line: bytes
    copy: str
    """How the copy is called."""
    is_own: bool
    """Whether it stood in the log of this device."""


def look(case: Case) -> Iterator[Finding]:
    """Yield undone events that are missing, bad copies, and what only copies have."""
    yield from _missing_targets(case)
    known = {line for log in case.logs for line in log.content.split(b"\n")}
    lost = dict[str, _Lost]()
    # What a restore has taken out is meant to be missing.
    looked_into = since_last_restore(case.copies.usable)
    for about in case.copies.usable:
        try:
            with open_copy(about.path) as copy:
                if about in looked_into:
                    # Of an event that several have, the newest one is told.
                    lost.update(_lost(case, copy, known))
        except StorageError as error:
            yield _unusable(about.path, error)
    for path, why in case.copies.unusable:
        yield _unusable(path, why)
    yield from _own([each for each in lost.values() if each.is_own], case.locations)
    yield from _others([each for each in lost.values() if not each.is_own])


def _unusable(path: Path, why: StorageError) -> Finding:
    return Finding(
        "unusable-copy",
        "no review is lost by it, but there is no going back to this copy",
        "delete it, unless a newer pmflash made it",
        path=path,
        details=(why.message,),
    )


def _missing_targets(case: Case) -> Iterator[Finding]:
    targets = {e.target for e in case.events.values() if e.kind is EventKind.UNDO}
    missing = len(targets - case.events.keys())
    if missing:
        yield Finding(
            "missing-target",
            f"{counted(missing, 'event')} undone that no log holds",
            "they would not count, but a log may not have been synced yet, or has lost "
            "lines: see `pmflash restore`",
        )


def _lost(case: Case, copy: OpenCopy, known: Set[bytes]) -> Iterator[tuple[str, _Lost]]:
    # Whoever deleted answers that a wrong clock had put into the future meant to.
    limit = utc_text(min(case.moment, copy.about.made_at + AHEAD))
    own = own_log(case.locations)
    for name in copy.names:
        if is_review_log(name):
            others = (raw for raw in copy.read(name).split(b"\n") if raw not in known)
            for line in chain.from_iterable(map(lines_in, others)):
                event = decode_event(line)
                if event and event.id not in case.events and event.at <= limit:
                    yield event.id, _Lost(line, copy.about.path.stem, name == own)


def _own(lost: Sequence[_Lost], locations: Locations) -> Iterator[Finding]:
    if lost:
        is_here = locations.progress.is_dir()
        count = counted(len(lost), "event")
        yield Finding(
            "missing-event",
            f"{count} of this device in no log any more, but in a copy",
            "`pmflash doctor --fix` adds what is missing to the log again; if you took "
            "it out yourself, delete these copies"
            if is_here
            else f"put `{shown_path(locations.progress)}` back, such as a disk that is "
            f"not connected; or let `pmflash restore {_newest(lost)}` make it anew",
            details=_by_copy(lost),
            mend=partial(_bring_back, locations, lost) if is_here else None,
        )


def _others(lost: Sequence[_Lost]) -> Iterator[Finding]:
    if lost:
        count = counted(len(lost), "event")
        yield Finding(
            "missing-event",
            f"{count} of other devices in no log any more, but in a copy",
            "let your sync program finish; a restore there may also have taken them "
            f"out. `pmflash restore {_newest(lost)}` brings them back, but takes out "
            "what you answered here since",
            is_trouble=False,
            details=_by_copy(lost),
        )


def _newest(lost: Sequence[_Lost]) -> str:
    return one_line(max(each.copy for each in lost))


def _by_copy(lost: Sequence[_Lost]) -> tuple[str, ...]:
    counts = Counter(each.copy for each in lost)
    return tuple(
        f"copy `{one_line(copy)}`: {counted(count, 'event')}"
        for copy, count in sorted(counts.items(), reverse=True)
    )


def _bring_back(locations: Locations, lost: Sequence[_Lost]) -> None:
    device = known_device(locations)
    lines = b"".join(each.line + b"\n" for each in lost)
    try:
        append_line(locations.progress, device, lines)
    except OSError as error:
        path = locations.progress / journal_name(device)
        raise cannot("bring your reviews back into", path, error) from error
