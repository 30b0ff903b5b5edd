"""What a home tells git, should it be under it: what to leave out, how to merge."""

import contextlib
import os
from pathlib import Path

from pmflash.storage.whole_file import make_file

MERGE_RULE = "/progress/*.jsonl -text merge=union"

_FILES = {
    ".gitignore": """\
# What pmflash makes again whenever it is missing.
/progress/state.json
/cache/
*.new
""",
    ".gitattributes": f"""\
# Reviews of both sides count, whatever their order: merging never conflicts.
{MERGE_RULE}
""",
}


def tell_git(home: Path) -> None:
    """Make the files for git that `home` lacks, if that can be done.

    A file of the learner's own is left alone.
    """
    for name, content in _FILES.items():
        if not os.path.lexists(home / name):
            with contextlib.suppress(OSError):
                make_file(home / name, content.encode())
