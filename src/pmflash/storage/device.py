"""The name of this device, which its review log carries.

It is kept apart for each machine, as a folder for the state of programs may be synced
or be a copy of another machine's: no two may write one log. A machine that only its
host name tells from others has another name, and another log, when that changes.
"""

import contextlib
import os
import platform
import re
from pathlib import Path
from zlib import crc32

from pmflash.storage.locations import Locations
from pmflash.storage.machine import machine_mark
from pmflash.storage.regular_file import read_regular
from pmflash.storage.whole_file import replace_file

_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")
_MOST_LETTERS = 40
_MOST_BYTES = 200


def device_name(locations: Locations) -> str:
    """Return this device's name, made once; the same again where none can be kept."""
    known = known_device(locations)
    if known:
        return known
    made = f"{_host()}-{os.urandom(2).hex()}"
    with contextlib.suppress(OSError):
        replace_file(_file(locations), f"{made}\n".encode())
    return known_device(locations) or _derived_name(locations)


def known_device(locations: Locations) -> str:
    """Return the name that was chosen or kept; empty when there is none yet."""
    chosen = _cleaned(locations.device)
    if chosen:
        return chosen
    try:
        kept = read_regular(_file(locations), _MOST_BYTES)
    except OSError:
        return ""
    return _cleaned(kept.decode(errors="replace"))


def _derived_name(locations: Locations) -> str:
    where = f"{platform.node()} {machine_mark()} {locations.state_folder}"
    return f"{_host()}-{crc32(where.encode(errors='replace')) & 0xFFFF:04x}"


def _file(locations: Locations) -> Path:
    return locations.state_folder / "-".join(filter(None, ("device", machine_mark())))


def _host() -> str:
    return _cleaned(platform.node().partition(".")[0]) or "device"


def _cleaned(text: str) -> str:
    name = _NOT_IN_A_NAME.sub("-", text.lower()).strip("-")
    return name[:_MOST_LETTERS].rstrip("-")
