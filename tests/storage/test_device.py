import platform
import re

import pytest

from pmflash.storage.device import device_name, known_device
from pmflash.storage.locations import Locations


@pytest.fixture
def unnamed(locations: Locations, monkeypatch: pytest.MonkeyPatch) -> Locations:
    monkeypatch.setattr(platform, "node", lambda: "Ann's MacBook.local")
    locations.device = ""
    return locations


@pytest.mark.parametrize(
    ("chosen", "name"),
    [("desk", "desk"), ("../My Desk!", "my-desk"), ("x" * 99, "x" * 40)],
)
def test_a_chosen_name_is_made_fit_for_a_file(
    locations: Locations, chosen: str, name: str
) -> None:
    locations.device = chosen
    assert device_name(locations) == name
    assert not locations.state_folder.exists()


def test_a_name_is_made_once(unnamed: Locations) -> None:
    assert known_device(unnamed) == ""
    name = device_name(unnamed)
    assert re.fullmatch(r"ann-s-macbook-[0-9a-f]{4}", name)
    assert device_name(unnamed) == known_device(unnamed) == name


def test_a_name_that_was_emptied_is_made_again(unnamed: Locations) -> None:
    unnamed.state_folder.mkdir()
    (unnamed.state_folder / "device").write_bytes(b"\xff\n")
    assert device_name(unnamed).startswith("ann-s-macbook-")


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
