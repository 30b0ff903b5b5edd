"""Rewrite the golden cases from what pmflash says now: `python tools/bless.py`.

Read the diff before committing it; a build never runs this.
"""

import sys
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"


def main() -> None:
    """Bless every golden case and picture, and name the files that changed."""
    sys.path.insert(0, str(TESTS))
    from compiler import golden
    from tui import gallery

    changed = [*golden.bless(), *gallery.bless()]
    for file in changed:
        print(file.relative_to(TESTS.parent))
    print(f"{len(changed)} files changed")


if __name__ == "__main__":
    main()
