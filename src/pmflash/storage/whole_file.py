"""Small files written whole or not at all, and folders made to last."""

import contextlib
import errno
import os
from pathlib import Path

_FOLDERS_CANNOT_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM}


def replace_file(path: Path, content: bytes, *, is_cache: bool = False) -> None:
    """Write `content` to `path`, where the old content stays until the new is whole.

    It then survives a power cut, for which a cache does not wait. Raises `OSError`
    and leaves nothing half-written behind when that cannot be done.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with new.open("wb") as file:
            file.write(content)
            if not is_cache:
                file.flush()
                os.fsync(file.fileno())
        new.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
        raise
    if not is_cache:
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names of the files in `folder` survive a power cut."""
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _FOLDERS_CANNOT_SYNC:
            raise
