"""The learner's own editor, opened at the line of a fact."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
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
        with app.suspend(), _sharing_keys():
            return _run(command)
    except SuspendNotSupported:
        return "This terminal cannot be lent to an editor"


def _run(command: list[str]) -> str:
    try:
        before = None if sys.platform == "win32" else _heed_interrupts
        subprocess.run(command, check=False, preexec_fn=before)
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
def _sharing_keys() -> Iterator[None]:
    """Let Ctrl+Z in the editor stop this program too, and Ctrl+C mean only the editor.

    The shell waits for both programs, and the terminal sends signals to both.
    """
    ours = {signal.SIGINT: signal.SIG_IGN}
    if hasattr(signal, "SIGTSTP"):
        ours[signal.SIGTSTP] = signal.SIG_DFL
    before = {number: signal.signal(number, way) for number, way in ours.items()}
    try:
        yield
    finally:
        for number, way in before.items():
            signal.signal(number, way)


def _heed_interrupts() -> None:
    """Let the editor have what we ignore."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
