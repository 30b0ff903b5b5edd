"""A home as it must be before anything is read in it. Light: every start needs it."""

from errno import ENOTDIR
from stat import S_ISDIR

from pmflash.storage.backup_names import is_being_restored
from pmflash.storage.causes import cannot, is_dangling
from pmflash.storage.locations import Locations


def check_home(locations: Locations) -> None:
    """Raise `StorageError` when the home is there but cannot be one.

    A restore that was broken off in it is carried through first.
    """
    home = locations.home
    try:
        if not S_ISDIR(home.stat().st_mode):
            raise NotADirectoryError(ENOTDIR, "not a folder")
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not is_dangling(home):
            return
        raise cannot("use the folder", home, error) from error
    if is_being_restored(home):
        from pmflash.storage.restoring import finish_restore

        finish_restore(locations)
