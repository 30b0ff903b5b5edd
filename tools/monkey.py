"""Let a monkey at every screen: `python tools/monkey.py [SEED] [KEYS]`.

The test suite does the same for a shorter while. It stops at the first failure.
"""

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

TESTS = Path(__file__).parents[1] / "tests"


def main() -> None:
    """Press keys until something fails, or all are pressed."""
    sys.path.insert(0, str(TESTS))
    from tui.monkey import Monkey, a_victim

    seed, count = (*map(int, sys.argv[1:]), 1, 100_000)[:2]
    with TemporaryDirectory() as name:
        monkey, began = Monkey(a_victim(Path(name)), seed), monotonic()
        asyncio.run(monkey.press(count))
    print(f"seed {seed}: {count} keys in {monotonic() - began:.0f} s")
    print(f"screens: {' '.join(sorted(monkey.seen))}")


if __name__ == "__main__":
    main()
