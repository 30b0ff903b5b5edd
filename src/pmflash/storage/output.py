"""Files that the learner asks for, such as an export."""

from pathlib import Path

from pmflash.model.failure import StorageError
from pmflash.storage.causes import cannot
from pmflash.storage.locations import shown_path
from pmflash.storage.whole_file import replace_file


def save_text(path: Path, text: str) -> None:
    """Write `text` to `path` in UTF-8, exactly as it is; the whole file or nothing.

    Raises `StorageError` when it cannot be written.
    """
    if not path.parent.is_dir():
        raise StorageError(
            f"cannot write `{shown_path(path)}`: its folder does not exist",
            "make the folder first, or choose another place",
        )
    content = text.encode()
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            replace_file(path.resolve(), content)
    except OSError as error:
        raise cannot("write", path, error) from error
