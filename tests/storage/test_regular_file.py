import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pmflash.storage.card_cache import load_cards
from pmflash.storage.causes import cause
from pmflash.storage.device import device_name, known_device
from pmflash.storage.due_cache import load_due_line
from pmflash.storage.locations import Locations, state_file
from pmflash.storage.regular_file import read_regular
from pmflash.storage.snapshot import load_snapshot

Of = Callable[[Locations], object]


def own_name(locations: Locations) -> Path:
    """Where the name of this device is kept."""
    device_name(locations)
    (file,) = locations.state_folder.iterdir()
    file.unlink()
    return file


READ_AS_IF_NOT_THERE: dict[str, tuple[Callable[[Locations], Path], Of]] = {
    "cards": (lambda at: at.cache / "cards.sqlite", lambda at: load_cards(at, "x")),
    "due": (lambda at: at.cache / "due.json", lambda at: load_due_line(at, "x")),
    "state": (state_file, lambda at: load_snapshot(at, {})),
    "device": (own_name, lambda at: known_device(at) or None),
}


def test_a_file_is_read_whole_or_as_far_as_is_wanted(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"abc")
    (tmp_path / "link").symlink_to(file)
    assert read_regular(tmp_path / "link") == b"abc"
    assert read_regular(file, 2) == b"ab"


def test_a_pipe_is_refused_before_anybody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="pipe") as refused:
        read_regular(tmp_path / "pipe")
    assert cause(refused.value) == "it is not a regular file"


def test_a_folder_is_refused_as_a_folder(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        read_regular(tmp_path)


def test_a_device_that_never_ends_is_refused() -> None:
    with pytest.raises(OSError, match="zero") as refused:
        read_regular(Path("/dev/zero"))
    assert refused.value.errno == errno.ESPIPE


@pytest.mark.parametrize("name", READ_AS_IF_NOT_THERE)
def test_a_pipe_in_the_place_of_what_can_be_made_again_stops_nobody(
    name: str, locations: Locations
) -> None:
    locations.device = ""
    place, read = READ_AS_IF_NOT_THERE[name]
    path = place(locations)
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)
    assert read(locations) is None
