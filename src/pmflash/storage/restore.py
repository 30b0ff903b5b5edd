"""A home brought back to how a copy has it, after the present state was copied too."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from pmflash.model.failure import UsageError
from pmflash.storage.backup import kept_files
from pmflash.storage.backup_file import Copy, OpenCopy, open_copy
from pmflash.storage.backup_names import (
    is_being_restored,
    is_log_name,
    is_review_log,
)
from pmflash.storage.causes import cannot
from pmflash.storage.home import check_home
from pmflash.storage.journal_reader import refuse_newer
from pmflash.storage.locations import Locations, shown_path
from pmflash.storage.log_lines import event_ids, with_lines
from pmflash.storage.own_log import own_log, own_log_path
from pmflash.storage.restore_undo import keep_undo_copy
from pmflash.storage.restoring import (
    Change,
    alone_with,
    finish_restore,
    mark_of,
    prepare_restore,
)


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore has done."""

    copy: Copy
    written: tuple[str, ...]
    """Files of the home that are others now, named from there."""
    removed: tuple[str, ...]
    """Files that are gone, because the copy does not have them."""
    left: tuple[tuple[str, int], ...]
    """Logs that are not this device's to change, with events that the copy lacks."""
    before: Path | None
    """The copy of how it was before; None where there was nothing."""


def restore(locations: Locations, path: Path, at: datetime) -> Restored:
    """Bring the home back to how the copy at `path` has it.

    Decks, seeds, settings and the log of this device become those of the copy. Of every
    other log, which is not this device's to change, no line is lost. Raises
    `StorageError` with the home as it was.
    """
    with open_copy(path) as copy:
        with _nobody_else_in(locations):
            present = dict(kept_files(locations))
            _refuse_newer_logs(present)
            changes = tuple(_changes(copy, present, own_log(locations)))
            left = tuple(_left(copy, present, own_log(locations)))
            before = None
            if changes and present:
                before = keep_undo_copy(locations, at, copy.about.mark)
            if changes:
                prepare_restore(locations.home, changes, at, copy.about.mark)
        finish_restore(locations)
        written = tuple(each.name for each in changes if each.content is not None)
        removed = tuple(each.name for each in changes if each.content is None)
        return Restored(copy.about, written, removed, left, before)


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


@contextmanager
def _nobody_else_in(locations: Locations) -> Iterator[None]:
    """Let nothing be saved here meanwhile, and no other restore be under way."""
    log = own_log_path(locations)
    while True:
        check_home(locations)
        with _nothing_saved_to(log):
            # Carrying another one through needs the log.
            if not is_being_restored(locations.home):
                yield
                return


@contextmanager
def _nothing_saved_to(log: Path) -> Iterator[None]:
    with ExitStack() as stack:
        if log.is_file():
            try:
                stack.enter_context(alone_with(log))
            except OSError as error:
                raise cannot("restore into", log, error) from error
        yield


def _refuse_newer_logs(present: Mapping[str, Path]) -> None:
    for name, path in present.items():
        if is_log_name(name):
            first = _read(path).partition(b"\n")[0]
            refuse_newer(path, first.rstrip(b"\r"))


def _changes(copy: OpenCopy, present: Mapping[str, Path], own: str) -> Iterator[Change]:
    """Yield what is to become of the files that are not as the copy has them."""
    for name in copy.names:
        kept = copy.read(name)
        now = _present(name, present)
        if is_log_name(name) and name != own:
            kept = now if _has_all(now, kept) else with_lines(kept, now.split(b"\n"))
        if kept != now or name not in present:
            yield Change(name, kept, mark_of(now))
    for name in present:
        if name not in copy.names and (name == own or not is_log_name(name)):
            yield Change(name, None, mark_of(_present(name, present)))


def _has_all(now: bytes, kept: bytes) -> bool:
    return now.startswith(kept) or with_lines(now, kept.split(b"\n")) == now


def _left(
    copy: OpenCopy, present: Mapping[str, Path], own: str
) -> Iterator[tuple[str, int]]:
    """Yield the logs that stay, with how many of their events the copy lacks."""
    others = [name for name in present if is_review_log(name) and name != own]
    held = copy.event_ids() if others else set()
    for name in others:
        more = event_ids(BytesIO(_present(name, present))) - held
        held |= more
        if more:
            yield name, len(more)


def _present(name: str, present: Mapping[str, Path]) -> bytes:
    return _read(present[name]) if name in present else b""


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise cannot("read", path, error) from error
