"""Files read without ever waiting: a named pipe ends only when its writer does."""

import errno
import os
from pathlib import Path
from stat import S_ISDIR, S_ISREG

_ALL = -1


def read_regular(path: Path, most: int = _ALL) -> bytes:
    """Return what the file at `path` holds, at most so many bytes of it.

    Raises `OSError` as `check_regular` does, and when the file cannot be read.
    """
    check_regular(path)
    with path.open("rb") as file:
        return file.read(most)


def check_regular(path: Path) -> None:
    """Raise `OSError` unless a file is at `path`, one that is no pipe and no device."""
    mode = path.stat().st_mode
    if not S_ISREG(mode):
        number = errno.EISDIR if S_ISDIR(mode) else errno.ESPIPE
        raise OSError(number, os.strerror(number), str(path))
