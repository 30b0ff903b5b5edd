"""Files that nobody reads or finished writing, and places that cannot be written."""

import re
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from pmflash.doctor.base import Case, Finding
from pmflash.model.failure import StorageError
from pmflash.storage.causes import cannot

_UNFINISHED = re.compile(r".+\.\d+\.new")
_OLD_SECONDS = 60 * 60
"""What is younger may still be in the making."""


def look(case: Case) -> Iterator[Finding]:
    """Yield what is in the wrong place, by its name or its rights."""
    try:
        case.collection.check_writable()
    except StorageError as error:
        yield Finding("cannot-save", error.message, error.help)
    locations = case.locations
    for path in _inside(locations.progress):
        is_log = path.name.startswith("reviews-")
        if is_log and path.suffix not in {".jsonl", ".new"} and path.is_file():
            yield Finding(
                "unread-log",
                "this looks like a review log, and is not read",
                "rename it so that it ends in `.jsonl`; what it holds counts then, "
                "each event once",
                path=path,
            )
    home = locations.home
    for folder in (
        *(home, locations.progress, home / "decks", home / "seeds"),
        *(locations.cache, locations.state_folder, locations.backups),
    ):
        yield from _leftovers(folder, case.moment.timestamp())


def _leftovers(folder: Path, now: float) -> Iterator[Finding]:
    for path in _inside(folder):
        if _UNFINISHED.fullmatch(path.name) and _age(path, now) > _OLD_SECONDS:
            yield Finding(
                "leftover-file",
                "this was not written to its end, and is not used",
                "`pmflash doctor --fix` removes it",
                path=path,
                mend=partial(_remove, path),
            )


def _inside(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(sorted(folder.iterdir()))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise cannot("read the folder", folder, error) from error


def _age(path: Path, now: float) -> float:
    try:
        return now - path.lstat().st_mtime
    except OSError:
        return 0


def _remove(path: Path) -> None:
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise cannot("remove", path, error) from error
