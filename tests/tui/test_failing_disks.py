"""Answers that cannot be saved, in a real terminal and on disks that really fail."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from learner import Learner
from pmflash.model.event import Event
from pmflash.storage.journal import Journals
from pmflash.storage.locations import Locations
from tui.terminal import Terminal, running

IS_ROOT = os.geteuid() == 0
HEEDING_PERMISSIONS = ("setpriv", "--bounding-set=-dac_override") if IS_ROOT else ()


class Trouble(NamedTuple):
    """Something that happens to a home while pmflash runs."""

    comes: Callable[[Path], object]
    goes: Callable[[Path], object]
    told: str
    help: str
    within: tuple[str, ...] = ()


def put_away(folder: Path) -> Path:
    return folder.rename(folder.with_name(f"{folder.name} away"))


def bring_back(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        folder.rmdir()
    folder.with_name(f"{folder.name} away").rename(folder)


def put_a_file_there(folder: Path) -> None:
    put_away(folder)
    folder.write_text("in the way")


def put_a_folder_there(file: Path) -> None:
    put_away(file)
    file.mkdir()


def link_nowhere(folder: Path) -> None:
    put_away(folder)
    folder.symlink_to("gone")


def log(home: Path) -> Path:
    return home / "progress" / "reviews-laptop.jsonl"


TROUBLES = {
    "a home that is gone": Trouble(
        put_away, bring_back, "it is not there", "put it back, then try again"
    ),
    "a file in place of the home": Trouble(
        put_a_file_there,
        bring_back,
        "a file is where a folder should be",
        "move the file away",
    ),
    "progress that links nowhere": Trouble(
        lambda home: link_nowhere(home / "progress"),
        lambda home: bring_back(home / "progress"),
        "it is a link, and what it links to is not there",
        "put that back",
    ),
    "no permission": Trouble(
        lambda home: log(home).chmod(0o400),
        lambda home: log(home).chmod(0o600),
        "you have no permission there",
        "give yourself that permission",
        HEEDING_PERMISSIONS,
    ),
    "a folder in place of the log": Trouble(
        lambda home: put_a_folder_there(log(home)),
        lambda home: bring_back(log(home)),
        "a folder is where a file should be",
        "move the folder away",
    ),
}
each_trouble = pytest.mark.parametrize("name", TROUBLES)


def words_on(terminal: Terminal) -> str:
    """What is on the screen, as one long line."""
    return " ".join(terminal.picture.split())


def rate(terminal: Terminal, number: int) -> None:
    """Rate the card with that number as soon as it is asked."""
    terminal.wait_for(f"Question {number}?")
    terminal.wait_for("space answer")
    terminal.type(" ")
    terminal.wait_for("1 Again")
    terminal.type("3")


def is_told(terminal: Terminal, told: str, help: str) -> bool:
    terminal.wait_for("This answer is not saved.")
    terminal.wait_until_quiet()
    words = words_on(terminal)
    return "cannot save your answer in" in words and told in words and help in words


@each_trouble
def test_an_answer_that_is_not_saved_is_saved_once_the_cause_is_gone(
    learner: Learner, name: str
) -> None:
    trouble, home = TROUBLES[name], learner.locations.home
    with running(learner, "review", within=trouble.within) as terminal:
        rate(terminal, 1)
        terminal.wait_for("Question 2?")
        trouble.comes(home)
        rate(terminal, 2)
        assert is_told(terminal, trouble.told, trouble.help)
        trouble.goes(home)
        assert len(learner.saved()) == 1
        terminal.type("r")
        terminal.wait_for("Question 3?")
        assert len(learner.saved()) == 2
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert terminal.left_behind.strip() == "2 reviewed, 34 left, saved"


@each_trouble
def test_in_lines_the_card_is_asked_again_until_it_is_saved(
    learner: Learner, name: str
) -> None:
    trouble, home = TROUBLES[name], learner.locations.home
    words = ("review", "--plain")
    with running(learner, *words, size=(200, 60), within=trouble.within) as terminal:
        terminal.wait_for("Question 1?")
        terminal.type("\n3\n")
        terminal.wait_for("Question 2?")
        trouble.comes(home)
        terminal.type("\n3\n")
        terminal.wait_for(f"  = help: {trouble.help}")
        assert trouble.told in terminal.picture
        trouble.goes(home)
        assert len(learner.saved()) == 1
        terminal.type("\n3\n")
        terminal.wait_for("Question 3?")
        assert len(learner.saved()) == 2
        terminal.type("q\n")
        assert terminal.wait_for_end() == 0
    assert "2 reviewed, 34 left, saved\r\n" in terminal.left_behind


class SmallDisk:
    """A disk of its own for the home of one process, in memory and very small."""

    def __init__(self, learner: Learner, terminal: Terminal) -> None:
        self._pid = terminal.pid
        self._mounted = learner.locations.home
        self.home = Path(f"/proc/{terminal.pid}/root{self._mounted}")

    @property
    def saved(self) -> tuple[Event, ...]:
        """What the review log on it holds."""
        away = self.home.parent
        return Journals(Locations(self.home, away, away, "laptop")).read_new()

    def fill(self) -> None:
        """Leave no byte free."""
        with (self.home / "filler").open("wb", buffering=0) as file:
            try:
                while file.write(b"x" * 512):
                    pass
            except OSError:
                return

    def free(self) -> None:
        """Make room again."""
        (self.home / "filler").unlink()

    def allow(self, what: str) -> None:
        """Make it `ro`, read-only, or `rw`."""
        entered = ("nsenter", f"--target={self._pid}", *_ENTERING, "--mount")
        mount = ("mount", "-o", f"remount,bind,{what}", str(self._mounted))
        subprocess.run((*entered, *mount), check=True, timeout=60)


# Who is not root may mount as the root of a name space of its own.
_ENTERING = () if IS_ROOT else ("--user", "--preserve-credentials")
_OWN_MOUNTS = ("unshare", "--mount", *([] if IS_ROOT else ["--map-root-user"]))
_ON_SMALL_DISK = """\
cp -r "$PMFLASH_HOME" "$PMFLASH_HOME.copy" &&
mount -t tmpfs -o size=64k none "$PMFLASH_HOME" &&
cp -r "$PMFLASH_HOME.copy/." "$PMFLASH_HOME" && exec "$@"
"""


@pytest.fixture
def small_disk() -> tuple[str, ...]:
    """What a command is run by to have its home on a disk of 64 kB."""
    mounting = "mount -t tmpfs none /mnt"
    try:
        command = (*_OWN_MOUNTS, *mounting.split())
        can = subprocess.run(command, check=False, capture_output=True)
    except FileNotFoundError:
        pytest.skip("there is no unshare here")
    if can.returncode:
        pytest.skip("this system lets us mount nothing")
    return (*_OWN_MOUNTS, "sh", "-c", _ON_SMALL_DISK, "sh")


@pytest.fixture
def on_small_disk(
    learner: Learner, small_disk: tuple[str, ...]
) -> Iterator[tuple[Terminal, SmallDisk]]:
    with running(learner, "review", within=small_disk) as terminal:
        rate(terminal, 1)
        terminal.wait_for("Question 2?")
        yield terminal, SmallDisk(learner, terminal)


def test_a_disk_that_fills_up_takes_the_answer_once_there_is_room(
    on_small_disk: tuple[Terminal, SmallDisk],
) -> None:
    terminal, disk = on_small_disk
    disk.fill()
    # The log may have room left in its last block of the disk.
    for number in range(2, 36):
        rate(terminal, number)
        terminal.wait_for(f"Question {number + 1}?", "This answer is not saved.")
        if "not saved" in terminal.picture:
            break
    assert is_told(terminal, "the disk is full", "free some space, then try again")
    assert len(disk.saved) == number - 1
    disk.free()
    terminal.type("r")
    terminal.wait_for(f"Question {number + 1}?")
    assert len(disk.saved) == number


def test_a_disk_that_becomes_read_only_takes_the_answer_once_it_may_be_written(
    on_small_disk: tuple[Terminal, SmallDisk],
) -> None:
    terminal, disk = on_small_disk
    disk.allow("ro")
    rate(terminal, 2)
    assert is_told(terminal, "the disk is read-only", "make the disk writable")
    assert len(disk.saved) == 1
    disk.allow("rw")
    terminal.type("r")
    terminal.wait_for("Question 3?")
    assert len(disk.saved) == 2


def test_a_disk_that_is_full_from_the_start_is_told_before_the_first_card(
    learner: Learner, small_disk: tuple[str, ...]
) -> None:
    *before, script, name = small_disk
    filling = 'cat /dev/zero > "$PMFLASH_HOME/filler" 2>/dev/null; exec "$@"'
    within = (*before, script.replace('exec "$@"', f"{{ {filling}; }}"), name)
    with running(learner, "review", within=within) as terminal:
        assert terminal.wait_for_end() == 3
    assert "the disk is full" in terminal.left_behind
    assert b"\x1b[?1049h" not in terminal.raw
