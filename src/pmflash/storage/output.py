"""Files that the learner asks for, such as an export."""

from pathlib import Path

from pmflash.model.failure import StorageError
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
        raise cannot("write", path, error, elsewhere="choose another place") from error
