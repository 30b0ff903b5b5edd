"""Reviews that git would not bring together, in a home that is under git."""

import subprocess
from collections.abc import Iterator

from pmflash.doctor.base import Case, Finding
from pmflash.storage.git_files import MERGE_RULE
from pmflash.storage.own_log import own_log

_LONGEST_SECONDS = 10


def look(case: Case) -> Iterator[Finding]:
    """Yield what git would make of two branches that have both added to one log."""
    home = case.locations.home
    attributes = home / ".gitattributes"
    # Where there is none, the next answer makes one.
    if not attributes.is_file():
        return
    asked = ("check-attr", "merge", "--", own_log(case.locations))
    try:
        told = subprocess.run(
            ("git", "-C", str(home), *asked),
            check=True,
            capture_output=True,
            timeout=_LONGEST_SECONDS,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        # There is no git here, or the home is not under it.
        return
    if not told.rstrip().endswith(b": union"):
        yield Finding(
            "git-conflicts",
            "git would stop at a conflict where two branches have added reviews to "
            "one log",
            f"add the line `{MERGE_RULE}`",
            is_trouble=False,
            path=attributes,
        )
