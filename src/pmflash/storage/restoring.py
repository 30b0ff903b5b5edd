"""Several files of a home replaced as one: prepared aside, then carried through.

Until everything is prepared and on disk, nothing has changed. From then on the restore
is carried through, by the next start when a crash came between.
"""

import contextlib
import errno
import json
import os
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from pmflash.model.failure import StorageError
from pmflash.storage.backup_names import RESTORING, is_kept_name
from pmflash.storage.causes import cannot
from pmflash.storage.locations import shown_path
from pmflash.storage.whole_file import real_place, replace_file, sync_folder

_PLAN = "plan.json"


def replace_all(
    home: Path,
    contents: Mapping[str, bytes],
    removed: Collection[str],
    lengths: Mapping[str, int],
) -> None:
    """Write and remove files of `home`, named from there: all of it or nothing.

    `lengths` says how long the logs were when they were read: what another window or a
    sync program has added since comes behind the new content. Raises `StorageError`
    when it cannot be done, with the home as it was.
    """
    prepared = home / f"restore.{os.getpid()}.new"
    plan = {"written": [*contents], "removed": [*removed], "lengths": {**lengths}}
    try:
        home.mkdir(parents=True, exist_ok=True)
        for name in (*contents, *removed):
            _check_place(real_place(home / name))
        shutil.rmtree(prepared, ignore_errors=True)
        for number, content in enumerate(contents.values()):
            replace_file(prepared / str(number), content)
        replace_file(prepared / _PLAN, json.dumps(plan).encode())
        _settle(prepared, home / RESTORING)
    except OSError as error:
        shutil.rmtree(prepared, ignore_errors=True)
        raise cannot("restore into", home, error) from error
    finish_restore(home)


def finish_restore(home: Path) -> None:
    """Carry through what `replace_all` has prepared; harmless when done twice.

    Raises `StorageError` when that cannot be done now, or its plan cannot be read.
    """
    prepared = home / RESTORING
    try:
        plan = _plan(prepared)
        for number, name in enumerate(plan["written"]):
            with contextlib.suppress(FileNotFoundError):
                source, target = prepared / str(number), home / name
                if name in plan["lengths"]:
                    _add_what_came_since(source, target, plan["lengths"][name])
                _put(source, target)
        for name in plan["removed"]:
            (home / name).unlink(missing_ok=True)
        for name in {*plan["written"], *plan["removed"]}:
            with contextlib.suppress(FileNotFoundError):
                sync_folder((home / name).parent)
        shutil.rmtree(prepared, ignore_errors=True)
    except FileNotFoundError:
        # It was carried through before, and the folder not quite taken away.
        shutil.rmtree(prepared, ignore_errors=True)
    except OSError as error:
        raise cannot("finish a restore in", home, error) from error


def _settle(prepared: Path, ready: Path) -> None:
    prepared.rename(ready)
    try:
        sync_folder(ready.parent)
    except OSError:
        # Who is told that nothing was restored must not find it restored later.
        ready.rename(prepared)
        raise


def _plan(prepared: Path) -> dict[str, Any]:
    raw = (prepared / _PLAN).read_bytes()
    try:
        plan = json.loads(raw)
        names, lengths = (*plan["written"], *plan["removed"]), plan["lengths"]
        are_ours = all(is_kept_name(name) for name in names)
        if are_ours and all(type(length) is int for length in lengths.values()):
            return {**plan}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    raise StorageError(
        f"a restore was broken off, and `{shown_path(prepared)}` does not say how "
        "to finish it",
        "move that folder away, then run `pmflash restore`",
    )


def _add_what_came_since(source: Path, target: Path, length: int) -> None:
    if not target.is_file():
        return
    added = target.read_bytes()[length:]
    if added:
        # Done twice after a crash, events stand there twice, and count once.
        replace_file(source, source.read_bytes() + added)


def _check_place(path: Path) -> None:
    """Raise `OSError` when a file could not be put there later, or taken away."""
    if path.is_dir():
        raise OSError(errno.EISDIR, "a folder is in the way")
    folder = next(each for each in path.parents if each.exists())
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OSError(errno.EACCES, "the folder cannot be written")


def _put(source: Path, target: Path) -> None:
    # A link stays one: the file that it leads to is replaced, wherever it is.
    target = real_place(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        replace_file(target, source.read_bytes())
        source.unlink()
