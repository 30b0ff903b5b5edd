import json
import os
import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from pmflash.model.failure import StorageError
from pmflash.storage.backup import packed
from pmflash.storage.backup_file import Copies, copies, is_copy, open_copy
from pmflash.storage.backup_names import ABOUT
from pmflash.storage.locations import Locations
from storage.homes import DECK, FULL, OTHER, OWN, SETTINGS, fill

NOW = datetime.fromisoformat("2026-01-05T08:00:00+01:00")
TOLD = {
    "pmflash": "backup",
    "format": 1,
    "version": "0",
    "made_at": NOW.isoformat(),
    "events": 2,
}
Write = Callable[..., Path]


@pytest.fixture
def good(locations: Locations, tmp_path: Path) -> Path:
    """A copy as pmflash makes it."""
    fill(locations, FULL)
    path = tmp_path / "copy.zip"
    path.write_bytes(packed(locations, NOW))
    return path


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a copy that holds what the test says."""

    def make(*entries: tuple[ZipInfo | str, bytes], **about: object) -> Path:
        path = tmp_path / "odd.zip"
        with ZipFile(path, "w", ZIP_DEFLATED) as archive:
            archive.writestr(ABOUT, json.dumps(TOLD | {"files": len(entries)} | about))
            for name, content in entries:
                archive.writestr(name, content)
        return path

    return make


def refusal(path: Path) -> str:
    with pytest.raises(StorageError) as refused, open_copy(path):
        pass
    return refused.value.message


def test_a_copy_gives_back_what_was_copied(good: Path) -> None:
    with open_copy(good) as copy:
        assert {name: copy.read(name) for name in copy.names} == FULL
        assert (copy.about.made_at, copy.about.events, copy.about.files) == (NOW, 2, 5)


@pytest.mark.parametrize(
    "name",
    [
        *("../settings.yaml", "decks/../../x.yaml", "/etc/passwd", "C:\\x.yaml"),
        *("progress/", "decks/x.yaml\x00.jpg", "decks/\x1b[2J.yaml", ".git/hooks/x"),
    ],
)
def test_a_name_that_no_copy_holds_is_refused(name: str, write: Write) -> None:
    entry = ZipInfo("x")
    entry.filename = entry.orig_filename = name
    told = refusal(write((entry, b"")))
    assert "which no copy of pmflash does" in told
    assert "\x1b" not in told


@pytest.mark.parametrize("sort", [stat.S_IFLNK, stat.S_IFDIR, stat.S_IFIFO])
def test_what_is_no_plain_file_is_refused(sort: int, write: Write) -> None:
    entry = ZipInfo(SETTINGS)
    entry.external_attr = (sort | 0o777) << 16
    assert "which no copy of pmflash does" in refusal(write((entry, b"/etc/passwd")))


def test_what_would_grow_without_measure_is_refused(write: Write) -> None:
    bomb = write((DECK, bytes(20 << 20)))
    assert bomb.stat().st_size < 1 << 20
    assert "would grow without measure" in refusal(bomb)


def test_what_would_fill_the_disk_is_refused(
    good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pmflash.storage.backup_file._MOST_BYTES", 100)
    assert "it would fill the disk" in refusal(good)


def test_more_files_than_anybody_has_are_refused(
    good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pmflash.storage.backup_file._MOST_FILES", 3)
    assert "more than 3 files" in refusal(good)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_that_is_held_twice_is_refused(write: Write) -> None:
    assert "a file twice" in refusal(write((DECK, b"a"), (DECK, b"b")))


def test_what_is_packed_in_an_unknown_way_is_refused(write: Write) -> None:
    entry = ZipInfo(DECK)
    entry.compress_type = ZIP_BZIP2
    assert "in an unknown way" in refusal(write((entry, b"a")))


def test_an_encrypted_file_is_refused(good: Path) -> None:
    raw = bytearray(good.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + at] |= 1
    good.write_bytes(raw)
    assert "is encrypted" in refusal(good)


def test_a_copy_torn_anywhere_is_refused(good: Path) -> None:
    raw = good.read_bytes()
    for length in range(0, len(raw), 7):
        good.write_bytes(raw[:length])
        assert "it is damaged" in refusal(good)


def test_a_flipped_bit_is_refused_or_changes_nothing(good: Path) -> None:
    raw = good.read_bytes()
    refused = 0
    for place in range(0, len(raw), 3):
        good.write_bytes(raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :])
        try:
            with open_copy(good) as copy:
                assert {name: copy.read(name) for name in copy.names} == FULL
        except StorageError:
            refused += 1
    assert refused > len(raw) / 3 / 2


@pytest.mark.parametrize(
    "about",
    [
        *({"pmflash": "deck"}, {"format": None}, {"format": "1"}, {"format": True}),
        *({"made_at": "now"}, {"made_at": "2026-01-05T08:00:00"}, {"events": "many"}),
        *({"events": float("inf")}, {"files": float("inf")}, {"events": float("nan")}),
        *(
            {"events": -5},
            {"events": 10**300},
            {"events": "2"},
            {"files": 1.0},
            {"files": True},
        ),
    ],
)
def test_what_does_not_say_that_it_is_a_copy_is_refused(
    about: dict[str, object], write: Write
) -> None:
    assert "it is damaged" in refusal(write((DECK, b""), **about))


def test_a_zip_file_of_something_else_is_refused(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.writestr("photo.jpg", b"")
    assert "no copy that pmflash made" in refusal(tmp_path / "photos.zip")


def test_a_copy_of_a_newer_pmflash_is_refused(write: Write) -> None:
    assert "by a newer pmflash" in refusal(write(format=2))


@pytest.mark.parametrize("log", [OWN, OTHER])
def test_a_copy_with_a_log_of_a_newer_format_is_refused(log: str, write: Write) -> None:
    header = b'{"pmflash":"reviews","format":99,"device":"phone"}\n'
    assert "by a newer pmflash" in refusal(write((log, header)))


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    assert "it is not a regular file" in refusal(tmp_path)
    assert "it is not there" in refusal(tmp_path / "none.zip")


def test_the_copies_of_a_folder_are_listed_oldest_first(
    locations: Locations, tmp_path: Path
) -> None:
    fill(locations, FULL)
    for name, hour in (("a.zip", 9), ("b.zip", 8), ("c.zip", 10)):
        (tmp_path / name).write_bytes(packed(locations, NOW.replace(hour=hour)))
    (tmp_path / "torn.zip").write_bytes(b"PK")
    there = copies(tmp_path)
    names = [copy.path.name for copy in there.usable]
    assert names == ["b.zip", "a.zip", "c.zip"]
    assert [path.name for path, _ in there.unusable] == ["torn.zip"]
    assert copies(tmp_path / "none") == Copies()


def test_whether_a_copy_is_there_is_told_without_reading_it_all(
    good: Path, write: Write, tmp_path: Path
) -> None:
    assert is_copy(good)
    assert is_copy(write(format=2))
    for content in (good.read_bytes()[:300], b"", b"hello"):
        (tmp_path / "torn.zip").write_bytes(content)
        assert not is_copy(tmp_path / "torn.zip")
    assert not is_copy(tmp_path / "none.zip")


def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.zip"
    os.mkfifo(pipe)
    assert "it is not a regular file" in refusal(pipe)
    assert [path for path, _ in copies(tmp_path).unusable] == [pipe]
    assert not is_copy(pipe)


def test_a_file_in_place_of_the_folder_of_copies_is_told(good: Path) -> None:
    with pytest.raises(StorageError, match="a file is where") as refused:
        copies(good)
    assert "PMFLASH_HOME" not in refused.value.help
