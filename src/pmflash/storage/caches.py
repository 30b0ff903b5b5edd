"""What pmflash keeps only to be fast, thrown away; it is made again when wanted."""

from pathlib import Path

from pmflash.storage.causes import cannot
from pmflash.storage.locations import Locations, state_file


def cache_files(locations: Locations) -> tuple[Path, ...]:
    """Return every file that may be missing at any time."""
    cached = (locations.cache / name for name in ("cards.sqlite", "due.json"))
    return (*cached, state_file(locations))


def drop_caches(locations: Locations) -> None:
    """Remove all caches of a home; raises `StorageError` when one cannot be removed."""
    for path in cache_files(locations):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise cannot("remove", path, error, elsewhere="") from error
