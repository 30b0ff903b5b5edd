"""The last line that `due --short` printed, kept for as long as it stays true."""

import contextlib
import json

from pmflash.storage.locations import Locations
from pmflash.storage.regular_file import read_regular
from pmflash.storage.whole_file import replace_file

_FILE = "due.json"


def load_due_line(locations: Locations, key: str) -> str | None:
    """Return the line saved under `key`; None when there is none or it is damaged."""
    try:
        saved = json.loads(read_regular(locations.cache / _FILE))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(saved, dict) or saved.get("key") != key:
        return None
    line = saved.get("line")
    return line if isinstance(line, str) else None


def save_due_line(locations: Locations, key: str, line: str) -> None:
    """Keep `line` under `key`, unless there is no home yet or no room for it."""
    with contextlib.suppress(OSError):
        if locations.home.is_dir():
            content = json.dumps({"key": key, "line": line}).encode()
            replace_file(locations.cache / _FILE, content, is_cache=True)
