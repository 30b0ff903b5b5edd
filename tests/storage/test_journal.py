import errno
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from builders import an_event
from pmflash.model.event import EventKind
from pmflash.model.failure import StorageError
from pmflash.storage.journal import Journals, new_event_id
from pmflash.storage.journal_line import KINDS, encode_event
from pmflash.storage.journal_writer import Overtaken
from pmflash.storage.locations import Locations

WriteLog = Callable[..., Path]
EVENTS = tuple(an_event(at=f"2026-01-05T08:00:00.{number:06d}Z") for number in range(4))

APPENDING = """
import sys
from datetime import date
from pathlib import Path
from pmflash.model.event import Event, EventKind
from pmflash.storage.journal import Journals, new_event_id
from pmflash.storage.journal_writer import Overtaken
from pmflash.storage.locations import Locations

home = Path(sys.argv[1])
journals = Journals(Locations(home, home, home, "laptop"))
for number in range(200):
    at = f"2026-01-05T08:00:00.{number:06d}Z"
    event = Event(new_event_id(), EventKind.FLAG, "c", at, 0, date(2026, 1, 5))
    journals.append(event)
"""


def add(path: Path, content: bytes) -> None:
    with path.open("ab") as file:
        file.write(content)


def test_an_event_id_is_never_given_twice() -> None:
    ids = {new_event_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(re.fullmatch("[0-9a-f]{16}", each) for each in ids)


def test_a_first_start_finds_nothing_and_makes_nothing(locations: Locations) -> None:
    journals = Journals(locations)
    journals.preflight()
    assert journals.read_new() == ()
    assert journals.notices == ()
    assert not locations.home.exists()


def test_a_home_of_an_earlier_version_tells_git_all_that_a_new_one_does(
    locations: Locations,
) -> None:
    Journals(locations).append(EVENTS[0])
    attributes = locations.home / ".gitattributes"
    told = attributes.read_bytes()
    attributes.unlink()
    journals = Journals(locations)
    journals.preflight()
    journals.read_new()
    assert not attributes.exists()
    journals.append(EVENTS[1])
    assert attributes.read_bytes() == told


def test_only_the_first_answer_looks_at_what_git_is_told(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Path] = []
    monkeypatch.setattr("pmflash.storage.git_files.tell_git", told.append)
    journals = Journals(locations)
    for event in EVENTS:
        journals.append(event)
    assert told == [locations.home]


def test_a_saved_event_is_there_at_the_next_start(locations: Locations) -> None:
    for event in EVENTS:
        Journals(locations).append(event)
    assert Journals(locations).read_new() == EVENTS


def test_the_logs_of_all_devices_are_merged_by_time(
    locations: Locations, write_log: WriteLog
) -> None:
    write_log("a", EVENTS[3], EVENTS[0])
    write_log("b", EVENTS[2], EVENTS[1])
    assert Journals(locations).read_new() == EVENTS


def test_events_at_one_instant_are_ordered_by_id(
    locations: Locations, write_log: WriteLog
) -> None:
    write_log("a", EVENTS[0]._replace(id="b"))
    write_log("b", EVENTS[0]._replace(id="a"))
    assert [event.id for event in Journals(locations).read_new()] == ["a", "b"]


def test_an_event_in_two_logs_counts_once(
    locations: Locations, write_log: WriteLog
) -> None:
    write_log("a", *EVENTS)
    write_log("a (conflicted copy)", *EVENTS[:2])
    assert Journals(locations).read_new() == EVENTS


def test_only_what_others_added_is_new(
    locations: Locations, write_log: WriteLog
) -> None:
    journals = Journals(locations)
    journals.append(EVENTS[0])
    assert journals.read_new() == ()
    Journals(locations).append(EVENTS[1])
    assert journals.read_new() == (EVENTS[1],)
    write_log("phone", EVENTS[2])
    assert journals.read_new() == (EVENTS[2],)
    assert journals.read_new() == ()


def test_an_event_is_not_saved_behind_one_that_was_not_read_where_that_matters(
    locations: Locations, write_log: WriteLog
) -> None:
    write_log("phone", EVENTS[3])
    journals = Journals(locations)
    journals.append(EVENTS[0], if_all_read=True)
    journals.read_new()
    journals.append(EVENTS[1], if_all_read=True)
    Journals(locations).append(EVENTS[2])
    with pytest.raises(Overtaken):
        journals.append(an_event(), if_all_read=True)
    assert EVENTS[2] in journals.read_new()
    journals.append(later := an_event(), if_all_read=True)
    assert Journals(locations).read_new() == (*EVENTS, later)


def test_an_event_whose_line_lacks_only_its_end_counts_once(
    locations: Locations, write_log: WriteLog
) -> None:
    path = write_log("laptop", EVENTS[0])
    add(path, encode_event(EVENTS[1])[:-1])
    journals = Journals(locations)
    assert journals.read_new() == EVENTS[:2]
    journals.append(EVENTS[2])
    assert journals.read_new() == ()
    assert Journals(locations).read_new() == EVENTS[:3]
    assert journals.notices == ()


def test_damaged_lines_are_told_once_with_their_numbers_and_kept(
    locations: Locations, write_log: WriteLog
) -> None:
    path = write_log("phone", EVENTS[0])
    add(path, b"nonsense\n" + encode_event(EVENTS[1]) + b"more\n" * 7)
    for _ in range(2):
        journals = Journals(locations)
        assert journals.read_new() == EVENTS[:2]
    kept = locations.progress / "damaged-laptop.jsonl"
    assert kept.read_bytes() == b"nonsense\nmore\n"
    (notice,) = journals.notices
    assert "reviews-phone.jsonl`: lines 3, 5, 6, 7, 8 and 3 more are damaged" in notice


def test_an_event_of_an_unknown_kind_is_told_without_being_called_damaged(
    locations: Locations, write_log: WriteLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_log("phone", EVENTS[0], EVENTS[1]._replace(kind=EventKind.FLAG))
    monkeypatch.delitem(KINDS, "flag")
    journals = Journals(locations)
    assert journals.read_new() == EVENTS[:1]
    (notice,) = journals.notices
    assert "line 3 is of a kind that only a newer pmflash knows" in notice


def test_damage_that_cannot_be_copied_stays_where_it_is(
    locations: Locations, write_log: WriteLog
) -> None:
    path = write_log("phone", EVENTS[0])
    add(path, b"nonsense\n")
    (locations.progress / "damaged-laptop.jsonl").mkdir()
    journals = Journals(locations)
    assert journals.read_new() == EVENTS[:1]
    assert len(journals.notices) == 1
    assert path.read_bytes().endswith(b"nonsense\n")


def test_a_torn_line_is_told_until_it_is_whole(
    locations: Locations, write_log: WriteLog
) -> None:
    path, line = write_log("phone", EVENTS[0]), encode_event(EVENTS[1])
    add(path, line[:30])
    journals = Journals(locations)
    assert journals.read_new() == EVENTS[:1]
    assert "stops in the middle of line 3" in journals.notices[0]
    add(path, line[30:])
    assert journals.read_new() == EVENTS[1:2]
    assert journals.notices == ()


@pytest.mark.parametrize(
    ("put", "why"),
    [
        (Path.mkdir, "a folder is where a file should be"),
        (os.mkfifo, "it is not a regular file"),
        (lambda path: path.symlink_to("unplugged"), "what it links to is not there"),
    ],
)
def test_what_stands_in_the_place_of_a_log_is_noticed_until_it_is_gone(
    locations: Locations, write_log: WriteLog, put: Callable[[Path], None], why: str
) -> None:
    write_log("laptop", EVENTS[0])
    place = locations.progress / "reviews-phone.jsonl"
    put(place)
    journals = Journals(locations)
    assert journals.read_new() == EVENTS[:1]
    (notice,) = journals.notices
    assert notice.startswith("cannot read your reviews in `")
    assert notice.endswith(why)
    place.rename(place.with_name("aside"))
    journals.read_new()
    assert journals.notices == ()


def test_a_log_that_is_gone_is_told_until_it_is_back(
    locations: Locations, write_log: WriteLog
) -> None:
    path = write_log("phone", EVENTS[0])
    add(path, b"nonsense\ntorn")
    journals = Journals(locations)
    journals.read_new()
    away = path.rename(path.with_name("away"))
    assert journals.read_new() == ()
    (notice,) = journals.notices
    assert "reviews-phone.jsonl` was there and is not any more" in notice
    away.rename(path)
    journals.read_new()
    assert not any("was there" in notice for notice in journals.notices)


def test_a_log_whose_last_line_has_no_end_yet_costs_one_more_look(
    locations: Locations,
) -> None:
    Journals(locations).append(EVENTS[0])
    path = locations.progress / "reviews-laptop.jsonl"
    path.write_bytes(path.read_bytes().removesuffix(b"\n"))
    journals = Journals(locations)
    assert journals.read_new() == EVENTS[:1]
    with pytest.raises(Overtaken):
        journals.append(EVENTS[1], if_all_read=True)
    assert journals.read_new() == ()
    journals.append(EVENTS[1], if_all_read=True)
    assert Journals(locations).read_new() == EVENTS[:2]


def test_a_refused_log_costs_no_event_of_another(
    locations: Locations, write_log: WriteLog
) -> None:
    write_log("a", EVENTS[0])
    newer = locations.progress / "reviews-b.jsonl"
    newer.write_bytes(b'{"pmflash":"reviews","format":2,"sum":"33394f89"}\n')
    journals = Journals(locations)
    with pytest.raises(StorageError, match="newer pmflash"):
        journals.read_new()
    newer.unlink()
    assert journals.read_new() == EVENTS[:1]


def test_a_log_that_cannot_be_read_is_told(
    locations: Locations, write_log: WriteLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_log("a", EVENTS[0])

    def refuse(path: Path, mode: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(StorageError, match=r"cannot read your reviews in .*permission"):
        Journals(locations).read_new()


def test_an_answer_on_a_full_disk_is_not_saved_until_there_is_room(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    journals = Journals(locations)
    journals.append(EVENTS[0])

    def refuse(descriptor: int, content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(os, "write", refuse)
        with pytest.raises(StorageError) as raised:
            journals.append(EVENTS[1])
    assert "cannot save your answer in" in raised.value.message
    assert raised.value.message.endswith("the disk is full")
    assert raised.value.help == "free some space, then try again"
    journals.append(EVENTS[1])
    assert Journals(locations).read_new() == EVENTS[:2]


def test_an_answer_that_could_not_be_read_again_is_not_taken_for_saved(
    locations: Locations,
) -> None:
    journals = Journals(locations)
    with pytest.raises(StorageError, match="the clock here says it is 1970-01-01"):
        journals.append(EVENTS[0]._replace(day=date(1970, 1, 1)))
    assert not locations.home.exists()


def test_an_answer_that_would_come_after_all_time_does_not_blame_the_clock(
    locations: Locations,
) -> None:
    late = EVENTS[0]._replace(at="9001-01-01T00:00:00.000000Z")
    with pytest.raises(StorageError) as raised:
        Journals(locations).append(late)
    assert "has one of 2026-01-05 that was given in the year 9000" in (
        raised.value.message
    )
    assert "pmflash doctor" in raised.value.help


def test_a_whole_line_of_no_sense_is_noticed_copied_and_left_out(
    locations: Locations, write_log: WriteLog
) -> None:
    senseless = encode_event(EVENTS[1]._replace(quality=7))
    add(write_log("phone", EVENTS[0]), senseless)
    journals = Journals(locations)
    assert journals.read_new() == EVENTS[:1]
    assert "line 3 is damaged" in journals.notices[0]
    kept = locations.progress / "damaged-laptop.jsonl"
    assert kept.read_bytes() == senseless


def test_no_answer_goes_into_a_home_in_place_of_one_that_is_gone(
    locations: Locations,
) -> None:
    journals = Journals(locations)
    journals.append(EVENTS[0])
    away = locations.home.rename(locations.home.with_name("away"))
    with pytest.raises(StorageError) as raised:
        journals.append(EVENTS[1])
    assert raised.value.message.endswith("home`: it is not there")
    assert raised.value.help == "put it back, then try again"
    assert not locations.home.exists()
    away.rename(locations.home)
    journals.append(EVENTS[1])
    assert Journals(locations).read_new() == EVENTS[:2]


def test_a_file_in_place_of_the_home_is_told(locations: Locations) -> None:
    locations.home.write_text("mine")
    journals = Journals(locations)
    for deed in (journals.read_new, journals.preflight):
        with pytest.raises(StorageError, match="a file is where a folder should be"):
            deed()
    with pytest.raises(StorageError, match="a file is where a folder should be"):
        journals.append(EVENTS[0])
    assert locations.home.read_text() == "mine"


def test_two_programs_at_once_tear_no_line(locations: Locations) -> None:
    command = [sys.executable, "-c", APPENDING, str(locations.home)]
    running = [subprocess.Popen(command) for _ in range(2)]
    assert [each.wait(timeout=120) for each in running] == [0, 0]
    journals = Journals(locations)
    assert len(journals.read_new()) == 400
    assert journals.notices == ()
    log = locations.progress / "reviews-laptop.jsonl"
    assert log.read_bytes().count(b"\n") == 401


HOLDING = """
import fcntl, sys
with open(sys.argv[1], "rb") as log:
    fcntl.flock(log, fcntl.LOCK_EX)
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_program_that_stopped_while_it_wrote_is_told_and_not_waited_for(
    locations: Locations, write_log: WriteLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_log("laptop", EVENTS[0])
    command = [sys.executable, "-c", HOLDING, str(path)]
    waits = "pmflash.storage.journal_writer.LONGEST_WAIT_SECONDS"
    monkeypatch.setattr(waits, 0.1)
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe) as other:
        assert other.stdout
        other.stdout.readline()
        with pytest.raises(StorageError, match="another pmflash is writing there"):
            Journals(locations).append(EVENTS[1])
        other.communicate(b"")
    Journals(locations).append(EVENTS[1])
    assert Journals(locations).read_new() == EVENTS[:2]
