import os
from pathlib import Path

import pytest

from pmflash.model.failure import StorageError
from pmflash.storage.listing import (
    code_entries,
    content_entries,
    journal_entries,
)


def names(entries: list[os.DirEntry[str]]) -> list[str]:
    return [entry.name for entry in entries]


def test_only_yaml_files_are_content(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.YML", ".h.yaml", "b.yaml~", ".b.yaml.swp", "n.txt"):
        (tmp_path / name).touch()
    (tmp_path / "folder.yaml").mkdir()
    assert names(content_entries(tmp_path)) == ["a.YML", "b.yaml"]


def test_a_link_in_a_circle_is_listed_so_that_it_can_be_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "a.yaml")
    assert names(content_entries(tmp_path)) == ["a.yaml"]


def test_only_files_are_review_logs(tmp_path: Path) -> None:
    (tmp_path / "reviews-a.jsonl").touch()
    (tmp_path / "reviews-a (conflicted copy).jsonl").touch()
    (tmp_path / "Copy of reviews-a.jsonl").touch()
    for other in ("damaged-reviews-a", "._reviews-a", ".#reviews-a", "a"):
        (tmp_path / f"{other}.jsonl").touch()
    (tmp_path / ".syncthing.reviews-a.jsonl.tmp").touch()
    (tmp_path / "reviews-b.jsonl").mkdir()
    (tmp_path / "reviews-c.jsonl").symlink_to(tmp_path / "reviews-c.jsonl")
    assert names(journal_entries(tmp_path)) == [
        "Copy of reviews-a.jsonl",
        "reviews-a (conflicted copy).jsonl",
        "reviews-a.jsonl",
    ]


def test_code_is_found_in_inner_folders(tmp_path: Path) -> None:
    for name in ("a.py", "inner/b.py", "__pycache__/c.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert sorted(names(code_entries(tmp_path))) == ["a.py", "b.py"]


def test_a_link_to_a_folder_that_is_not_there_is_not_taken_for_an_empty_one(
    tmp_path: Path,
) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    for look in (content_entries, journal_entries):
        with pytest.raises(StorageError, match="what it links to is not there"):
            look(tmp_path / "link")


def test_a_missing_folder_is_empty(tmp_path: Path) -> None:
    assert content_entries(tmp_path / "none") == []


def test_a_file_in_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="a file is where a folder should be"):
        content_entries(tmp_path / "file")


def test_a_forbidden_folder_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(StorageError, match="you have no permission there"):
        content_entries(tmp_path)
