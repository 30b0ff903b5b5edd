import json
import threading
from pathlib import Path

import pytest

from builders import an_event
from pmflash.model.failure import StorageError
from pmflash.storage import journal_writer
from pmflash.storage.backup_file import open_copy
from pmflash.storage.backup_names import PLAN
from pmflash.storage.home import check_home
from pmflash.storage.journal_line import encode_event
from pmflash.storage.journal_writer import append_line
from pmflash.storage.locations import Locations
from pmflash.storage.restore import restore
from pmflash.storage.restoring import finish_restore
from storage.homes import (
    BACK,
    DECK,
    FULL,
    LATER,
    NOW,
    OTHER,
    OWN,
    SEED,
    THIRD,
    a_log,
    files_in,
    fill,
)

ADDED = encode_event(an_event("d/d/d"))
NEW = "decks/new.yaml"
A_WHILE = 30
"""Seconds after which something does not come that would take none."""


class Crash(BaseException):
    """The power went."""


def broken_off(locations: Locations, path: Path) -> None:
    """Restore the copy, and crash when all is prepared and nothing is changed."""

    def crash(_: object) -> None:
        raise Crash

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pmflash.storage.restore.finish_restore", crash)
        with pytest.raises(Crash):
            restore(locations, path, NOW)


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Set as soon as anybody finds that somebody else holds a lock."""
    waits = threading.Event()
    true = journal_writer._takes_lock

    def watched(descriptor: int) -> bool:
        is_taken = true(descriptor)
        if not is_taken:
            waits.set()
        return is_taken

    monkeypatch.setattr(journal_writer, "_takes_lock", watched)
    return waits


@pytest.mark.parametrize("edited", [DECK, SEED, NEW])
def test_what_was_edited_between_a_crash_and_the_next_start_is_copied(
    edited: str, copy: Path, locations: Locations
) -> None:
    broken_off(locations, copy)
    fill(locations, {edited: b"title: Edited\n"})
    check_home(locations)
    assert files_in(locations.home) == BACK
    _, again = sorted(locations.backups.iterdir(), key=lambda path: len(path.name))
    with open_copy(again) as kept, open_copy(copy) as restored:
        assert kept.read(edited) == b"title: Edited\n"
        assert kept.about.restored == restored.about.mark


@pytest.mark.parametrize("said", [{}, {"restored": None}, {"restored": "\udcff"}])
def test_a_plan_that_does_not_say_which_copy_it_restores_is_carried_through(
    said: dict[str, object], copy: Path, locations: Locations
) -> None:
    broken_off(locations, copy)
    plan = locations.home / PLAN
    record = json.loads(plan.read_bytes())
    del record["restored"]
    plan.write_text(json.dumps(record | said))
    fill(locations, {DECK: b"title: Edited\n"})
    check_home(locations)
    assert files_in(locations.home) == BACK


def test_without_that_copy_nothing_is_put_over_an_edit(
    copy: Path, locations: Locations
) -> None:
    broken_off(locations, copy)
    fill(locations, {DECK: b"title: Edited\n"})
    locations.backups.rename(locations.backups.with_name("away"))
    locations.backups.touch()
    with pytest.raises(StorageError, match="cannot keep a copy"):
        check_home(locations)
    assert (locations.home / DECK).read_bytes() == b"title: Edited\n"


@pytest.mark.parametrize("does_what", ["edits nothing", "deletes"])
def test_where_nothing_would_be_lost_nothing_more_is_copied(
    does_what: str, copy: Path, locations: Locations
) -> None:
    broken_off(locations, copy)
    if does_what == "deletes":
        (locations.home / DECK).unlink()
    check_home(locations)
    assert files_in(locations.home) == BACK
    assert len([*locations.backups.iterdir()]) == 1


def test_an_answer_that_is_being_saved_is_not_written_over(
    copy: Path,
    locations: Locations,
    waits: threading.Event,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken_off(locations, copy)
    words = (locations.progress, "laptop", ADDED)
    saving = threading.Thread(target=append_line, args=words, daemon=True)
    true = Path.replace

    def slow(source: Path, target: Path) -> Path:
        if target.name == Path(OWN).name:
            saving.start()
            assert waits.wait(A_WHILE)
        return true(source, target)

    monkeypatch.setattr(Path, "replace", slow)
    finish_restore(locations)
    saving.join(A_WHILE)
    assert (locations.home / OWN).read_bytes() == FULL[OWN] + ADDED


def test_who_carries_a_restore_through_again_undoes_nothing_that_came_between(
    copy: Path,
    locations: Locations,
    waits: threading.Event,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken_off(locations, copy)
    is_there = threading.Event()
    true = Path.unlink

    def slow(path: Path, missing_ok: bool = False) -> None:
        if path.name == Path(NEW).name and not is_there.is_set():
            is_there.set()
            assert waits.wait(A_WHILE)
        true(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", slow)
    first = threading.Thread(target=finish_restore, args=(locations,), daemon=True)
    first.start()
    assert is_there.wait(A_WHILE)
    finish_restore(locations)
    fill(locations, {NEW: b"title: Newer\n"})
    # Were nobody to wait, the first one would go on only now.
    waits.set()
    first.join(A_WHILE)
    assert files_in(locations.home) == BACK | {NEW: b"title: Newer\n"}


@pytest.mark.parametrize("log", ["is there", "is gone"])
def test_on_windows_no_file_that_is_moved_or_removed_is_held_open(
    log: str, copy: Path, locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[int] = []
    if log == "is gone":
        (locations.home / OWN).unlink()
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr("pmflash.storage.journal_writer._lock", held.append)
    restore(locations, copy, NOW)
    assert (files_in(locations.home), held) == (BACK, [])


def test_a_log_to_be_taken_away_keeps_what_came_since(
    copy: Path, locations: Locations
) -> None:
    desk = Locations(locations.home, locations.cache, locations.backups, "desk")
    own = "progress/reviews-desk.jsonl"
    fill(locations, {own: a_log("desk", THIRD)})
    broken_off(desk, copy)
    append_line(locations.progress, "desk", ADDED)
    check_home(desk)
    assert (locations.home / own).read_bytes() == a_log("desk") + ADDED


def test_a_log_that_was_rewritten_since_loses_no_line(
    copy: Path, locations: Locations
) -> None:
    fill(locations, {OTHER: a_log("phone")})
    broken_off(locations, copy)
    fill(locations, {OTHER: a_log("phone", THIRD)})
    check_home(locations)
    assert (locations.home / OTHER).read_bytes() == FULL[OTHER] + encode_event(THIRD)


def test_another_restore_that_is_under_way_is_told(
    copy: Path, locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    (locations.home / OWN).unlink()
    monkeypatch.setattr(
        "pmflash.storage.restore.keep_undo_copy",
        lambda *_: fill(locations, {"restoring.new/plan.json": b""}),
    )
    with pytest.raises(StorageError, match="another restore is under way there"):
        restore(locations, copy, NOW)
    assert [path.name for path in locations.home.glob("*.new")] == ["restoring.new"]


@pytest.mark.parametrize("name", ["restoring.new", "restoring.new/other"])
def test_what_is_in_the_way_of_a_restore_is_named(
    name: str, copy: Path, locations: Locations
) -> None:
    fill(locations, {name: b""})
    check_home(locations)
    with pytest.raises(StorageError, match=r"/restoring.new` is in the way"):
        restore(locations, copy, NOW)
    assert files_in(locations.home) == LATER | {name: b""}


def test_a_fault_of_the_disk_does_not_end_a_restore_that_is_broken_off(
    copy: Path, locations: Locations
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(5, "a fault of the disk")

    broken_off(locations, copy)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(StorageError, match=r"finish a restore in .*restoring.new`"):
            check_home(locations)
    check_home(locations)
    assert files_in(locations.home) == BACK
