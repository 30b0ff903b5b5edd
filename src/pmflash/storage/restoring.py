"""Several files of a home replaced as one: prepared aside, then carried through.

Until everything is prepared and on disk, nothing has changed. From then on the restore
is carried through, by the next start when a crash came between.
"""

import errno
import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zlib import crc32

from pmflash.model.failure import StorageError
from pmflash.storage.backup_names import (
    PLAN,
    is_being_restored,
    is_kept_name,
    is_log_name,
)
from pmflash.storage.causes import cannot
from pmflash.storage.journal_writer import locked
from pmflash.storage.locations import Locations, shown_path, state_file
from pmflash.storage.log_lines import with_lines
from pmflash.storage.restore_undo import keep_undo_copy
from pmflash.storage.whole_file import real_place, replace_file, sync_folder

Mark = tuple[int, int]
"""Length and CRC-32, by which a file is known again; none is like an empty one."""


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one file."""

    name: str
    """As it is called in the home, with slashes."""
    content: bytes | None
    """None takes it away."""
    found: Mark
    """How it was when that was decided: what has come since is not lost."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A change that is prepared."""

    name: str
    source: Path | None
    """Where its content waits, or did; None when the file is to be taken away."""
    found: Mark


@dataclass(frozen=True, slots=True)
class _Plan:
    """All that is prepared."""

    at: datetime
    restored: str
    """The mark of the copy that is brought back; empty when it is not known."""
    steps: tuple[_Step, ...]


def mark_of(content: bytes) -> Mark:
    """Return what a file that holds `content` is known by."""
    return len(content), crc32(content)


def prepare_restore(
    home: Path, changes: Sequence[Change], at: datetime, restored: str
) -> None:
    """Prepare these changes of `home`, all or none, for `finish_restore` to make.

    They bring back the copy with the mark `restored`. Raises `StorageError` when they
    could not be made, with the home as it was.
    """
    prepared = _aside(home)
    try:
        home.mkdir(parents=True, exist_ok=True)
        for change in changes:
            _check_place(real_place(home / change.name))
        shutil.rmtree(prepared, ignore_errors=True)
        for number, change in enumerate(changes):
            if change.content is not None:
                replace_file(prepared / str(number), change.content)
        replace_file(prepared / PLAN.name, _written_plan(changes, at, restored))
        _settle(prepared, home / PLAN.parent)
    except (OSError, StorageError) as error:
        shutil.rmtree(prepared, ignore_errors=True)
        if isinstance(error, StorageError):
            raise
        raise cannot("restore into", home, error) from error


@contextmanager
def alone_with(path: Path) -> Iterator[None]:
    """Let no other process append to the file at `path`, nor do as we do, meanwhile."""
    if sys.platform == "win32":
        # It locks nothing, and lets nobody move or remove a file that is open.
        yield
    else:
        with locked(path):
            yield


def finish_restore(locations: Locations) -> None:
    """Carry through what is prepared in the home; harmless when done twice.

    Raises `StorageError` when that cannot be done now, or its plan cannot be read.
    """
    plan = locations.home / PLAN
    prepared = plan.parent
    try:
        # A lock would make one where there is none.
        plan.stat()
        with alone_with(plan):
            _carry_through(locations, prepared)
    except OSError as error:
        if not is_being_restored(locations.home):
            # Another process has carried it through.
            return
        raise cannot("finish a restore in", prepared, error) from error


def _carry_through(locations: Locations, prepared: Path) -> None:
    home = locations.home
    plan = _read_plan(prepared)
    if any(_is_edited(home / step.name, step) for step in plan.steps):
        keep_undo_copy(locations, plan.at, plan.restored)
    for step in plan.steps:
        if is_log_name(step.name):
            _put_log(step, home / step.name)
        else:
            _put(step.source, home / step.name)
    for folder in {(home / step.name).parent for step in plan.steps}:
        if folder.exists():
            sync_folder(folder)
    # It knows logs as they were, and would tell of those that are gone.
    with suppress(OSError):
        state_file(locations).unlink()
    # A crash within leaves no half of it where it would be carried through again.
    prepared.rename(_aside(home))
    sync_folder(home)
    shutil.rmtree(_aside(home), ignore_errors=True)


def _aside(home: Path) -> Path:
    return home / f"restore.{os.getpid()}.new"


def _settle(prepared: Path, ready: Path) -> None:
    try:
        prepared.rename(ready)
    except OSError as error:
        if os.path.lexists(ready):
            raise _in_the_way(ready) from error
        raise
    try:
        sync_folder(ready.parent)
    except OSError:
        # Who is told that nothing was restored must not find it restored later.
        ready.rename(prepared)
        raise


def _in_the_way(ready: Path) -> StorageError:
    home = ready.parent
    cannot_restore = f"cannot restore into `{shown_path(home)}`"
    if is_being_restored(home):
        return StorageError(
            f"{cannot_restore}: another restore is under way there",
            "nothing was changed; run it again when the other one has ended",
        )
    return StorageError(
        f"{cannot_restore}: `{shown_path(ready)}` is in the way",
        "nothing was changed; move that away, then run it again",
    )


def _written_plan(changes: Iterable[Change], at: datetime, restored: str) -> bytes:
    steps = [[each.name, each.content is None, *each.found] for each in changes]
    plan = {"at": at.isoformat(), "restored": restored, "steps": steps}
    return json.dumps(plan).encode()


def _read_plan(prepared: Path) -> _Plan:
    raw = (prepared / PLAN.name).read_bytes()
    try:
        plan = json.loads(raw)
        at = datetime.fromisoformat(plan["at"])
        steps = []
        for number, (name, is_removed, length, total) in enumerate(plan["steps"]):
            if not is_kept_name(name) or {type(length), type(total)} != {int}:
                raise ValueError("not ours")
            source = None if is_removed else prepared / str(number)
            steps.append(_Step(name, source, (length, total)))
        # Earlier versions did not say which copy it is.
        return _Plan(at, str(plan.get("restored", "")), tuple(steps))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise StorageError(
            f"a restore was broken off, and `{shown_path(prepared)}` does not say how "
            "to finish it",
            "move that folder away, then run `pmflash restore`",
        ) from error


def _is_edited(target: Path, step: _Step) -> bool:
    """Tell whether putting the step through would lose what was written since."""
    now = b"" if is_log_name(step.name) or not target.exists() else target.read_bytes()
    if not now or mark_of(now) == step.found:
        return False
    source = step.source
    return source is None or (source.exists() and source.read_bytes() != now)


def _put_log(step: _Step, target: Path) -> None:
    """Put a log in its place, or take it away, with the lines that came since."""
    source, place = step.source, real_place(target)
    if not (source or place).exists():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    with alone_with(place):
        kept = b"" if source is None else source.read_bytes()
        now = place.read_bytes() if place.exists() else b""
        content = _with_news(kept, now, step.found)
        if content != kept:
            replace_file(place if source is None else source, content)
        if source is not None or not content:
            _put(source, target)


def _with_news(kept: bytes, now: bytes, found: Mark) -> bytes:
    """Return `kept` with the lines that the log has got since it was as `found`."""
    length, _ = found
    came = now[length:] if mark_of(now[:length]) == found else now
    if came and not kept:
        kept = now.partition(b"\n")[0] + b"\n"
    return with_lines(kept, came.split(b"\n"))


def _check_place(path: Path) -> None:
    """Raise `OSError` when a file could not be put there later, or taken away."""
    if path.is_dir():
        raise OSError(errno.EISDIR, "a folder is in the way")
    folder = next(each for each in path.parents if each.exists())
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OSError(errno.EACCES, "the folder cannot be written")


def _put(source: Path | None, target: Path) -> None:
    if source is None:
        target.unlink(missing_ok=True)
    elif source.exists():
        # A link stays one: the file that it leads to is replaced, wherever it is.
        place = real_place(target)
        place.parent.mkdir(parents=True, exist_ok=True)
        _move(source, place)


def _move(source: Path, target: Path) -> None:
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        replace_file(target, source.read_bytes())
        source.unlink()
