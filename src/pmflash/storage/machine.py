"""What tells this machine from all others, also from one that it was copied from."""

import contextlib
import platform
import sys
from pathlib import Path
from zlib import crc32

_NUMBER_FILES = tuple(
    map(Path, ("/etc/machine-id", "/var/lib/dbus/machine-id", "/etc/hostid"))
)
"""Where Linux and the BSDs keep a number that no two machines share."""
_UUID_BYTES = 16


def machine_mark() -> str:
    """Return a short mark of this machine: of its number, else of its host name.

    It is empty where there is neither. The number itself is private, and not in it.
    """
    known = _kept_number() or _mac_number() or platform.node().encode(errors="replace")
    return f"{crc32(known):08x}" if known else ""


def _kept_number() -> bytes:
    for path in _NUMBER_FILES:
        with contextlib.suppress(OSError):
            number = path.read_bytes()[:64].strip()
            # A system that has not started for the first time yet has none.
            if number not in {b"", b"uninitialized"}:
                return number
    return b""


def _mac_number() -> bytes:
    """Return the number of a Mac's hardware, which a new Mac does not take over.

    Its host name it may: Migration Assistant copies that with the state folder.
    """
    if sys.platform != "darwin":
        return b""
    import ctypes

    number = ctypes.create_string_buffer(_UUID_BYTES)
    one_second = (ctypes.c_long * 2)(1, 0)
    with contextlib.suppress(OSError, AttributeError):
        if ctypes.CDLL(None).gethostuuid(number, one_second) == 0:
            return number.raw
    return b""
