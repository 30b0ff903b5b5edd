"""A home brought back to how a copy has it, after the present state was copied too."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pmflash.model.failure import UsageError
from pmflash.storage.backup import keep_extra_copy, kept_files
from pmflash.storage.backup_file import Copy, OpenCopy, open_copy
from pmflash.storage.causes import cannot
from pmflash.storage.device import known_device
from pmflash.storage.journal_reader import refuse_newer
from pmflash.storage.journal_writer import journal_name, locked
from pmflash.storage.locations import Locations, shown_path
from pmflash.storage.restoring import replace_all

BEFORE = "before-restore"


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore has done."""

    copy: Copy
    written: tuple[str, ...]
    """Files of the home that are others now, named from there."""
    removed: tuple[str, ...]
    """Files that are gone, because the copy does not have them."""
    before: Path | None
    """The copy of how it was before; None where there was nothing."""


def restore(locations: Locations, path: Path, at: datetime) -> Restored:
    """Bring the home back to how the copy at `path` has it.

    Decks, seeds, settings and the log of this device become those of the copy. Of every
    other log, which is not this device's to change, no line is lost. Raises
    `StorageError` with the home as it was.
    """
    with open_copy(path) as copy, _nothing_saved_meanwhile(locations):
        present = dict(kept_files(locations))
        changed = tuple(_changed(copy, present, own_log(locations)))
        written = {name: content for name, content, _ in changed}
        lengths = {name: length for name, _, length in changed if _is_log(name)}
        removed = tuple(
            name for name in present if name not in copy.names and not _is_log(name)
        )
        before = None
        if present and (written or removed):
            before = keep_extra_copy(locations, at, BEFORE)
        if written or removed:
            replace_all(locations.home, written, removed, lengths)
        return Restored(copy.about, tuple(written), removed, before)


def copy_called(locations: Locations, name: str) -> Path:
    """Return the copy that a learner calls `name`: a file, or one that is listed.

    Raises `UsageError` when there is none.
    """
    listed = locations.backups / name
    for path in (Path(name), listed, Path(f"{listed}.zip")):
        # A name may be too long for any file.
        with suppress(OSError):
            if path.is_file():
                return path
    raise UsageError(
        f"there is no copy `{shown_path(Path(name))}`",
        "see `pmflash restore` for the copies that there are",
    )


def own_log(locations: Locations) -> str:
    """Return how the log of this device is called in a copy."""
    return f"progress/{journal_name(known_device(locations))}"


@contextmanager
def _nothing_saved_meanwhile(locations: Locations) -> Iterator[None]:
    log = locations.home / own_log(locations)
    if not log.is_file():
        yield
        return
    try:
        with locked(log):
            yield
    except OSError as error:
        raise cannot("restore into", locations.home, error) from error


def _changed(
    copy: OpenCopy, present: dict[str, Path], own: str
) -> Iterator[tuple[str, bytes, int]]:
    """Yield the files to be written: what they are to hold, and how long they are."""
    for name in copy.names:
        kept = copy.read(name)
        now = b"" if name not in present else _read(present[name])
        if _is_log(name) and name != own:
            kept = _together(kept, now, present.get(name))
        if kept != now or name not in present:
            yield name, kept, len(now)


def _is_log(name: str) -> bool:
    return name.startswith("progress/")


def _together(kept: bytes, now: bytes, path: Path | None) -> bytes:
    """Return all lines of both, each once; `now` as it is when it has them all."""
    if now.startswith(kept):
        return now
    if path is not None:
        refuse_newer(path, now.partition(b"\n")[0])
    known = set(kept.split(b"\n"))
    missing = [line for line in now.split(b"\n") if line not in known]
    if not missing:
        return kept
    start = b"" if kept.endswith(b"\n") or not kept else b"\n"
    return kept + start + b"\n".join([*missing, b""])


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise cannot("read", path, error) from error
