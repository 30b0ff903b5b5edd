"""What is drawn, on its way to a terminal that may be slow, and may be gone."""

import codecs
import select
import sys
from io import BufferedWriter, FileIO, TextIOWrapper
from typing import Any

_STDERR = 2
_ERRORS = "pmflash-lookalike"
_LOOKALIKES = str.maketrans(
    "─━╸│╭╮╰╯·…“”„‘’–—−←→↑↓▲▼▏▇█≤≥≈×",
    '-=-|++++.."""\'\'---<>^v^v|##<>~x',
)
"""What stands in for signs that an old encoding lacks, as wide as they are."""


class TerminalOutput(FileIO):
    """Writes to a terminal; what is written to one that is gone is dropped."""

    def write(self, data: Any, /) -> int:
        """Write what the terminal takes, and tell how much that was."""
        try:
            while (taken := super().write(data)) is None:
                # Another program on this terminal does not want to wait; we do.
                select.select([], [self.fileno()], [])
        except OSError:
            return memoryview(data).nbytes
        return taken


def screen_output() -> TextIOWrapper:
    """Return where screens are drawn: stderr, as the shell has it."""
    codecs.register_error(_ERRORS, _lookalike)
    return TextIOWrapper(BufferedWriter(_raw_output()), _encoding(), errors=_ERRORS)


def draw(text: str) -> None:
    """Write `text` where screens are drawn, at once."""
    codecs.register_error(_ERRORS, _lookalike)
    # With a buffer, a signal in between would leave what is written a second time.
    output, rest = _raw_output(), memoryview(text.encode(_encoding(), _ERRORS))
    while rest:
        rest = rest[output.write(rest) :]


def _raw_output() -> TerminalOutput:
    return TerminalOutput(_STDERR, "w", closefd=False)


def _lookalike(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end].translate(_LOOKALIKES)
    return "".join(sign if sign.isascii() else "?" for sign in lacking), error.end


def _encoding() -> str:
    return sys.__stderr__.encoding if sys.__stderr__ else "utf-8"
