"""Files that the learner asks for, such as an export."""

from pathlib import Path

from pmflash.model.failure import StorageError
from pmflash.storage.backup_names import is_kept_name
from pmflash.storage.causes import cannot
from pmflash.storage.locations import shown_path
from pmflash.storage.whole_file import real_place, replace_file


def save_text(path: Path, text: str) -> None:
    """Write `text` to `path` in UTF-8, exactly as it is; errors as `save_bytes`."""
    save_bytes(path, text.encode())


def save_bytes(path: Path, content: bytes) -> None:
    """Write the whole file or nothing; raises `StorageError` when that cannot be."""
    try:
        if not path.parent.is_dir():
            raise StorageError(
                f"cannot write `{shown_path(path)}`: its folder does not exist",
                "make the folder first, or choose another place",
            )
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            replace_file(real_place(path), content)
    except OSError as error:
        raise cannot_write(path, error) from error


def check_outside(home: Path, path: Path) -> None:
    """Raise `StorageError` when `path` is where `home` has a log, deck or setting."""
    try:
        place, root = real_place(path), real_place(home)
    except OSError as error:
        raise cannot_write(path, error) from error
    if place.is_relative_to(root) and is_kept_name(place.relative_to(root).as_posix()):
        raise StorageError(
            f"`{shown_path(path)}` is a part of your home",
            "choose another place; nothing was written",
        )


def cannot_write(path: Path, error: OSError) -> StorageError:
    """Return the failure to write to a place that the learner has chosen."""
    return cannot("write", path, error, elsewhere="choose another place")
