import pwd
import subprocess
import sys
from pathlib import Path

import pytest

from pmflash.model.failure import StorageError
from pmflash.storage.locations import (
    builtin_folder,
    find_locations,
    lasting_path,
    shown_path,
)

LIGHT = """
import sys
from pmflash.storage import due_cache, locations, stamps
found = locations.find_locations({"PMFLASH_HOME": "/a", "PMFLASH_CACHE": "/b"})
stamps.journal_stamp(found), due_cache.load_due_line(found, "")
assert not {"platformdirs", "dataclasses", "sqlite3", "pydantic"} & set(sys.modules)
"""


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container whose user is a bare number."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)

    def unknown(number: int) -> None:
        raise KeyError(f"uid not found: {number}")

    monkeypatch.setattr(pwd, "getpwuid", unknown)


def test_the_environment_names_the_folders_and_the_device() -> None:
    found = find_locations(
        {"PMFLASH_HOME": "/a", "PMFLASH_CACHE": "/b", "PMFLASH_DEVICE": "desk"}
    )
    assert found.home == Path("/a")
    assert found.cache.parent == Path("/b")
    assert found.device == "desk"


def test_without_an_environment_the_platform_names_the_folders() -> None:
    found = find_locations({})
    assert found.home.name == "pmflash"
    assert found.cache.parent.name == "pmflash"
    assert found.state_folder.name == "pmflash"


def test_two_homes_never_share_a_cache() -> None:
    caches = [find_locations({"PMFLASH_HOME": home}).cache for home in ("/a", "/b")]
    assert caches[0] != caches[1]


def test_a_relative_home_stays_where_it_was_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_locations({"PMFLASH_HOME": "study"}).home == tmp_path / "study"


def test_a_tilde_in_the_environment_means_the_users_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert find_locations({"PMFLASH_HOME": "~/study"}).home == tmp_path / "study"
    assert find_locations({"PMFLASH_HOME": "~nobody-here/x"}).home == Path(
        "~nobody-here/x"
    )


@pytest.mark.parametrize("named", [{}, {"PMFLASH_HOME": "/a"}])
def test_a_user_without_any_home_folder_is_told_what_to_set(
    named: dict[str, str], nobody: None
) -> None:
    with pytest.raises(StorageError, match="HOME is not set") as raised:
        find_locations(named)
    assert raised.value.help.startswith("set HOME to a folder")


def test_a_state_folder_that_nothing_names_is_told_when_it_is_wanted(
    nobody: None,
) -> None:
    found = find_locations({"PMFLASH_HOME": "/a", "PMFLASH_CACHE": "/b"})
    with pytest.raises(StorageError, match="HOME is not set"):
        found.backups.exists()


def test_the_fast_path_loads_nothing_heavy() -> None:
    subprocess.run([sys.executable, "-c", LIGHT], check=True)


def test_the_built_in_content_of_a_checkout_is_beside_its_source() -> None:
    assert (builtin_folder() / "seeds").is_dir()


def test_a_wheel_brings_its_content_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "builtin").mkdir()
    monkeypatch.setattr("pmflash.storage.locations._PACKAGE", tmp_path)
    assert builtin_folder() == tmp_path / "builtin"


def test_a_path_is_shown_as_short_as_the_learner_would_write_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert shown_path(tmp_path / "here" / "decks" / "a.yaml") == "decks/a.yaml"
    assert shown_path(tmp_path / "x") == "~/x"
    assert shown_path(Path("/elsewhere/x")) == "/elsewhere/x"


def test_a_lasting_path_is_the_same_in_every_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path.parent))
    assert lasting_path(tmp_path / "a.yaml") == f"~/{tmp_path.name}/a.yaml"
    assert lasting_path(Path("/elsewhere/x")) == "/elsewhere/x"


def test_a_path_is_shown_without_letting_it_act(tmp_path: Path) -> None:
    assert "\x1b" not in shown_path(tmp_path / "\x1b[2J\nx")


def test_a_path_is_shown_in_a_folder_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert shown_path(Path("/elsewhere/x")) == "/elsewhere/x"


def test_a_device_keeps_its_name_and_copies_outside_of_the_home(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("user_state_path", "user_data_path"):
        monkeypatch.setattr(f"platformdirs.{name}", lambda *_, **__: tmp_path / "pmf")
    found = find_locations({})
    assert found.home == tmp_path / "pmf"
    assert found.state_folder == tmp_path / "pmflash-state"
    assert found.backups.parent == tmp_path / "pmflash-state" / "backups"
