"""The name of this device, which its review log carries."""

import contextlib
import os
import platform
import re
from zlib import crc32

from pmflash.storage.locations import Locations
from pmflash.storage.whole_file import replace_file

_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")
_MOST_LETTERS = 40


def device_name(locations: Locations) -> str:
    """Return this device's name, made once; the same again where none can be kept."""
    known = known_device(locations)
    if known:
        return known
    made = f"{_host()}-{os.urandom(2).hex()}"
    with contextlib.suppress(OSError):
        replace_file(locations.state_folder / "device", f"{made}\n".encode())
    return known_device(locations) or _derived_name(locations)


def known_device(locations: Locations) -> str:
    """Return the name that was chosen or kept; empty when there is none yet."""
    chosen = _cleaned(locations.device)
    if chosen:
        return chosen
    try:
        kept = (locations.state_folder / "device").read_bytes()[:200]
    except OSError:
        return ""
    return _cleaned(kept.decode(errors="replace"))


def _derived_name(locations: Locations) -> str:
    where = f"{platform.node()} {locations.state_folder}"
    return f"{_host()}-{crc32(where.encode(errors='replace')) & 0xFFFF:04x}"


def _host() -> str:
    return _cleaned(platform.node().partition(".")[0]) or "device"


def _cleaned(text: str) -> str:
    name = _NOT_IN_A_NAME.sub("-", text.lower()).strip("-")
    return name[:_MOST_LETTERS].rstrip("-")
