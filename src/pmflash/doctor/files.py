"""Files that nobody reads or finished writing, and places that cannot be written."""

import re
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from stat import S_ISREG

from pmflash.doctor.base import Case, Finding
from pmflash.model.failure import StorageError
from pmflash.storage.backup import left_out
from pmflash.storage.backup_names import BETTER_NAME, ODD_NAME
from pmflash.storage.causes import cannot
from pmflash.storage.listing import journal_entries
from pmflash.storage.locations import Locations
from pmflash.storage.writable import check_writable

_UNFINISHED = re.compile(r"(.+)\.[0-9]+\.new")
"""What `replace_file` calls a file before it is whole: a name and a process."""
_RESTORE = re.compile(r"restore\.[0-9]+\.new")
_IN_A_RESTORE = re.compile(r"(?:[0-9]+|plan\.json)(?:\.[0-9]+\.new)?")
_CONTENT = r"[^.].*\.(?i:ya?ml)"
_OLD_SECONDS = 60 * 60
"""What is younger may still be in the making."""


def look(case: Case) -> Iterator[Finding]:
    """Yield what is in the wrong place, by its name or its rights."""
    locations = case.locations
    try:
        check_writable(locations)
    except StorageError as error:
        yield Finding("cannot-save", error.message, error.help)
    yield from _unread_logs(locations.progress)
    for path in left_out(locations):
        yield Finding(
            "uncopied-file", f"no copy holds this: {ODD_NAME}", BETTER_NAME, path=path
        )
    yield from _unusable_folders(locations)
    for path in _leftovers(locations):
        if _age(path, case.moment.timestamp()) > _OLD_SECONDS:
            yield Finding(
                "leftover-file",
                "this was not written to its end, and is not used",
                "`pmflash doctor --fix` removes it",
                path=path,
                mend=partial(_remove, path),
            )


def _unusable_folders(locations: Locations) -> Iterator[Finding]:
    home, state = locations.home, (locations.state_folder, locations.backups)
    for folders in ((home, home / "decks", home / "seeds"), (locations.cache,), state):
        try:
            for folder in folders:
                _inside(folder)
        except StorageError as error:
            # The others may be in that one.
            yield Finding("unusable-folder", error.message, error.help)


def _unread_logs(progress: Path) -> Iterator[Finding]:
    read = {entry.name for entry in journal_entries(progress)}
    for path in _inside(progress):
        is_other = path.name.startswith((".", "damaged-")) or path.suffix == ".new"
        if "reviews-" not in path.name or is_other or path.name in read:
            continue
        help = "rename it so that it ends in `.jsonl`; what it holds counts then, once"
        if path.suffix == ".jsonl":
            help = "rename it: it is no log"
            if path.is_symlink():
                help = "put back what it links to, or rename it when it is no log"
        yield Finding(
            "unread-log",
            "this is called like a review log, and is not read"
            if path.is_file()
            else "this is called like a review log, and no file is there",
            help,
            path=path,
        )


def _leftovers(locations: Locations) -> Iterator[Path]:
    """Yield what we began to write, by names that a learner gives to nothing."""
    home = locations.home
    written_in = (
        (home, r"settings\.yaml|\.gitignore|\.gitattributes"),
        (home / "decks", _CONTENT),
        (home / "seeds", _CONTENT),
        (locations.progress, r"state\.json|.*\.jsonl"),
        (locations.cache, r"cards\.sqlite|due\.json"),
        (locations.state_folder, r"device(?:-[0-9a-f]{8})?"),
        (locations.backups, r".*\.zip"),
    )
    for folder, names in written_in:
        for path in _readable(folder):
            begun = _UNFINISHED.fullmatch(path.name)
            if begun and re.fullmatch(names, begun[1]) and _is_plain_file(path):
                yield path
    yield from filter(_is_begun_restore, _readable(home))


def _is_plain_file(path: Path) -> bool:
    try:
        return S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _is_begun_restore(path: Path) -> bool:
    return (
        _RESTORE.fullmatch(path.name) is not None
        and path.is_dir()
        and not path.is_symlink()
        and all(_IN_A_RESTORE.fullmatch(each.name) for each in _readable(path))
    )


def _readable(folder: Path) -> tuple[Path, ...]:
    try:
        return _inside(folder)
    except StorageError:
        return ()


def _inside(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(sorted(folder.iterdir()))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise cannot("read the folder", folder, error, elsewhere="") from error


def _age(path: Path, now: float) -> float:
    try:
        return now - path.lstat().st_mtime
    except OSError:
        return 0


def _remove(path: Path) -> None:
    try:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise cannot("remove", path, error) from error
