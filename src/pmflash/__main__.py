"""Starts pmflash, and is the last net under it."""

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run pmflash on the process's own command line and leave the process."""
    try:
        sys.exit(_exit_code())
    except BrokenPipeError:
        from pmflash.cli.report import drop_output

        # Whoever read our output has seen enough.
        drop_output()
        sys.exit(0)


def _exit_code() -> int:
    # Imported late, so that an interrupt while loading is told like any other.
    try:
        from pmflash.cli.main import main as run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        raise
    except Exception:
        from traceback import format_exc

        from pmflash.cli.report import bug

        bug(format_exc())
        return 70


if __name__ == "__main__":
    main()
