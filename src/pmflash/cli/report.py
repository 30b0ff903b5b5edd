"""All that is ever printed: data on stdout, talk on stderr, and nothing that acts."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

from pmflash.model.failure import PmflashError, StorageError
from pmflash.model.text import shown
from pmflash.storage.causes import cause

PROGRAM = "pmflash"


def use_any_terminal() -> None:
    """Let characters that the terminal lacks become question marks, not errors."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def can_show(characters: str) -> bool:
    """Tell whether stdout's encoding has all of `characters`."""
    try:
        characters.encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def broken(text: str) -> str:
    """Return a line broken between words, where it is for a terminal too narrow."""
    if sys.stdout is None or not sys.stdout.isatty():
        return text
    # Only sentences for people need these.
    import shutil
    from textwrap import fill

    margin = " " * (len(text) - len(text.lstrip()) + 2)
    return fill(
        shown(text),
        shutil.get_terminal_size().columns,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )


def data(text: str) -> None:
    """Print a line of what was asked for; raises `StorageError` when it cannot be."""
    with _output():
        print(shown(text))


def raw_data(content: str) -> None:
    """Write `content` to stdout in UTF-8, exactly as it is; same error as `data`."""
    with _output():
        sys.stdout.flush()
        sys.stdout.buffer.write(content.encode())


def finish() -> None:
    """Hand all data to the system, which may only now refuse it, as `data` says."""
    with _output():
        if sys.stdout is not None:
            sys.stdout.flush()


def talk(text: str) -> None:
    """Print a line that is about the work, not its result, if anybody can hear it."""
    # A stream that was closed before we started is None, and print would take stdout.
    if sys.stderr is None:
        return
    try:
        print(shown(text), file=sys.stderr)
    except OSError:
        _drop(sys.stderr)


def talk_each(lines: Iterable[str]) -> None:
    """Print several lines of talk."""
    for line in lines:
        talk(line)


def wrong_content() -> None:
    """Print that not all of the decks could be used, and what tells why."""
    talk("something in your decks is wrong: `pmflash check` says what")


def failure(error: PmflashError) -> None:
    """Print what could not be done and what to do next."""
    talk(f"{PROGRAM}: {error.message}")
    talk_each(f"  | {line}".rstrip() for line in error.excerpt)
    if error.help:
        talk(f"  = help: {error.help}")


def bug(trace: str = "") -> None:
    """Print what we need to know about a mistake of ours, unless that was shown."""
    if trace:
        talk(trace)
    talk(f"{PROGRAM}: this is a bug in pmflash; every answer you gave is saved")
    talk("  = help: send the lines above to the authors")


def drop_output() -> None:
    """Forget data that nobody takes, so that Python does not complain at exit."""
    _drop(sys.stdout)


def _drop(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@contextmanager
def _output() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        drop_output()
        raise StorageError(
            f"cannot write the output: {cause(error)}", "send it elsewhere"
        ) from error
