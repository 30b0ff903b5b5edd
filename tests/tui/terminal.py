"""The real `pmflash` in a pty, with a terminal that a test can read."""

import contextlib
import fcntl
import os
import re
import resource
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from time import monotonic

import pyte

from learner import Learner

PATIENCE_SECONDS = 20.0
"""So long may a loaded machine take before a test calls it a failure."""

_QUIET_SECONDS = 0.1

LEFT_THE_SCREEN = b"\x1b[?1049l"
_BLOCK_BYTES = 1 << 16
# Keyboard modes, which pyte would draw as letters.
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>][0-9]*u")


class Terminal:
    """One run of pmflash with a terminal around it."""

    def __init__(
        self,
        learner: Learner,
        *words: str,
        size: tuple[int, int] = (80, 24),
        largest_file: int | None = None,
        controls: bool = True,
        within: Sequence[str] = (),
    ) -> None:
        columns, rows = size
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        """Everything that pmflash has written so far."""
        self._master, slave = os.openpty()
        _set_size(slave, size)
        self.first_attributes = self.attributes
        """How the shell had the terminal set."""

        def prepare() -> None:
            if controls:
                fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            if largest_file is not None:
                limits = (largest_file, largest_file)
                resource.setrlimit(resource.RLIMIT_FSIZE, limits)

        self._process = subprocess.Popen(
            [*within, sys.executable, "-m", "pmflash", *words],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=_environment(learner),
            start_new_session=True,
            preexec_fn=prepare,
        )
        os.close(slave)

    @property
    def pid(self) -> int:
        """The number of the process that is pmflash."""
        return self._process.pid

    def type(self, keys: str) -> None:
        """Send `keys` in one piece, as a fast typist or a paste would."""
        self.send(keys.encode())

    def send(self, sent: bytes) -> None:
        """Send bytes that need not be text."""
        os.write(self._master, sent)

    def resize(self, size: tuple[int, int]) -> None:
        """Change the terminal's size; the system tells the program."""
        columns, rows = size
        self._screen.resize(rows, columns)
        _set_size(self._master, size)

    def signal(self, number: int) -> None:
        """Send a signal to pmflash."""
        self._process.send_signal(number)

    def wait_for(self, *texts: str) -> None:
        """Read until one of `texts` is on the screen."""

        def is_there() -> bool:
            picture = self.picture
            return any(text in picture for text in texts)

        self._read_until(is_there, " or ".join(texts))

    def read_for(self, seconds: float) -> None:
        """Read whatever pmflash draws in that time."""
        deadline = monotonic() + seconds
        while (left := deadline - monotonic()) > 0:
            self._read(left)

    def wait_for_picture(self, picture: str) -> None:
        """Read until the screen looks like `picture`, but for running clocks."""
        sought = _without_clocks(picture)
        self._read_until(lambda: _without_clocks(self.picture) == sought, picture)

    def wait_until_quiet(self) -> None:
        """Read until pmflash has drawn all that it wants to draw."""
        deadline = monotonic() + PATIENCE_SECONDS
        while self._read(_QUIET_SECONDS):
            assert monotonic() < deadline, f"still drawing:\n{self.picture}"

    def wait_for_raw(self, expected: bytes) -> None:
        """Read until pmflash has written `expected`."""
        self._read_until(lambda: expected in self.raw, repr(expected))

    def wait_for_end(self) -> int:
        """Read until pmflash has left; return what it tells the shell."""
        deadline = monotonic() + PATIENCE_SECONDS
        while self._read(deadline - monotonic()):
            assert monotonic() < deadline, f"still drawing:\n{self.picture}"
        return self._process.wait(max(1.0, deadline - monotonic()))

    def wait_until_stopped(self) -> None:
        """Wait until pmflash sleeps, as after Ctrl+Z."""
        deadline = monotonic() + PATIENCE_SECONDS
        options = os.WSTOPPED | os.WNOHANG
        while os.waitid(os.P_PID, self._process.pid, options) is None:
            assert monotonic() < deadline, f"still running:\n{self.picture}"
            self._read(0.05)

    def signal_until_end(self, number: int) -> int:
        """Send a signal over and over; return what pmflash tells the shell."""
        deadline = monotonic() + PATIENCE_SECONDS
        while self._process.poll() is None:
            assert monotonic() < deadline, f"still running:\n{self.picture}"
            self._process.send_signal(number)
            self._read(0.005)
        return self._process.returncode

    def hang_up(self) -> int:
        """Close the terminal's window; pmflash must leave by itself."""
        os.close(self._master)
        self._master = -1
        return self._process.wait(PATIENCE_SECONDS)

    @property
    def attributes(self) -> list[object]:
        """How the terminal is set: echo, line editing, special keys."""
        return [*termios.tcgetattr(self._master)]

    @property
    def picture(self) -> str:
        """The screen as it stands."""
        # Not its `display`, which stumbles over half of a wide character.
        cells, columns = self._screen.buffer, range(self._screen.columns)
        return "\n".join(
            "".join(cells[row][column].data for column in columns).rstrip()
            for row in range(self._screen.lines)
        )

    @property
    def left_behind(self) -> str:
        """What stands on the normal screen after pmflash has left."""
        after = self.raw.rpartition(LEFT_THE_SCREEN)[2]
        return re.sub(rb"\x1b\[[?<>]?[0-9;]*[a-z]", b"", after).decode()

    def close(self) -> None:
        """Leave nothing running."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        if self._master >= 0:
            os.close(self._master)

    def _read_until(self, found: Callable[[], bool], sought: str) -> None:
        deadline = monotonic() + PATIENCE_SECONDS
        while not found():
            if monotonic() > deadline or not self._read(deadline - monotonic()):
                # What came last may hold it.
                assert found(), f"no {sought} on:\n{self.picture}"
                return

    def _read(self, seconds: float) -> bool:
        """Take in one block; False when there is none in time, or no more at all."""
        ready, _, _ = select.select([self._master], [], [], max(0.0, seconds))
        # Linux answers with an error once nobody holds the other end.
        with contextlib.suppress(OSError):
            block = os.read(self._master, _BLOCK_BYTES) if ready else b""
            self.raw += block
            self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", block))
            return bool(block)
        return False


@contextlib.contextmanager
def running(
    learner: Learner,
    *words: str,
    size: tuple[int, int] = (80, 24),
    largest_file: int | None = None,
    controls: bool = True,
    within: Sequence[str] = (),
) -> Iterator[Terminal]:
    """Run pmflash for a while; every start is a minute later than the one before.

    The terminal `controls` pmflash as a shell's does, and sends it signals then.
    `within` is a command that runs the one after it, such as `setpriv`.
    """
    learner.watch.moment += timedelta(minutes=1)
    terminal = Terminal(
        learner,
        *words,
        size=size,
        largest_file=largest_file,
        controls=controls,
        within=within,
    )
    try:
        yield terminal
    finally:
        terminal.close()


def _environment(learner: Learner) -> dict[str, str]:
    home = learner.locations.home
    ours = {
        "PMFLASH_HOME": str(home),
        "PMFLASH_CACHE": str(home.parent / "cache"),
        "XDG_STATE_HOME": str(home.parent / "state"),
        "PMFLASH_DEVICE": learner.locations.device,
        "PMFLASH_NOW": learner.watch.moment.isoformat(),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }
    unwanted = ("NO_COLOR", "COLUMNS", "LINES", "TEXTUAL")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(unwanted)}
    return kept | ours


def _without_clocks(picture: str) -> str:
    return re.sub(r"\d+:\d\d\b", "0:00", picture)


def _set_size(descriptor: int, size: tuple[int, int]) -> None:
    columns, rows = size
    packed = struct.pack("HHHH", rows, columns, 0, 0)
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, packed)
