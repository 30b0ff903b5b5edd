import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pmflash.model.failure import StorageError
from pmflash.storage.locations import Locations
from pmflash.storage.stamps import content_stamp, journal_stamp


def write(path: Path, text: str = "x") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


CHANGES: tuple[Callable[[Path, Path], None], ...] = (
    lambda home, builtin: write(home / "decks" / "new.yaml"),
    lambda home, builtin: write(home / "seeds" / "new.yml"),
    lambda home, builtin: write(home / "decks" / "own.yaml", "longer than it was"),
    lambda home, builtin: os.utime(home / "decks" / "own.yaml", (1, 1)),
    lambda home, builtin: (home / "decks" / "own.yaml").unlink(),
    lambda home, builtin: write(home / "settings.yaml"),
    lambda home, builtin: write(builtin / "seeds" / "flexport.yaml", "longer by far"),
    lambda home, builtin: (home / "decks" / "lost.yaml").symlink_to("nowhere"),
)


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_of_content_changes_the_stamp(
    change: Callable[[Path, Path], None], locations: Locations, builtin: Path
) -> None:
    write(locations.home / "decks" / "own.yaml")
    before = content_stamp(locations)
    assert content_stamp(locations) == before
    change(locations.home, builtin)
    assert content_stamp(locations) != before


def test_a_change_of_code_changes_the_stamp(
    locations: Locations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = tmp_path / "compiler"
    write(code / "check.py")
    monkeypatch.setattr("pmflash.storage.stamps.code_folders", lambda: (code,))
    before = content_stamp(locations)
    write(code / "check.py", "longer than it was")
    assert content_stamp(locations) != before


def test_a_new_version_changes_the_stamp(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content_stamp(locations)
    monkeypatch.setattr("pmflash.storage.stamps.__version__", "99")
    assert content_stamp(locations) != before


def test_a_file_that_is_no_content_leaves_the_stamp_alone(
    locations: Locations,
) -> None:
    before = content_stamp(locations)
    write(locations.home / "notes.txt")
    assert content_stamp(locations) == before


def test_standing_elsewhere_leaves_the_stamp_alone(
    locations: Locations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content_stamp(locations)
    monkeypatch.chdir(tmp_path)
    assert content_stamp(locations) == before


def test_every_saved_review_changes_the_journal_stamp(locations: Locations) -> None:
    assert journal_stamp(locations) == ""
    write(locations.progress / "reviews-a.jsonl", "one")
    before = journal_stamp(locations)
    write(locations.progress / "reviews-a.jsonl", "one and two")
    assert journal_stamp(locations) != before


def test_a_file_in_place_of_the_home_is_told(locations: Locations) -> None:
    write(locations.home)
    for stamp in (content_stamp, journal_stamp):
        with pytest.raises(StorageError, match="a file is where a folder should be"):
            stamp(locations)
