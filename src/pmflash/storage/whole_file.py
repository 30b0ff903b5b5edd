"""Small files written whole or not at all, and folders made to last."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

_FOLDERS_CANNOT_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM}


def replace_file(path: Path, content: bytes, *, is_cache: bool = False) -> None:
    """Write `content` to `path`, where the old content stays until the new is whole.

    It then survives a power cut, for which a cache does not wait. Raises `OSError`
    and leaves nothing half-written behind when that cannot be done.
    """
    with _written_beside(path, content, is_cache=is_cache) as new:
        new.replace(path)
    if not is_cache:
        sync_folder(path.parent)


def make_file(path: Path, content: bytes) -> None:
    """Write `content` to `path`, where nothing may be: all of it or nothing at all.

    Raises `FileExistsError` when something is there, else as `replace_file` does.
    """
    with _written_beside(path, content) as new:
        try:
            # Unlike a file that is moved, a link never takes the place of another.
            os.link(new, path)
        except FileExistsError:
            raise
        except OSError:
            # Memory sticks know no links.
            path.open("xb").close()
            new.replace(path)
    sync_folder(path.parent)


def real_place(path: Path) -> Path:
    """Return where `path` leads to: who replaces the file there leaves links alone.

    A link that leads back to itself is a place of its own.
    """
    try:
        return path.resolve()
    except RuntimeError:
        return path


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


@contextlib.contextmanager
def _written_beside(
    path: Path, content: bytes, *, is_cache: bool = False
) -> Iterator[Path]:
    """Write `content` to a file beside `path`, gone when the caller left it there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with new.open("wb") as file:
            file.write(content)
            if not is_cache:
                file.flush()
                os.fsync(file.fileno())
        yield new
    finally:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
