import json
import os
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any
from zipfile import ZipFile

import pytest

from builders import an_event
from pmflash.model.event import Event
from pmflash.model.failure import StorageError
from pmflash.storage.backup import (
    keep_copy_of,
    keep_extra_copy,
    kept_files,
    left_out,
    packed,
    pruned,
)
from pmflash.storage.backup_file import copies, open_copy
from pmflash.storage.backup_names import ABOUT
from pmflash.storage.journal_line import encode_event
from pmflash.storage.journal_writer import append_line
from pmflash.storage.locations import Locations
from pmflash.storage.own_log import own_length
from storage.homes import (
    DECK,
    FIRST,
    FULL,
    NOW,
    OWN,
    SECOND,
    SEED,
    THIRD,
    a_log,
    files_in,
    fill,
)

DAY = NOW.date()
FOURTH = an_event("d/d/d")
NAME = "2026-01-05.zip"


def held(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def names_of(first: date, days: int) -> list[str]:
    return [f"{first + timedelta(days=ahead)}.zip" for ahead in range(days)]


def test_a_copy_holds_all_that_is_a_learners_own(locations: Locations) -> None:
    fill(locations, FULL)
    fill(locations, {"progress/state.json": b"{}", "decks/notes.txt": b"", "x": b""})
    keep_copy_of(DAY, locations, NOW)
    found = held(locations.backups / NAME)
    about = json.loads(found.pop(ABOUT))
    assert found == FULL
    assert (about["format"], about["events"], about["files"]) == (1, 2, 5)
    assert about["made_at"] == "2026-01-05T08:00:00+01:00"


def test_copies_are_outside_of_the_home(locations: Locations) -> None:
    assert not locations.backups.is_relative_to(locations.home)


@pytest.mark.parametrize("year", [1971, 2108, 8999])
def test_a_year_that_no_zip_file_can_date_is_copied(
    year: int, locations: Locations
) -> None:
    fill(locations, FULL)
    moment = NOW.replace(year=year)
    keep_copy_of(DAY, locations, moment)
    (copy,) = copies(locations.backups).usable
    assert copy.made_at == moment


def test_an_event_that_stands_in_two_logs_is_counted_once(
    locations: Locations,
) -> None:
    twice = a_log("laptop", FIRST, FIRST, THIRD)
    fill(locations, FULL | {"progress/Copy of reviews-laptop.jsonl": twice})
    fill(locations, {"progress/damaged-laptop.jsonl": a_log("laptop", FOURTH)})
    keep_copy_of(DAY, locations, NOW)
    (copy,) = copies(locations.backups).usable
    assert copy.events == len({FIRST, SECOND, THIRD})


def test_a_day_is_copied_once(locations: Locations) -> None:
    fill(locations, FULL)
    keep_copy_of(DAY, locations, NOW)
    before = files_in(locations.backups)
    fill(locations, {DECK: b"title: Other\n"})
    keep_copy_of(DAY, locations, NOW)
    assert files_in(locations.backups) == before


def test_a_copy_made_while_answers_are_saved_has_the_log_up_to_one_of_them(
    locations: Locations,
) -> None:
    def answer() -> None:
        for _ in range(100):
            append_line(locations.progress, "laptop", encode_event(an_event()))

    fill(locations, FULL)
    answering, taken = Thread(target=answer), []
    answering.start()
    while answering.is_alive():
        with ZipFile(BytesIO(packed(locations, NOW))) as archive:
            taken.append(archive.read(OWN))
    log = (locations.home / OWN).read_bytes()
    assert all(log.startswith(each) for each in taken)


@pytest.mark.parametrize("more", [(), (THIRD,), (THIRD,) * 1000])
def test_what_came_since_the_day_was_found_is_not_in_its_copy(
    more: tuple[Event, ...], locations: Locations
) -> None:
    fill(locations, FULL)
    found = own_length(locations)
    fill(locations, {OWN: a_log("laptop", FIRST, *more)})
    keep_copy_of(DAY, locations, NOW, found)
    copied = held(locations.backups / NAME)
    about = json.loads(copied.pop(ABOUT))
    assert copied == FULL
    assert (about["events"], about["files"]) == (2, 5)


def test_a_log_that_the_day_did_not_find_is_not_in_its_copy(
    locations: Locations,
) -> None:
    without = {name: FULL[name] for name in FULL if name != OWN}
    fill(locations, without)
    found = own_length(locations)
    fill(locations, FULL)
    keep_copy_of(DAY, locations, NOW, found)
    copied = held(locations.backups / NAME)
    about = json.loads(copied.pop(ABOUT))
    assert copied == without
    assert (about["events"], about["files"]) == (1, 4)


def test_a_log_of_many_blocks_is_copied_up_to_where_it_was(
    locations: Locations,
) -> None:
    log = a_log("laptop", *[an_event() for _ in range(1500)])
    fill(locations, FULL | {OWN: log})
    found = own_length(locations)
    append_line(locations.progress, "laptop", encode_event(THIRD))
    keep_copy_of(DAY, locations, NOW, found)
    assert len(log) > 1 << 17
    with open_copy(locations.backups / NAME) as copy:
        assert copy.read(OWN) == log


def test_a_log_that_goes_away_meanwhile_is_not_in_the_copy(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(locations, FULL)
    files, found = [*kept_files(locations)], own_length(locations)
    (locations.home / OWN).unlink()
    monkeypatch.setattr("pmflash.storage.backup.kept_files", lambda _: files)
    keep_copy_of(DAY, locations, NOW, found)
    with open_copy(locations.backups / NAME) as copy:
        assert {*copy.names} == {*FULL} - {OWN}


def test_of_two_windows_the_faster_one_makes_the_copy(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly_packed(*_: object) -> bytes:
        (locations.backups / NAME).parent.mkdir(parents=True)
        (locations.backups / NAME).write_bytes(faster)
        return b"slower"

    fill(locations, FULL)
    faster = packed(locations, NOW)
    monkeypatch.setattr("pmflash.storage.backup.packed", slowly_packed)
    keep_copy_of(DAY, locations, NOW)
    assert files_in(locations.backups) == {NAME: faster}


def test_what_goes_away_while_it_is_copied_is_not_in_the_copy(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(locations, FULL)
    found = [*kept_files(locations)]
    (locations.home / SEED).unlink()
    monkeypatch.setattr("pmflash.storage.backup.kept_files", lambda _: found)
    keep_copy_of(DAY, locations, NOW)
    found_in_it = held(locations.backups / NAME)
    assert json.loads(found_in_it[ABOUT])["files"] == 4
    assert {*found_in_it} == {*FULL, ABOUT} - {SEED}


@pytest.mark.parametrize("left", [b"", b"PK", None])
def test_a_copy_that_was_damaged_is_made_again(
    left: bytes | None, locations: Locations
) -> None:
    fill(locations, FULL)
    keep_copy_of(DAY, locations, NOW)
    path = locations.backups / NAME
    path.write_bytes(path.read_bytes()[:300] if left is None else left)
    keep_copy_of(DAY, locations, NOW)
    assert {*held(path)} == {*FULL, ABOUT}


def test_what_a_newer_pmflash_copied_is_not_made_again(locations: Locations) -> None:
    fill(locations, FULL)
    locations.backups.mkdir(parents=True)
    with ZipFile(locations.backups / NAME, "w") as archive:
        archive.writestr(ABOUT, '{"pmflash":"backup","format":99}')
    before = files_in(locations.backups)
    keep_copy_of(DAY, locations, NOW)
    assert files_in(locations.backups) == before


def test_a_home_that_is_being_restored_is_not_copied(locations: Locations) -> None:
    fill(locations, FULL | {"restoring.new/plan.json": b""})
    keep_copy_of(DAY, locations, NOW)
    assert not locations.backups.exists()


def test_what_was_read_while_a_restore_began_is_no_copy(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def packed_meanwhile(*words: Any) -> bytes:
        content = packed(*words)
        fill(locations, {"restoring.new/plan.json": b""})
        return content

    fill(locations, FULL)
    monkeypatch.setattr("pmflash.storage.backup.packed", packed_meanwhile)
    keep_copy_of(DAY, locations, NOW)
    assert not locations.backups.exists()


def test_a_home_without_reviews_is_not_copied(locations: Locations) -> None:
    keep_copy_of(DAY, locations, NOW)
    fill(locations, {DECK: b"title: Mine\n"})
    keep_copy_of(DAY, locations, NOW)
    assert not locations.backups.exists()


def test_ten_days_are_kept(locations: Locations) -> None:
    names = names_of(date(2026, 1, 1), 12)
    assert pruned(names, date(2026, 1, 12)) == ("2026-01-02.zip",)
    assert pruned(names[:10], date(2026, 1, 10)) == ()


def test_of_earlier_months_the_first_copy_is_kept() -> None:
    names = names_of(date(2025, 11, 5), 100)
    kept = {*names} - {*pruned(names, date(2026, 2, 12))}
    assert kept == {
        "2025-11-05.zip", "2025-12-01.zip", "2026-01-01.zip", "2026-02-01.zip",
        *names[-10:],
    }  # fmt: skip


def test_days_without_a_copy_take_no_place_of_another() -> None:
    names = [f"2026-01-{day:02}.zip" for day in range(1, 31, 3)]
    assert pruned(names, date(2026, 1, 30)) == ()


def test_copies_dated_ahead_by_a_wrong_clock_take_no_place_of_another(
    locations: Locations,
) -> None:
    fill(locations, FULL)
    locations.backups.mkdir(parents=True)
    ahead = [*names_of(date(2026, 1, 6), 10), *names_of(date(2030, 3, 1), 10)]
    for name in (*ahead, "2026-01-01.zip"):
        (locations.backups / name).touch()
    keep_copy_of(DAY, locations, NOW)
    assert {*files_in(locations.backups)} == {*ahead, "2026-01-01.zip", NAME}


@pytest.mark.parametrize("stuck", ["2025-01-02.zip", "2025-01-03.zip"])
def test_what_cannot_be_removed_keeps_neither_the_copy_nor_others_there(
    stuck: str, locations: Locations
) -> None:
    fill(locations, FULL)
    (locations.backups / stuck / "inside").mkdir(parents=True)
    for name in names_of(date(2025, 1, 1), 13):
        if name != stuck:
            (locations.backups / name).touch()
    keep_copy_of(DAY, locations, NOW)
    removed = {"2025-01-02.zip", "2025-01-03.zip", "2025-01-04.zip"}
    left = {path.name for path in locations.backups.iterdir()}
    assert NAME in left
    assert left & removed == {stuck}


def test_only_copies_of_days_are_ever_removed(locations: Locations) -> None:
    fill(locations, FULL)
    extra = keep_extra_copy(locations, NOW)
    (locations.backups / "mine.zip").touch()
    for name in names_of(date(2025, 1, 1), 12):
        (locations.backups / name).touch()
    keep_copy_of(DAY, locations, NOW)
    left = {path.name for path in locations.backups.iterdir()}
    assert {extra.name, "mine.zip", NAME, "2025-01-01.zip"} < left
    assert "2025-01-02.zip" not in left


def test_an_extra_copy_never_takes_the_place_of_another(locations: Locations) -> None:
    fill(locations, FULL)
    paths = [keep_extra_copy(locations, NOW, "before-restore") for _ in range(3)]
    assert [path.name for path in paths] == [
        "2026-01-05-080000-before-restore.zip",
        "2026-01-05-080000-before-restore-2.zip",
        "2026-01-05-080000-before-restore-3.zip",
    ]


def test_a_folder_of_copies_that_cannot_be_looked_into_is_told(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bool:
        raise PermissionError(13, "not for you")

    fill(locations, FULL)
    monkeypatch.setattr(Path, "exists", refuse)
    for copy in (
        lambda: keep_copy_of(DAY, locations, NOW),
        lambda: keep_extra_copy(locations, NOW),
    ):
        with pytest.raises(StorageError, match="you have no permission there"):
            copy()


@pytest.mark.parametrize("deed", ["fsync", "replace"])
def test_a_copy_is_there_as_a_whole_or_not_at_all(
    deed: str, locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "no room")

    fill(locations, FULL)
    monkeypatch.setattr(os if deed == "fsync" else Path, deed, refuse)
    with pytest.raises(StorageError, match=r"keep a copy .*: the disk is full"):
        keep_copy_of(DAY, locations, NOW)
    assert files_in(locations.backups) == {}


@pytest.mark.parametrize(
    "name",
    [
        *("decks/a:b.yaml", "decks/q\udcff.yaml", f"seeds/{'x' * 200}.yaml"),
        "progress/reviews-\udcff.jsonl",
    ],
)
def test_a_name_that_not_every_system_knows_costs_only_its_own_file(
    name: str, locations: Locations
) -> None:
    fill(locations, FULL | {name: b""})
    keep_copy_of(DAY, locations, NOW)
    assert {*held(locations.backups / NAME)} == {*FULL, ABOUT}
    assert left_out(locations) == (locations.home / name,)


def test_what_is_no_regular_file_is_passed_over(locations: Locations) -> None:
    fill(locations, FULL)
    os.mkfifo(locations.home / "decks" / "pipe.yaml")
    (locations.home / SEED).unlink()
    (locations.home / SEED).symlink_to("nowhere")
    keep_copy_of(DAY, locations, NOW)
    assert {*held(locations.backups / NAME)} == {*FULL, ABOUT} - {SEED}


def test_a_linked_file_is_copied_as_what_it_leads_to(
    locations: Locations, tmp_path: Path
) -> None:
    fill(locations, FULL)
    (locations.home / DECK).rename(tmp_path / "elsewhere.yaml")
    (locations.home / DECK).symlink_to(tmp_path / "elsewhere.yaml")
    keep_copy_of(DAY, locations, NOW)
    assert held(locations.backups / NAME)[DECK] == FULL[DECK]


def test_a_log_that_cannot_be_read_is_told(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "no")

    fill(locations, FULL)
    monkeypatch.setattr("zipfile.open", refuse, raising=False)
    with pytest.raises(StorageError, match=r"cannot copy .*you have no permission"):
        packed(locations, NOW)
