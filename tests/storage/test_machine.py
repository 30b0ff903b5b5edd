import ctypes
import platform
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from zlib import crc32

import pytest

from pmflash.storage import machine
from pmflash.storage.machine import machine_mark

HOST = "Ann's MacBook.local"


@pytest.fixture(autouse=True)
def number_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this machine would keep its number."""
    monkeypatch.setattr(platform, "node", lambda: HOST)
    monkeypatch.setattr(machine, "_NUMBER_FILES", (tmp_path / "machine-id",))
    return tmp_path / "machine-id"


@pytest.fixture
def a_mac(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes this a Mac, whose system knows of its hardware what it is given."""

    def make(**knows: object) -> None:
        monkeypatch.setattr(sys, "platform", "darwin")
        monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace(**knows))

    return make


def test_a_machine_is_marked_by_its_number_whatever_it_is_called(
    number_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number_file.write_text("3d1219c7c4c5404aaa1f6d2a48adfda4\n")
    mark = machine_mark()
    monkeypatch.setattr(platform, "node", lambda: "new-name")
    assert machine_mark() == mark == f"{crc32(b'3d1219c7c4c5404aaa1f6d2a48adfda4'):08x}"


@pytest.mark.parametrize("number", [None, "", "uninitialized\n"])
def test_a_machine_that_has_no_number_is_marked_by_its_host_name(
    number_file: Path, number: str | None
) -> None:
    if number is not None:
        number_file.write_text(number)
    assert machine_mark() == f"{crc32(HOST.encode()):08x}"


def test_two_macs_of_one_host_name_have_two_marks(a_mac: Callable[..., None]) -> None:
    def hardware(number: bytes) -> Callable[..., int]:
        def gethostuuid(place: ctypes.Array[ctypes.c_char], wait: object) -> int:
            place.raw = number * 16
            return 0

        return gethostuuid

    marks = set()
    for number in (b"a", b"b", b"a"):
        a_mac(gethostuuid=hardware(number))
        marks.add(machine_mark())
    assert len(marks) == 2
    assert f"{crc32(HOST.encode()):08x}" not in marks


@pytest.mark.parametrize("knows", [{}, {"gethostuuid": lambda *_: -1}])
def test_a_mac_that_does_not_tell_its_number_is_marked_by_its_host_name(
    knows: dict[str, object], a_mac: Callable[..., None]
) -> None:
    a_mac(**knows)
    assert machine_mark() == f"{crc32(HOST.encode()):08x}"


def test_a_machine_of_which_nothing_is_known_has_no_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(platform, "node", lambda: "")
    assert machine_mark() == ""
