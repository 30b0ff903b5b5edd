"""What a copy of a home holds, by name. Light: it is loaded at every start."""

import os
import re
from pathlib import Path

from pmflash.storage.listing import is_journal_name

ABOUT = "pmflash-backup.json"
"""The entry of a copy that says what it is."""
FORMAT = 1
"""What a copy must not exceed for us to restore it."""
PLAN = Path("restoring.new/plan.json")
"""Where in a home stands how a restore is carried through that is prepared beside."""

ODD_NAME = "not every system knows such a name"
"""Why no copy holds a file."""
BETTER_NAME = "rename it: at most 180 bytes of UTF-8, with no `:` and no backslash"

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


def is_log_name(name: str) -> bool:
    """Tell whether a file that is kept is a review log, or one of lines set aside."""
    return name.startswith("progress/")


def is_review_log(name: str) -> bool:
    """Tell whether a file that is kept is a review log, or a copy of one."""
    return is_log_name(name) and is_journal_name(name.rpartition("/")[2])


def is_being_restored(home: Path) -> bool:
    """Tell whether a restore of `home` was prepared and not carried through yet."""
    return os.path.lexists(home / PLAN)
