from itertools import count
from pathlib import Path
from threading import Thread
from typing import Any
from zipfile import ZipFile

import pytest

from builders import an_event
from pmflash.model.event import Event
from pmflash.model.failure import StorageError, UsageError
from pmflash.storage.backup import packed
from pmflash.storage.home import check_home
from pmflash.storage.journal import Journals
from pmflash.storage.journal_line import encode_event
from pmflash.storage.journal_writer import append_line
from pmflash.storage.locations import Locations
from pmflash.storage.restore import Restored, copy_called, restore
from pmflash.storage.restoring import prepare_restore
from storage.homes import (
    BACK,
    DECK,
    FIRST,
    FULL,
    LATER,
    NOW,
    OTHER,
    OWN,
    SECOND,
    SEED,
    THIRD,
    a_log,
    files_in,
    fill,
)

FOURTH, FIFTH = an_event("d/d/d"), an_event("e/e/e")


class Crash(BaseException):
    """The power went."""


def restored(locations: Locations, path: Path) -> Restored:
    return restore(locations, path, NOW)


def test_a_copy_that_ends_within_a_line_brings_back_every_whole_one(
    locations: Locations, tmp_path: Path
) -> None:
    path, whole = tmp_path / "copy.zip", FULL[OWN]
    fill(locations, FULL | {OWN: whole + encode_event(THIRD)[:40]})
    path.write_bytes(packed(locations, NOW))
    (locations.home / OWN).unlink()
    restored(locations, path)
    append_line(locations.progress, "laptop", encode_event(THIRD))
    assert (locations.home / OWN).read_bytes() == whole + encode_event(THIRD)


def test_a_restored_home_is_as_the_copy_has_it(
    copy: Path, locations: Locations
) -> None:
    done = restored(locations, copy)
    assert files_in(locations.home) == BACK
    assert {*done.written} == {OWN, DECK, SEED}
    assert done.removed == ("decks/new.yaml",)


def test_a_restore_is_undone_by_the_copy_that_it_made(
    copy: Path, locations: Locations
) -> None:
    before = restored(locations, copy).before
    assert before is not None
    restored(locations, before)
    assert files_in(locations.home) == LATER


def test_a_home_that_was_lost_comes_back_whole(copy: Path, tmp_path: Path) -> None:
    fresh = Locations(tmp_path / "new", tmp_path / "c", tmp_path / "s", "desk")
    assert restored(fresh, copy).before is None
    assert files_in(fresh.home) == FULL


def test_nothing_is_written_when_nothing_differs(
    copy: Path, locations: Locations
) -> None:
    restored(locations, copy)
    again = restored(locations, copy)
    assert (again.written, again.removed, again.before) == ((), (), None)


def test_the_log_of_another_device_loses_no_line(
    copy: Path, locations: Locations
) -> None:
    more = a_log("phone", SECOND, THIRD)
    fill(locations, {OTHER: more, "progress/reviews-desk.jsonl": a_log("desk", THIRD)})
    restored(locations, copy)
    found = files_in(locations.home)
    assert found[OTHER] == more
    assert found["progress/reviews-desk.jsonl"] == a_log("desk", THIRD)


@pytest.mark.parametrize(
    "present", [b"", a_log("phone"), a_log("phone", THIRD), a_log("phone", THIRD)[:-5]]
)
def test_a_log_of_another_device_gets_back_what_it_lacks(
    present: bytes, copy: Path, locations: Locations
) -> None:
    fill(locations, {OTHER: present})
    restored(locations, copy)
    found = (locations.home / OTHER).read_bytes()
    assert found.startswith(FULL[OTHER])
    assert {*present.split(b"\n")} <= {*found.split(b"\n")}


@pytest.mark.parametrize("more", [(), (THIRD,)])
def test_a_log_whose_line_ends_were_made_those_of_windows_is_not_doubled(
    more: tuple[Event, ...], copy: Path, locations: Locations
) -> None:
    windows = a_log("phone", SECOND, *more).replace(b"\n", b"\r\n")
    fill(locations, {OTHER: windows})
    assert OTHER not in restored(locations, copy).written
    assert (locations.home / OTHER).read_bytes() == windows


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("log", [OWN, OTHER, "progress/reviews-desk.jsonl"])
def test_a_home_with_a_log_in_a_newer_format_is_left_alone(
    log: str, end: bytes, copy: Path, locations: Locations
) -> None:
    fill(locations, {log: b'{"pmflash":"reviews","format":99}' + end})
    before = files_in(locations.home)
    with pytest.raises(StorageError, match="by a newer pmflash"):
        restored(locations, copy)
    assert files_in(locations.home) == before
    assert not locations.backups.exists()


def test_what_still_counts_of_other_logs_is_told(
    copy: Path, locations: Locations
) -> None:
    copied = f"{OWN.removesuffix('.jsonl')} (conflicted copy).jsonl"
    fill(locations, {OTHER: a_log("phone", SECOND, THIRD)})
    fill(locations, {copied: a_log("laptop", FIRST, FOURTH)})
    fill(locations, {"progress/damaged-phone.jsonl": encode_event(FIFTH)})
    assert restored(locations, copy).left == ((copied, 1), (OTHER, 1))
    again = restored(locations, copy)
    assert (again.written, again.left) == ((), ((copied, 1), (OTHER, 1)))


def test_what_was_known_of_the_logs_before_is_forgotten(
    locations: Locations, copy: Path
) -> None:
    state = locations.progress / "state.json"
    state.touch()
    restored(locations, copy)
    assert not state.exists()


def test_a_log_of_this_device_that_the_copy_lacks_is_taken_away(
    copy: Path, locations: Locations
) -> None:
    desk = Locations(locations.home, locations.cache, locations.backups, "desk")
    own = "progress/reviews-desk.jsonl"
    fill(locations, {own: a_log("desk", THIRD)})
    done = restored(desk, copy)
    assert own in done.removed
    assert own not in files_in(locations.home)
    assert done.before is not None
    restored(desk, done.before)
    assert files_in(locations.home)[own] == a_log("desk", THIRD)


def test_a_restore_that_brought_the_log_back_is_undone_too(
    copy: Path, locations: Locations
) -> None:
    (locations.home / OWN).unlink()
    before = restored(locations, copy).before
    assert before is not None
    restored(locations, before)
    without = {name: held for name, held in LATER.items() if name != OWN}
    assert files_in(locations.home) == without


def test_a_file_whose_name_no_copy_holds_is_left_alone(
    copy: Path, locations: Locations
) -> None:
    fill(locations, {"decks/q\udcff.yaml": b"mine"})
    restored(locations, copy)
    assert files_in(locations.home) == BACK | {"decks/q\udcff.yaml": b"mine"}


@pytest.mark.parametrize("device", ["laptop", "desk"])
def test_a_copy_that_is_refused_changes_nothing(
    device: str, copy: Path, locations: Locations
) -> None:
    copy.write_bytes(copy.read_bytes()[:-30])
    where = Locations(locations.home, locations.cache, locations.backups, device)
    with pytest.raises(StorageError, match="it is damaged"):
        restored(where, copy)
    assert files_in(locations.home) == LATER
    assert not locations.backups.exists()


def test_without_a_copy_of_the_present_nothing_is_restored(
    copy: Path, locations: Locations
) -> None:
    locations.backups.parent.mkdir(parents=True)
    locations.backups.write_text("in the way")
    with pytest.raises(StorageError, match="cannot keep a copy of your progress"):
        restored(locations, copy)
    assert files_in(locations.home) == LATER


def test_a_copy_that_cannot_be_read_any_more_is_told_and_not_the_log(
    copy: Path, locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(archive: ZipFile, name: str) -> bytes:
        if name == OWN:
            raise OSError(5, "a fault of the disk")
        return true(archive, name)

    true = ZipFile.read
    monkeypatch.setattr(ZipFile, "read", refuse)
    with pytest.raises(StorageError, match=r"cannot read `.*copy\.zip`"):
        restored(locations, copy)
    assert files_in(locations.home) == LATER


def test_a_log_that_cannot_be_opened_is_told(
    copy: Path, locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "not yours")

    monkeypatch.setattr("pmflash.storage.restore.alone_with", refuse)
    with pytest.raises(StorageError, match=r"cannot restore into `.*laptop\.jsonl`"):
        restored(locations, copy)
    assert files_in(locations.home) == LATER


def test_a_folder_in_the_place_of_a_file_is_told_before_anything_happens(
    copy: Path, locations: Locations
) -> None:
    (locations.home / SEED).mkdir()
    with pytest.raises(StorageError, match="a folder is where a file should be"):
        restored(locations, copy)
    assert files_in(locations.home) == LATER


def test_a_linked_file_stays_a_link(
    copy: Path, locations: Locations, tmp_path: Path
) -> None:
    deck = locations.home / DECK
    deck.rename(tmp_path / "elsewhere.yaml")
    deck.symlink_to(tmp_path / "elsewhere.yaml")
    restored(locations, copy)
    assert deck.is_symlink()
    assert (tmp_path / "elsewhere.yaml").read_bytes() == FULL[DECK]


def crashes(monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """Let the power go before the file operation of that number."""
    counter = count(1)

    for name in ("replace", "rename", "unlink", "rmdir", "mkdir"):
        true = getattr(Path, name)

        def broken(*words: object, true: object = true, **named: object) -> object:
            if next(counter) >= at:
                raise Crash
            assert callable(true)
            return true(*words, **named)

        monkeypatch.setattr(Path, name, broken)


def test_a_crash_at_any_moment_leaves_the_old_or_the_new_home_whole(
    copy: Path, locations: Locations
) -> None:
    seen = []
    for at in count(1):
        for name in files_in(locations.home):
            (locations.home / name).unlink()
        fill(locations, LATER)
        with pytest.MonkeyPatch.context() as patch:
            crashes(patch, at)
            try:
                restored(locations, copy)
            except Crash:
                pass
            else:
                break
        check_home(locations)
        files = files_in(locations.home).items()
        left = {name: held for name, held in files if ".new/" not in name}
        assert left in (LATER, BACK)
        seen.append(left == BACK)
    assert seen == sorted(seen)
    assert {*seen} == {False, True}
    assert files_in(locations.home) == BACK


def test_a_restore_that_is_refused_is_not_carried_through_later(
    copy: Path, locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> None:
        raise OSError(5, "a fault of the disk")

    with monkeypatch.context() as patch:
        patch.setattr("pmflash.storage.restoring.sync_folder", refuse)
        with pytest.raises(StorageError, match="the disk reports a fault"):
            restored(locations, copy)
    check_home(locations)
    assert files_in(locations.home) == LATER


def test_what_an_earlier_crash_left_does_not_stop_the_next_restore(
    copy: Path, locations: Locations
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        crashes(patch, 12)
        with pytest.raises(Crash):
            restored(locations, copy)
    restored(locations, copy)
    assert files_in(locations.home) == BACK


@pytest.mark.parametrize(
    "plan",
    [
        *(b"", b"[]", b"{", b'{"at":"2026-01-05"}', b'{"steps":[]}'),
        *(b'{"at":"now","steps":[]}', b'{"at":1,"steps":[]}'),
        b'{"at":"2026-01-05","steps":[["../x",false,0,0]]}',
        b'{"at":"2026-01-05","steps":[["/etc/passwd",true,0,0]]}',
        b'{"at":"2026-01-05","steps":[[1,false,0,0]]}',
        b'{"at":"2026-01-05","steps":[["settings.yaml",false,"0",0]]}',
        b'{"at":"2026-01-05","steps":[["settings.yaml",false,0]]}',
        b'{"at":"2026-01-05","steps":{"settings.yaml":1}}',
    ],
)  # fmt: skip
def test_a_plan_that_we_did_not_write_is_not_carried_out(
    plan: bytes, locations: Locations
) -> None:
    fill(locations, FULL | {"restoring.new/plan.json": plan})
    with pytest.raises(StorageError, match="a restore was broken off"):
        check_home(locations)
    assert files_in(locations.home) == FULL | {"restoring.new/plan.json": plan}


def test_a_copy_is_called_by_its_file_or_its_name_in_the_list(
    copy: Path, locations: Locations
) -> None:
    locations.backups.mkdir(parents=True)
    listed = locations.backups / "2026-01-05.zip"
    listed.write_bytes(copy.read_bytes())
    assert copy_called(locations, str(copy)) == copy
    assert copy_called(locations, "2026-01-05") == listed
    assert copy_called(locations, "2026-01-05.zip") == listed
    with pytest.raises(UsageError, match="there is no copy `2026-01-06`"):
        copy_called(locations, "2026-01-06")


def test_the_reviews_of_a_restored_home_are_read(
    copy: Path, locations: Locations
) -> None:
    restored(locations, copy)
    assert Journals(locations).read_new() == (FIRST, SECOND)


def test_an_answer_given_elsewhere_meanwhile_is_not_lost(
    copy: Path, locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = encode_event(an_event("d/d/d"))
    elsewhere = Thread(target=append_line, args=(locations.progress, "laptop", answer))

    def replaced(*words: Any) -> None:
        elsewhere.start()
        prepare_restore(*words)

    monkeypatch.setattr("pmflash.storage.restore.prepare_restore", replaced)
    restored(locations, copy)
    elsewhere.join()
    assert (locations.home / OWN).read_bytes() == FULL[OWN] + answer


def test_a_link_that_leads_to_itself_is_replaced(
    copy: Path, locations: Locations
) -> None:
    deck = locations.home / DECK
    deck.unlink()
    deck.symlink_to(deck)
    restored(locations, copy)
    assert deck.read_bytes() == FULL[DECK]


def test_a_name_too_long_for_any_file_is_no_copy(locations: Locations) -> None:
    with pytest.raises(UsageError, match="there is no copy"):
        copy_called(locations, "x" * 300)


@pytest.mark.parametrize("log", [OWN, OTHER])
def test_lines_that_come_while_a_restore_is_prepared_are_kept(
    log: str, copy: Path, locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(locations, {OTHER: a_log("phone")})
    added = encode_event(an_event("d/d/d"))

    def replaced(*words: Any) -> None:
        with (locations.home / log).open("ab") as file:
            file.write(added)
        prepare_restore(*words)

    monkeypatch.setattr("pmflash.storage.restore.prepare_restore", replaced)
    restored(locations, copy)
    assert (locations.home / log).read_bytes() == FULL[log] + added


def test_an_answer_between_a_crash_and_the_next_start_is_kept(
    copy: Path, locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(home: Path) -> None:
        raise Crash

    added = encode_event(an_event("d/d/d"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pmflash.storage.restore.finish_restore", crash)
        with pytest.raises(Crash):
            restored(locations, copy)
    append_line(locations.progress, "laptop", added)
    check_home(locations)
    assert (locations.home / OWN).read_bytes() == FULL[OWN] + added
