from pathlib import Path

import pytest

from learner import use_builtin
from pmflash.model.failure import StorageError
from pmflash.storage.locations import Locations
from pmflash.storage.own_copy import own_copy

TEXT = b"title: Flexport\r\nfacts: []\r\n"


@pytest.fixture(autouse=True)
def built_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of built-in files, with one seed in it."""
    folder = tmp_path / "builtin"
    (folder / "seeds").mkdir(parents=True)
    (folder / "seeds/flexport.yaml").write_bytes(TEXT)
    use_builtin(folder, monkeypatch)
    return folder


def test_a_copy_has_the_same_bytes_under_the_same_name(locations: Locations) -> None:
    copy = own_copy(locations, "built-in/seeds/flexport.yaml")
    assert copy == locations.home / "seeds/flexport.yaml"
    assert copy.read_bytes() == TEXT


def test_no_file_is_written_over(locations: Locations) -> None:
    own = locations.home / "seeds/flexport.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("mine")
    with pytest.raises(StorageError, match="is there already"):
        own_copy(locations, "built-in/seeds/flexport.yaml")
    assert own.read_text() == "mine"


def test_a_copy_that_cannot_be_finished_leaves_nothing(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StorageError, match="the disk is full"):
        own_copy(locations, "built-in/seeds/flexport.yaml")
    assert [*(locations.home / "seeds").iterdir()] == []


def test_a_kill_leaves_the_built_in_file_in_use(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise SystemExit

    monkeypatch.setattr("os.fsync", killed)
    with pytest.raises(SystemExit):
        own_copy(locations, "built-in/seeds/flexport.yaml")
    assert not (locations.home / "seeds/flexport.yaml").exists()


def test_a_file_in_place_of_the_folder_is_told(locations: Locations) -> None:
    locations.home.mkdir(parents=True)
    (locations.home / "seeds").write_text("in the way")
    with pytest.raises(StorageError, match="a file is where a folder should be"):
        own_copy(locations, "built-in/seeds/flexport.yaml")
