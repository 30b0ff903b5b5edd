"""What the operating system refused, in the house's words."""

import errno
from pathlib import Path

from pmflash.model.failure import StorageError
from pmflash.storage.locations import shown_path

IN_HOME = "set PMFLASH_HOME to another folder"
"""What also helps where a home cannot be used."""

_FULL = ("the disk is full", "free some space, then try again")
_FORBIDDEN = ("you have no permission there", "give yourself that permission")
_IN_THE_WAY = ("a file is where a folder should be", "move the file away")
_A_FOLDER_IN_THE_WAY = ("a folder is where a file should be", "move the folder away")
_NO_FILE = ("it is not a regular file", "move it away")
_READ_ONLY = ("the disk is read-only", "make the disk writable and try again")
_BETTER_ELSEWHERE = (
    *(_FORBIDDEN, _IN_THE_WAY, _A_FOLDER_IN_THE_WAY, _NO_FILE, _READ_ONLY),
)

_DANGLING = (
    "it is a link, and what it links to is not there",
    "put that back, such as a disk that is not connected, then try again",
)

_CAUSES: dict[int | None, tuple[str, str]] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: ("your share of the disk is full", _FULL[1]),
    errno.EFBIG: (
        "the file may not grow any further here",
        "raise the limit on file sizes (`ulimit -f`), then try again",
    ),
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.ENOTDIR: _IN_THE_WAY,
    errno.EEXIST: _IN_THE_WAY,
    errno.EISDIR: _A_FOLDER_IN_THE_WAY,
    errno.ESPIPE: _NO_FILE,
    errno.ENOENT: ("it is not there", "put it back, then try again"),
    errno.EAGAIN: (
        "another pmflash is writing there and does not come to an end",
        "resume or end the one that is stopped (`jobs` names it), then try again",
    ),
    errno.EIO: (
        "the disk reports a fault",
        "copy your progress to another disk, then try again",
    ),
}


def cause(error: OSError) -> str:
    """Return why the system refused, as half a sentence."""
    return _cause_and_help(error)[0]


def cannot(
    deed: str, path: Path, error: OSError, elsewhere: str = IN_HOME
) -> StorageError:
    """Return the failure of `deed`, such as `read your reviews in`, at `path`.

    `elsewhere` says how to use another place instead; empty where there is no way.
    """
    link = next(filter(is_dangling, (path, *path.parents)), None)
    if link is not None:
        path, (why, help) = link, _DANGLING
    else:
        why, help = found = _cause_and_help(error)
        if found is _IN_THE_WAY:
            path = next(filter(_is_other, path.parents), path)
        if elsewhere and found in _BETTER_ELSEWHERE:
            help += f", or {elsewhere}"
    return StorageError(f"cannot {deed} `{shown_path(path)}`: {why}", help)


def is_dangling(path: Path) -> bool:
    """Tell whether `path` is a link to what is not there, as on a disk put away."""
    try:
        return path.is_symlink() and not path.exists()
    except OSError:
        return False


def _is_other(path: Path) -> bool:
    """Tell whether something is at `path` that is no folder."""
    try:
        return path.exists() and not path.is_dir()
    except OSError:
        return False


def _cause_and_help(error: OSError) -> tuple[str, str]:
    unnamed = f"the system says “{error.strerror or error}”"
    return _CAUSES.get(error.errno, (unnamed, "remove the cause, then try again"))
