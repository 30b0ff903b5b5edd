"""The learner's own editor, opened at the line of a fact."""

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from textual.app import App, SuspendNotSupported

from pmflash.content import fact_place
from pmflash.model.failure import StorageError
from pmflash.model.text import one_line
from pmflash.storage.locations import Locations, shown_path

_PLUS_LINE = {
    *("vi", "vim", "nvim", "view", "ex", "nano", "pico", "emacs", "emacsclient"),
    *("micro", "joe", "jed", "kak", "mg", "ne", "mcedit", "gedit", "kate"),
}
_COLON_LINE = {"subl", "zed", "hx", "helix", "atom"}
_GOTO_LINE = {"code", "code-insiders", "codium", "cursor", "windsurf"}
_USUAL = ("nano", "vi", "notepad")


def edit_fact(app: App[None], locations: Locations, fact: str) -> str:
    """Let the learner edit a fact; return why not, or nothing when that was done."""
    try:
        place = fact_place(locations, fact)
    except StorageError as error:
        return error.message
    if place is None:
        return "This card's file is gone"
    if place.is_builtin:
        name = place.path.removeprefix("built-in/")
        return (
            f"This card is built in and cannot be edited here. "
            f"A file {name} in {shown_path(locations.home)} replaces the built-in one."
        )
    file = Path(place.path).expanduser()
    command = editor_command(os.environ, file, place.line)
    if not file.is_file():
        return f"{one_line(place.path)} cannot be found from here"
    if command is None:
        return "No editor is known: set EDITOR to the command of yours"
    try:
        with app.suspend(), _stopped_with_us():
            return _run(command)
    except SuspendNotSupported:
        return "This terminal cannot be lent to an editor"


def _run(command: list[str]) -> str:
    try:
        subprocess.run(command, check=False)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it cannot be run"
        return f"Your editor {one_line(command[0])} did not start: {one_line(why)}"
    return ""


def editor_command(
    environ: Mapping[str, str], file: Path, line: int
) -> list[str] | None:
    """Return what opens `file` at `line`; None when no editor is known."""
    chosen = environ.get("VISUAL") or environ.get("EDITOR") or _usual_editor()
    try:
        words = shlex.split(chosen)
    except ValueError:
        words = [chosen]
    if not words:
        return None
    name = Path(words[0]).stem
    if name in _GOTO_LINE:
        wait = [] if {"-w", "--wait"} & {*words} else ["--wait"]
        return [*words, *wait, "--goto", f"{file}:{line}"]
    if name in _COLON_LINE:
        return [*words, f"{file}:{line}"]
    return [*words, *([f"+{line}"] if name in _PLUS_LINE else []), str(file)]


def _usual_editor() -> str:
    return next((name for name in _USUAL if shutil.which(name)), "")


@contextmanager
def _stopped_with_us() -> Iterator[None]:
    """Let Ctrl+Z in the editor stop this program too: the shell waits for both."""
    number = getattr(signal, "SIGTSTP", None)
    if number is None:
        yield
        return
    before = signal.signal(number, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(number, before)
