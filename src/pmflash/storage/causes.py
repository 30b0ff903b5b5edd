"""What the operating system refused, in the house's words."""

import errno
from pathlib import Path

from pmflash.model.failure import StorageError
from pmflash.storage.locations import shown_path

_ELSEWHERE = "or set PMFLASH_HOME to another folder"
_FULL = ("the disk is full", "free some space, then try again")
_FORBIDDEN = (
    "you have no permission there",
    f"give yourself that permission, {_ELSEWHERE}",
)
_IN_THE_WAY = (
    "a file is where a folder should be",
    f"move the file away, {_ELSEWHERE}",
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
    errno.EROFS: (
        "the disk is read-only",
        f"make the disk writable and try again, {_ELSEWHERE}",
    ),
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.ENOTDIR: _IN_THE_WAY,
    errno.EEXIST: _IN_THE_WAY,
    errno.EISDIR: (
        "a folder is where a file should be",
        f"move the folder away, {_ELSEWHERE}",
    ),
    errno.ESPIPE: (
        "it is not a regular file",
        f"move it away, {_ELSEWHERE}",
    ),
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


def cannot(deed: str, path: Path, error: OSError) -> StorageError:
    """Return the failure of `deed`, such as `read your reviews in`, at `path`."""
    link = next(filter(is_dangling, (path, *path.parents)), None)
    if link is not None:
        path, (why, help) = link, _DANGLING
    else:
        why, help = _cause_and_help(error)
    return StorageError(f"cannot {deed} `{shown_path(path)}`: {why}", help)


def is_dangling(path: Path) -> bool:
    """Tell whether `path` is a link to what is not there, as on a disk put away."""
    try:
        return path.is_symlink() and not path.exists()
    except OSError:
        return False


def _cause_and_help(error: OSError) -> tuple[str, str]:
    unnamed = f"the system says “{error.strerror or error}”"
    return _CAUSES.get(error.errno, (unnamed, "remove the cause, then try again"))
