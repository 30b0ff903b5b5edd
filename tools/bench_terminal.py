"""Programs in a pseudo terminal of 80x24: when their bytes arrive, and what they cost.

Keep this process small: the kernel counts its size into a child's peak memory.
"""

import os
import pty
import re
import select
import signal
import struct
import termios
from collections.abc import Callable, Mapping
from fcntl import ioctl
from pathlib import Path
from time import perf_counter

COLUMNS, LINES = 80, 24
LONGEST_SECONDS = 60.0
"""A start or an end that takes longer than this cannot be measured."""
LONGEST_KEY_SECONDS = 10.0
"""Nor can an answer to a key that takes longer than this."""
QUIET_SECONDS = 0.03
"""A program that drew nothing for so long waits for a key."""

_ALTERNATE_SCREEN = b"\x1b[?1049h"
_SEQUENCE = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])"
)
_BLOCK_BYTES = 1 << 16
_LONGEST_SETTLING_SECONDS = 1.0
_SAFE_CELLS = 48


class BenchError(Exception):
    """Something could not be measured."""


class Terminal:
    """One program in its own terminal, which dies at the end of a `with` block."""

    def __init__(self, words: list[str], environ: Mapping[str, str]) -> None:
        self._words = words
        self._screen, inner = pty.openpty()
        ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        streams = [(os.POSIX_SPAWN_DUP2, inner, number) for number in range(3)]
        self.drawn = b""
        self._patience = LONGEST_SECONDS
        self._started = perf_counter()
        self._pid: int | None = os.posix_spawn(
            words[0], words, environ, file_actions=streams, setsid=True
        )
        os.close(inner)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        """Let nothing of the program be left, whatever happened."""
        if self._pid is not None:
            os.killpg(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
            self._pid = None
        if self._screen >= 0:
            os.close(self._screen)
            self._screen = -1

    def seconds_until(self, is_there: Callable[[bytes], bool]) -> float:
        """Return when, after start or last key, `is_there` holds for what was drawn."""
        while not is_there(self.drawn):
            left = self._started + self._patience - perf_counter()
            if left <= 0 or not self._read(left):
                raise BenchError(
                    f"{self._words} never drew what it should, but {self._text()}"
                )
        return perf_counter() - self._started

    def press(self, keys: bytes) -> None:
        """Write `keys` and forget what was drawn before."""
        self.drawn = b""
        self._patience = LONGEST_KEY_SECONDS
        self._started = perf_counter()
        os.write(self._screen, keys)

    def settle(self) -> None:
        """Wait until the program draws no more, or for a second if it never stops."""
        until = perf_counter() + _LONGEST_SETTLING_SECONDS
        while perf_counter() < until and self._read(QUIET_SECONDS):
            pass

    def cpu_ms(self) -> float:
        """Return the time that the program has worked so far; 0 where nobody counts."""
        files = Path(f"/proc/{self._pid}/task").glob("*/schedstat")
        return sum(int(file.read_text().split()[0]) for file in files) / 1e6

    def close(self, keys: bytes) -> float:
        """Leave with `keys` and return the peak memory, in megabytes."""
        self.press(keys)
        until = self._started + LONGEST_SECONDS
        while perf_counter() < until and self._read(until - perf_counter()):
            pass
        if self._pid is None or perf_counter() >= until:
            raise BenchError(f"{self._words} did not end")
        _, status, usage = os.wait4(self._pid, 0)
        self._pid = None
        if status:
            raise BenchError(f"{self._words} ended with status {status}")
        return usage.ru_maxrss / 1024

    def _read(self, seconds: float) -> bool:
        if not select.select([self._screen], [], [], seconds)[0]:
            return False
        try:
            block = os.read(self._screen, _BLOCK_BYTES)
        except OSError:
            # Linux says so when the program has let go of its terminal.
            return False
        self.drawn += block
        return bool(block)

    def _text(self) -> str:
        return _SEQUENCE.sub(b" ", self.drawn[-2000:]).decode(errors="replace")


def has_words(words: str) -> Callable[[bytes], bool]:
    """Return a test that holds once `words` are drawn."""
    wanted = words.encode()
    return lambda drawn: wanted in drawn


def is_full(drawn: bytes) -> bool:
    """Tell whether every cell of the alternate screen was drawn at least once."""
    _, entered, after = drawn.partition(_ALTERNATE_SCREEN)
    return bool(entered) and cell_count(after) >= COLUMNS * LINES


def cell_count(drawn: bytes) -> int:
    """Return how many cells `drawn` fills."""
    text = _SEQUENCE.sub(b"", drawn).decode(errors="ignore")
    return sum(letter.isprintable() for letter in text)


def first_words(prompt: str) -> str:
    """Return as much of `prompt` as surely stands on one line of the card."""
    line = prompt.partition("\n")[0]
    if len(line) <= _SAFE_CELLS:
        return line
    return line[: _SAFE_CELLS + 1].rpartition(" ")[0] or line[:_SAFE_CELLS]
