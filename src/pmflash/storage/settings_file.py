"""One line of settings.yaml, rewritten; every other line stays as it is."""

import re
from pathlib import Path

from pmflash.model.failure import StorageError
from pmflash.storage.causes import cannot
from pmflash.storage.whole_file import replace_file

_VALUE = rb"^%s[ \t]*:(?:[ \t]+[^#\s][^\r\n]*?)?(?=[ \t]*(?:[ \t]#[^\r\n]*)?\r?$)"


def read_settings_file(file: Path) -> bytes:
    """Return what the file holds, which is nothing where there is none.

    Raises `StorageError` when it cannot be read.
    """
    try:
        return file.read_bytes() if file.exists() else b""
    except OSError as error:
        raise cannot("read", file, error) from error


def with_setting(content: bytes, name: str, value: str) -> bytes:
    """Return `content` with one setting changed, or added at its end."""
    line = f"{name}: {value}".encode()
    pattern = re.compile(_VALUE % re.escape(name.encode()), re.MULTILINE)
    changed, count = pattern.subn(lambda _: line, content, count=1)
    if count:
        return changed
    end = b"\r\n" if b"\r\n" in content else b"\n"
    gap = b"" if not content or content.endswith(b"\n") else end
    return content + gap + line + end


def save_settings_file(file: Path, content: bytes) -> None:
    """Write the whole file or nothing; raises `StorageError` when that fails."""
    try:
        # A link stays one: the file that it leads to is written.
        replace_file(file.resolve(), content)
    except OSError as error:
        raise cannot("write", file, error) from error


def not_one_line(name: str, value: str) -> StorageError:
    """Return the error for a file whose setting is on no line of its own."""
    return StorageError(
        f"settings.yaml has no line of its own for `{name}`",
        f"write `{name}: {value}` into it yourself",
    )
