from datetime import timedelta
from pathlib import Path

import pytest

from pmflash.model.failure import StorageError
from pmflash.storage.backup import keep_extra_copy
from pmflash.storage.backup_file import Copy, copies, open_copy
from pmflash.storage.locations import Locations
from pmflash.storage.restore_undo import keep_undo_copy, since_last_restore
from storage.homes import DECK, FULL, LATER, NOW, fill

TOMORROW = NOW + timedelta(days=1)


def listed(locations: Locations) -> tuple[Copy, ...]:
    return copies(locations.backups).usable


def named(found: tuple[Copy, ...]) -> list[str]:
    return [copy.path.stem for copy in found]


def test_a_copy_that_undoes_a_restore_is_whole_and_says_what_was_restored(
    locations: Locations,
) -> None:
    fill(locations, FULL)
    with open_copy(keep_undo_copy(locations, NOW, "ab12")) as copy:
        assert {name: copy.read(name) for name in copy.names} == FULL
        assert copy.about.restored == "ab12"


def test_a_copy_is_known_again_under_another_name(locations: Locations) -> None:
    fill(locations, FULL)
    path = keep_extra_copy(locations, NOW)
    (one,) = listed(locations)
    path.rename(path.with_name("mine.zip"))
    (same,) = listed(locations)
    fill(locations, {DECK: LATER[DECK]})
    keep_extra_copy(locations, NOW)
    assert one.mark == same.mark
    assert len({copy.mark for copy in listed(locations)}) == 2


def test_without_a_restore_every_copy_holds_what_should_be_there(
    locations: Locations,
) -> None:
    fill(locations, FULL)
    for at in (NOW, TOMORROW):
        keep_extra_copy(locations, at)
    assert since_last_restore(listed(locations)) == listed(locations)


@pytest.mark.parametrize("is_known", [True, False])
def test_of_what_was_before_a_restore_only_the_restored_copy_is_gone_by(
    is_known: bool, locations: Locations
) -> None:
    for number in range(3):
        fill(locations, {DECK: str(number).encode()})
        keep_extra_copy(locations, NOW + timedelta(hours=number))
    _, restored, _ = listed(locations)
    fill(locations, {DECK: b"before"})
    keep_undo_copy(locations, TOMORROW, restored.mark if is_known else "")
    keep_extra_copy(locations, TOMORROW + timedelta(hours=1))
    found = named(since_last_restore(listed(locations)))
    assert found == ["2026-01-05-090000"] * is_known + ["2026-01-06-090000"]


def test_copies_before_restores_of_one_second_are_in_the_order_of_time(
    locations: Locations,
) -> None:
    fill(locations, FULL)
    made = [keep_undo_copy(locations, NOW, "").stem for _ in range(11)]
    assert named(listed(locations)) == made


def test_a_place_for_copies_that_takes_none_is_told(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, content: bytes) -> None:
        raise OSError(5, "a fault of the disk")

    fill(locations, FULL)
    monkeypatch.setattr("pmflash.storage.backup.replace_file", refuse)
    with pytest.raises(StorageError, match="cannot keep a copy of your progress in"):
        keep_undo_copy(locations, NOW, "")
