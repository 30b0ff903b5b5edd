"""What a copy of a home holds, by name. Light: it is loaded at every start."""

import os
import re
from pathlib import Path

ABOUT = "pmflash-backup.json"
"""The entry of a copy that says what it is."""
FORMAT = 1
"""What a copy must not exceed for us to restore it."""
RESTORING = "restoring.new"
"""The folder of a home in which a restore is prepared that is to be carried through."""

SETTINGS = "settings.yaml"
# Not compiled here: most starts need neither.
_FILE = r"progress/[^/]+\.jsonl|(?:decks|seeds)/[^/]+\.(?i:ya?ml)"
_LONGEST_BYTES = 200
_ODD = r"[\x00-\x1f\x7f\\:\ud800-\udfff]|/\."


def is_kept_name(name: str) -> bool:
    """Tell whether a file of a home, named from there with slashes, is kept in copies.

    No such name leads out of the home, on any system.
    """
    if name == SETTINGS:
        return True
    is_plain = re.fullmatch(_FILE, name) and not re.search(_ODD, name)
    return bool(is_plain) and len(name.encode()) <= _LONGEST_BYTES


def is_being_restored(home: Path) -> bool:
    """Tell whether a restore of `home` was prepared and not carried through yet."""
    return os.path.lexists(home / RESTORING)
