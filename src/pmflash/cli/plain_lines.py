"""Lines in from standard input, lines out to standard output, and signals heeded."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from pmflash.cli import report
from pmflash.model.failure import ExitCode, StorageError
from pmflash.model.text import shown
from pmflash.storage.causes import cause
from pmflash.tui.signals import EXIT_CODES, heeded, ignore_hang_ups

_LONGEST = 10_000
"""Of a longer line, which nobody typed, no more than this is kept."""

_ASCII = str.maketrans(
    {
        **dict.fromkeys("·‐‑‒–—−", "-"),
        **dict.fromkeys("“”„", '"'),
        **dict.fromkeys("‘’‚", "'"),
        **{"…": "...", "≤": "<=", "≥": ">=", "≈": "~", "×": "x", "→": "->"},
        **dict.fromkeys("\u00a0\u2009\u202f", " "),
    }
)


class NoMoreLines(Exception):
    """Standard input has come to its end, or the learner has had enough."""


class SignalledToLeave(Exception):
    """The system, or Ctrl+C, wants the program to end."""

    def __init__(self, code: ExitCode) -> None:
        super().__init__(code)
        self.code = code


class Lines:
    """Reads what the learner says and prints what the learner is told."""

    def __init__(self, when_used: Callable[[], None]) -> None:
        self._when_used = when_used
        """What is done before each line that is read, and before it is obeyed."""
        self._is_saving = False
        self._signalled: ExitCode | None = None
        self._had_terminal = _has_terminal()
        reconfigure = getattr(sys.stdin, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")

    def say(self, *texts: str) -> None:
        """Print `texts`, a line or more each; same errors as `report.data`."""
        for text in map(shown, texts):
            # Better than the question marks that an old encoding would leave.
            report.data(text if report.can_show(text) else text.translate(_ASCII))

    def read(self) -> str:
        """Return the next line without the white space around it.

        Raises `NoMoreLines`, and `StorageError` when there is no reading.
        """
        report.finish()
        self._use()
        if self._signalled is not None:
            raise SignalledToLeave(self._signalled)
        line = _line()
        if not line:
            self._check_terminal()
            raise NoMoreLines
        # Hours may have gone by, and it is another day.
        self._use()
        return line.strip()

    def _use(self) -> None:
        with self.saving():
            self._when_used()

    def _check_terminal(self) -> None:
        """Raise `SignalledToLeave` when the terminal has gone away without a signal."""
        if self._had_terminal and not _has_terminal():
            ignore_hang_ups()
            raise SignalledToLeave(ExitCode.HUNG_UP)

    @contextmanager
    def heeding_signals(self) -> Iterator[None]:
        """Raise `SignalledToLeave` at a signal, except at those that are ignored.

        And where nothing can be said or read, as the terminal has gone without one.
        """
        before = {number: signal.getsignal(number) for number in EXIT_CODES}
        # As `nohup` wants it, and as shells do for what runs in the background.
        ours = [each for each in before if before[each] is not signal.SIG_IGN]
        for number in ours:
            signal.signal(number, self._heed)
        try:
            yield
        except StorageError:
            self._check_terminal()
            raise
        finally:
            for number in ours:
                # Unless it is ignored by now, because the terminal has gone.
                if signal.getsignal(number) == self._heed:
                    signal.signal(number, before[number])

    @contextmanager
    def saving(self) -> Iterator[None]:
        """Let no signal come in between; it is heeded before the next line is read."""
        self._is_saving = True
        try:
            yield
        finally:
            self._is_saving = False

    def _heed(self, number: int, frame: FrameType | None) -> None:
        self._signalled = heeded(number)
        if not self._is_saving:
            raise SignalledToLeave(self._signalled)


def _has_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _line() -> str:
    """Return the start of the next line, empty at the end of the input."""
    if sys.stdin is None:
        return ""
    try:
        line = rest = sys.stdin.readline(_LONGEST)
        while len(rest) == _LONGEST and not rest.endswith("\n"):
            rest = sys.stdin.readline(_LONGEST)
    except OSError as error:
        raise StorageError(
            f"cannot read your replies: {cause(error)}", "send them from elsewhere"
        ) from error
    return line
