"""The learner's own editor, opened at the line of a fact."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from textual.app import App, SuspendNotSupported

from pmflash.content import FactPlace, fact_place
from pmflash.model.failure import StorageError
from pmflash.model.text import one_line
from pmflash.storage.locations import Locations
from pmflash.storage.own_copy import own_copy
from pmflash.tui.screens.keyed import KeyedScreen
from pmflash.tui.wording import failure_words

_PLUS_LINE = {
    *("vi", "vim", "nvim", "view", "ex", "nano", "pico", "emacs", "emacsclient"),
    *("micro", "joe", "jed", "kak", "mg", "ne", "mcedit", "gedit", "kate"),
}
_COLON_LINE = {"subl", "zed", "hx", "helix", "atom"}
_GOTO_LINE = {"code", "code-insiders", "codium", "cursor", "windsurf"}
_COPY_MEANS = (
    "This card is built in. The copy takes the place of the built-in file: its cards "
    "keep your progress, and updates of pmflash no longer reach them. Delete the copy "
    "to go back."
)
_USUAL = ("nano", "vi", "notepad")


def edit_fact(
    screen: KeyedScreen, locations: Locations, fact: str, edited: Callable[[], None]
) -> None:
    """Let the learner edit a fact, a built-in one in a copy, and call `edited` then.

    A copy is made only after a yes.
    """
    try:
        place = fact_place(locations, fact)
    except StorageError as error:
        screen.tell(error.message, is_bad=True)
        return
    if place is None:
        screen.tell("This card's file is gone")
    elif not place.is_builtin:
        edit_line(screen, place.path, place.line, edited)
    else:
        from pmflash.tui.screens.question import QuestionScreen

        def copy() -> None:
            _edit_copy(screen, locations, place, edited)

        question = f"Copy {Path(place.path).name} to your home and edit it there?"
        screen.app.push_screen(
            QuestionScreen(question, _COPY_MEANS, copy, screen.held_keys)
        )


def edit_line(
    screen: KeyedScreen, path: str, line: int, edited: Callable[[], None]
) -> None:
    """Open a file, named as in messages, at a line, and call `edited` afterwards."""
    trouble = _edited(screen.app, path, line)
    if trouble:
        screen.tell(trouble, is_bad=True)
    else:
        edited()


def _edit_copy(
    screen: KeyedScreen,
    locations: Locations,
    place: FactPlace,
    edited: Callable[[], None],
) -> None:
    try:
        copy = own_copy(locations, place.path)
    except StorageError as error:
        screen.tell(f"Not copied: {failure_words(error)}", is_bad=True)
    else:
        edit_line(screen, str(copy), place.line, edited)


def _edited(app: App[None], path: str, line: int) -> str:
    """Run the learner's editor; return why that was not done, or nothing."""
    file = Path(path).expanduser()
    if not file.is_file():
        return f"{one_line(path)} cannot be found from here"
    command = editor_command(os.environ, file, line)
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
