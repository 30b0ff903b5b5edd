import errno
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from pmflash.model.failure import StorageError
from pmflash.storage.locations import Locations
from pmflash.storage.writable import check_writable


def test_a_home_that_can_be_made_is_writable_and_not_made(
    locations: Locations,
) -> None:
    check_writable(locations)
    assert not locations.home.exists()


def test_a_home_that_is_there_is_left_as_it_is(locations: Locations) -> None:
    locations.progress.mkdir(parents=True)
    check_writable(locations)
    assert list(locations.progress.iterdir()) == []


@pytest.mark.parametrize("place", ["", "home", "home/progress"])
def test_a_file_in_place_of_any_folder_is_told(
    locations: Locations, tmp_path: Path, place: str
) -> None:
    blocked = Locations(tmp_path / "x" / "home", tmp_path, tmp_path, "laptop")
    file = tmp_path / "x" / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("in the way")
    with pytest.raises(StorageError, match="a file is where a folder should be"):
        check_writable(blocked)


@pytest.mark.parametrize("name", ["", "progress", "progress/reviews-laptop.jsonl"])
def test_a_link_to_what_is_not_there_is_told(locations: Locations, name: str) -> None:
    link = locations.home / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to("gone")
    with pytest.raises(StorageError, match="what it links to is not there"):
        check_writable(locations)


def test_a_folder_in_place_of_the_log_is_told(locations: Locations) -> None:
    (locations.progress / "reviews-laptop.jsonl").mkdir(parents=True)
    with pytest.raises(StorageError, match="a folder is where a file should be"):
        check_writable(locations)


def test_a_pipe_in_place_of_the_log_is_told(locations: Locations) -> None:
    locations.progress.mkdir(parents=True)
    os.mkfifo(locations.progress / "reviews-laptop.jsonl")
    with pytest.raises(StorageError, match="it is not a regular file"):
        check_writable(locations)


@pytest.mark.parametrize(
    ("flag", "words"),
    [(0, "you have no permission there"), (os.ST_RDONLY, "the disk is read-only")],
)
def test_a_home_that_may_not_be_written_is_told(
    locations: Locations, monkeypatch: pytest.MonkeyPatch, flag: int, words: str
) -> None:
    locations.home.mkdir()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    monkeypatch.setattr(os, "statvfs", lambda path: SimpleNamespace(f_flag=flag))
    with pytest.raises(StorageError, match=words):
        check_writable(locations)


@pytest.mark.parametrize(("user", "free"), [(0, (0, 0)), (1000, (50, 0))])
def test_a_full_disk_is_told(
    locations: Locations,
    monkeypatch: pytest.MonkeyPatch,
    user: int,
    free: tuple[int, int],
) -> None:
    disk = SimpleNamespace(f_flag=0, f_blocks=100, f_bfree=free[0], f_bavail=free[1])
    monkeypatch.setattr(os, "statvfs", lambda path: disk)
    monkeypatch.setattr(os, "geteuid", lambda: user)
    with pytest.raises(StorageError, match="the disk is full"):
        check_writable(locations)


def test_a_disk_that_counts_no_blocks_is_trusted(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = SimpleNamespace(f_flag=0, f_blocks=0, f_bfree=0, f_bavail=0)
    monkeypatch.setattr(os, "statvfs", lambda path: disk)
    check_writable(locations)


def test_a_home_out_of_reach_is_told(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, follow_symlinks: bool = True) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "stat", refuse)
    with pytest.raises(StorageError, match="you have no permission there"):
        check_writable(locations)
