"""Where the log of this device is, and how far it goes.

Light: a sitting asks before its first card.
"""

from pathlib import Path

from pmflash.storage.causes import cannot
from pmflash.storage.device import known_device
from pmflash.storage.journal_writer import journal_name
from pmflash.storage.listing import journal_entries
from pmflash.storage.locations import Locations


def own_log(locations: Locations) -> str:
    """Return how the log of this device is called in the home, and in a copy."""
    return f"progress/{journal_name(known_device(locations))}"


def own_log_path(locations: Locations) -> Path:
    """Return where this device's log is, or will be."""
    return locations.home / own_log(locations)


def own_length(locations: Locations) -> int | None:
    """Return how many bytes this device's log has; None when no device has any log.

    Raises `StorageError` when one cannot look.
    """
    if not journal_entries(locations.progress):
        return None
    path = own_log_path(locations)
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
    except OSError as error:
        raise cannot("copy", path, error) from error
