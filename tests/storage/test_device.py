import platform
import re
from functools import partial
from pathlib import Path

import pytest

from pmflash.storage import machine as machines
from pmflash.storage.device import device_name, known_device
from pmflash.storage.locations import Locations


@pytest.fixture
def unnamed(locations: Locations, monkeypatch: pytest.MonkeyPatch) -> Locations:
    monkeypatch.setattr(platform, "node", lambda: "Ann's MacBook.local")
    locations.device = ""
    return locations


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which Linux keeps what tells machines apart, not there yet."""
    file = tmp_path / "machine-id"
    monkeypatch.setattr(machines, "_NUMBER_FILES", (tmp_path / "no-such-file", file))
    return file


@pytest.mark.parametrize(
    ("chosen", "name"),
    [
        ("desk", "desk"),
        ("../My Desk!", "my-desk"),
        ("x" * 99, "x" * 40),
        ("x" * 39 + "/etc/passwd", "x" * 39),
        ("a\nb\x1b[2J", "a-b-2j"),
        ("Ann\u202e\udcff", "ann"),
    ],
)
def test_a_chosen_name_is_made_fit_for_a_file(
    locations: Locations, chosen: str, name: str
) -> None:
    locations.device = chosen
    assert device_name(locations) == name
    assert not locations.state_folder.exists()


@pytest.mark.parametrize("chosen", ["/", "..", "\x1b\n", "電腦", " "])
def test_a_choice_that_leaves_no_name_is_none(unnamed: Locations, chosen: str) -> None:
    unnamed.device = chosen
    assert device_name(unnamed).startswith("ann-s-macbook-")


def test_a_name_is_made_once(unnamed: Locations) -> None:
    assert known_device(unnamed) == ""
    name = device_name(unnamed)
    assert re.fullmatch(r"ann-s-macbook-[0-9a-f]{4}", name)
    assert device_name(unnamed) == known_device(unnamed) == name


def test_a_name_that_was_emptied_is_made_again(unnamed: Locations) -> None:
    device_name(unnamed)
    (kept,) = unnamed.state_folder.iterdir()
    kept.write_bytes(b"\xff\n")
    assert known_device(unnamed) == ""
    assert device_name(unnamed).startswith("ann-s-macbook-")


def test_two_machines_that_share_a_host_name_and_a_state_folder_have_two_names(
    unnamed: Locations, machine: Path
) -> None:
    names = []
    for number in (b"ab12\n", b"cd34\n", b"ab12\n", b"cd34\n"):
        machine.write_bytes(number)
        names.append(device_name(unnamed))
    assert names[:2] == names[2:]
    assert len(set(names)) == 2


def test_two_machines_that_can_keep_nothing_have_two_names(
    unnamed: Locations, machine: Path
) -> None:
    unnamed.state_folder.write_text("a file in the way")
    machine.write_text("ab12")
    first = device_name(unnamed)
    machine.write_text("cd34")
    assert device_name(unnamed) != first


def test_a_machine_without_a_number_has_one_name_for_each_host_name(
    unnamed: Locations, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = []
    for host in ("old-mac.local", "new-mac.local", "old-mac.local"):
        monkeypatch.setattr(platform, "node", partial(str, host))
        names.append(device_name(unnamed))
    assert [name.rpartition("-")[0] for name in names[:2]] == ["old-mac", "new-mac"]
    assert names[2] == names[0]


def test_the_number_of_a_machine_is_not_written_down(
    unnamed: Locations, machine: Path
) -> None:
    machine.write_text("3d1219c7c4c5404aaa1f6d2a48adfda4")
    name = device_name(unnamed)
    (kept,) = unnamed.state_folder.iterdir()
    assert kept.read_text() == f"{name}\n"
    assert "3d12" not in kept.name


def test_a_device_that_can_keep_nothing_has_the_same_name_each_time(
    unnamed: Locations,
) -> None:
    unnamed.state_folder.write_text("a file in the way")
    assert device_name(unnamed) == device_name(unnamed)
    assert re.fullmatch(r"ann-s-macbook-[0-9a-f]{4}", device_name(unnamed))


def test_a_host_without_a_name_is_called_device(
    unnamed: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "node", lambda: "")
    assert device_name(unnamed).startswith("device-")
