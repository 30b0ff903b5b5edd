import os
from pathlib import Path

import pytest

from pmflash.model.failure import StorageError
from pmflash.storage.locations import Locations
from pmflash.storage.own_log import own_length
from storage.homes import FULL, OTHER, OWN, fill


def test_a_home_without_any_log_has_no_length(locations: Locations) -> None:
    assert own_length(locations) is None


def test_where_only_others_have_logs_ours_is_empty(locations: Locations) -> None:
    fill(locations, {OTHER: FULL[OTHER]})
    assert own_length(locations) == 0


def test_a_device_without_a_name_is_given_none(tmp_path: Path) -> None:
    locations = Locations(tmp_path / "home", tmp_path / "cache", tmp_path / "state")
    fill(locations, {OTHER: FULL[OTHER]})
    assert own_length(locations) == 0
    assert not locations.state_folder.exists()


def test_our_log_is_as_long_as_it_is(locations: Locations) -> None:
    fill(locations, FULL)
    assert own_length(locations) == len(FULL[OWN])


def test_a_log_that_cannot_be_looked_at_is_told(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> os.stat_result:
        raise PermissionError(13, "no")

    fill(locations, FULL)
    monkeypatch.setattr(Path, "stat", refuse)
    with pytest.raises(StorageError, match=r"cannot copy .*you have no permission"):
        own_length(locations)
