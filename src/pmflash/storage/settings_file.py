"""One setting of settings.yaml, rewritten; every other line stays as it is."""

import json
import os
import re
from collections.abc import Iterator, Sequence
from errno import EACCES
from pathlib import Path

from pmflash.model.failure import StorageError
from pmflash.storage.causes import cannot
from pmflash.storage.regular_file import read_regular
from pmflash.storage.whole_file import real_place, replace_file

Written = str | tuple[str, ...]
"""A setting as it is written: one text, or a list of them."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_TEXT = rb""""(?:[^"\\\r\n]|\\.)*"|'(?:[^'\r\n]|'')*'|[^#\s][^\r\n]*?"""
_COMMENT = rb"[ \t]*(?:[ \t]#[^\r\n]*)?"
_LINE_END = rb"(?:\r?\n|\Z)"
_SETTING = (
    rb"^%s[ \t]*:(?P<value>[ \t]+(?:" + _TEXT + rb"))?(?P<comment>" + _COMMENT + rb")"
    rb"(?P<end>" + _LINE_END + rb")"
    # What belongs to the value below its line, comments in the midst of it included.
    rb"(?P<more>(?:(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*"
    rb"(?:[ \t]+[^\s#][^\r\n]*|-(?:[ \t][^\r\n]*)?)" + _LINE_END + rb")*)"
)
_ITEM = re.compile(rb"([ \t]*-[ \t]+)(" + _TEXT + rb")" + _COMMENT + rb"\r?\n?")
# What no reader of YAML takes for anything but the text that it is.
_PLAIN = re.compile(r"[^\W_](?:[\w .()/&+'-]*[\w.)])?")
_NO_TEXT = "null"


def read_settings_file(file: Path) -> bytes:
    """Return what the file holds, which is nothing where there is none.

    Raises `StorageError` when it cannot be read.
    """
    try:
        return read_regular(file) if file.exists() else b""
    except OSError as error:
        raise cannot("read", file, error) from error


def with_setting(content: bytes, name: str, value: Written) -> bytes:
    """Return `content` with one setting changed, or added at its end.

    Of a list in lines of its own, the lines stay whose items do.
    """
    mark = _BYTE_ORDER_MARK if content.startswith(_BYTE_ORDER_MARK) else b""
    content = content.removeprefix(mark)
    end = b"\r\n" if b"\r\n" in content else b"\n"
    pattern = re.compile(_SETTING % re.escape(name.encode()), re.MULTILINE)

    def rewritten(found: re.Match[bytes]) -> bytes:
        if isinstance(value, tuple) and value and found["value"] is None:
            lines = _with_items(found["more"], value, end)
            if lines:
                return found[0].removesuffix(found["more"]) + lines
        return _line(name, value) + found["comment"] + found["end"]

    changed, count = pattern.subn(rewritten, content, count=1)
    if count:
        return mark + changed
    gap = b"" if not content or content.endswith(b"\n") else end
    return mark + content + gap + _line(name, value) + end


def save_settings_file(file: Path, content: bytes) -> None:
    """Write the whole file or nothing; raises `StorageError` when that fails."""
    try:
        # A link stays one: the file that it leads to is written.
        real = real_place(file)
        _check(real)
        replace_file(real, content)
    except OSError as error:
        raise cannot("write", file, error) from error


def not_one_line(name: str, value: Written) -> StorageError:
    """Return the error for a file whose setting is on no line of its own."""
    return StorageError(
        f"settings.yaml has no line of its own for `{name}`",
        f"write `{_line(name, value).decode()}` into it yourself",
    )


def _check(file: Path) -> None:
    """Refuse what the learner made read-only, which a new file would replace."""
    is_read_only = file.is_file() and not file.stat().st_mode & 0o222
    if is_read_only or (file.exists() and not os.access(file, os.W_OK)):
        raise OSError(EACCES, "read-only")


def _line(name: str, value: Written) -> bytes:
    if isinstance(value, tuple):
        written = f"[{', '.join(map(_scalar, value))}]"
    else:
        written = _scalar(value) if value else ""
    return f"{name}: {written}".rstrip().encode()


def _scalar(text: str) -> str:
    is_plain = _PLAIN.fullmatch(text) and text.casefold() != _NO_TEXT
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def _with_items(lines: bytes, items: Sequence[str], end: bytes) -> bytes:
    """Return the `lines` of a list with other items; nothing where it is no list."""
    kept: list[bytes] = []
    left, lead = list(items), b""
    for line in lines.splitlines(keepends=True):
        found = _ITEM.fullmatch(line)
        if found is None:
            if line.strip() and not line.lstrip().startswith(b"#"):
                return b""
            kept.append(line)
            continue
        lead = found[1]
        item = _item(found[2])
        if item in left:
            left.remove(item)
            kept.append(line)
    added = b"".join(lead + _scalar(item).encode() + end for item in left)
    return b"".join(_ended(kept, end)) + added if lead else b""


def _item(written: bytes) -> str:
    text = written.decode(errors="replace")
    if text.startswith("'"):
        return text[1:-1].replace("''", "'")
    try:
        return str(json.loads(text)) if text.startswith('"') else text
    except ValueError:
        return text


def _ended(lines: Sequence[bytes], end: bytes) -> Iterator[bytes]:
    """Yield `lines`, the last of which may have stood at the end of the file."""
    for line in lines:
        yield line if line.endswith(b"\n") else line + end
