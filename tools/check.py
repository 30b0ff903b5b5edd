"""Runs every check of the project, all of them even when one fails."""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent

CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("format", ("ruff", "format", "--check", "--quiet", ".")),
    ("lint", ("ruff", "check", "--quiet", ".")),
    ("types", ("mypy", "--no-error-summary")),
    (
        "tests and house rules",
        ("python", "-m", "pytest", "--durations=5"),
    ),
)


def main() -> int:
    """Run all checks; return 1 when one failed."""
    failed = [name for name, command in CHECKS if not _passes(name, command)]
    if failed:
        print(f"failed: {', '.join(failed)}")
    return bool(failed)


def _passes(name: str, command: tuple[str, ...]) -> bool:
    print(f"== {name}", flush=True)
    started = time.monotonic()
    program = str(BIN / command[0])
    done = subprocess.run((program, *command[1:]), cwd=ROOT, check=False)
    verdict = "ok" if done.returncode == 0 else "FAILED"
    print(f"== {name}: {verdict}, {time.monotonic() - started:.0f} s", flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
