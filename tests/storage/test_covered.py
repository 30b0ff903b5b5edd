import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from builders import an_event
from pmflash.storage import covered
from pmflash.storage.covered import cover, still_covered
from pmflash.storage.journal_line import encode_event
from pmflash.storage.journal_reader import read_journal
from pmflash.storage.journal_writer import append_line

WriteLog = Callable[..., Path]
LONG_AGO_NS = 10**18


@pytest.fixture
def path(write_log: WriteLog) -> Path:
    """A log that nothing has happened to for years."""
    path = write_log("a", an_event(), an_event())
    os.utime(path, ns=(LONG_AGO_NS, LONG_AGO_NS))
    return path


def test_a_log_that_was_only_added_to_is_still_covered(path: Path) -> None:
    position = read_journal(path, None).position
    log = cover(path, position, (), ())
    append_line(path.parent, "a", encode_event(an_event()))
    assert log is not None
    assert still_covered(path, log) == position


def test_a_copy_of_a_log_is_still_covered(path: Path) -> None:
    log = cover(path, read_journal(path, None).position, (), ())
    copy = path.with_name("reviews-b.jsonl")
    copy.write_bytes(path.read_bytes())
    assert log is not None
    position = still_covered(copy, log)
    assert position == replace(log.position, inode=copy.stat().st_ino)


def test_every_changed_byte_is_noticed_by_the_sum_or_by_the_times(path: Path) -> None:
    log = cover(path, read_journal(path, None).position, (), ())
    whole = path.read_bytes()
    assert log is not None
    for place in range(len(whole)):
        flipped = bytes([whole[place] ^ 1])
        path.write_bytes(whole[:place] + flipped + whole[place + 1 :])
        os.utime(path, ns=(LONG_AGO_NS, LONG_AGO_NS + place + 1))
        assert still_covered(path, log) is None
        assert cover(path, log.position, (), log.stamp) is None


def test_a_log_that_became_shorter_is_not_covered(path: Path) -> None:
    log = cover(path, read_journal(path, None).position, (), ())
    path.write_bytes(path.read_bytes()[:-1])
    assert log is not None
    assert still_covered(path, log) is None


def test_a_log_that_was_left_alone_is_not_read_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(covered, "_COARSEST_TIME_NS", -(10**9))
    log = cover(path, read_journal(path, None).position, (), ())
    monkeypatch.delattr(covered, "_begins_so")
    assert log is not None
    assert still_covered(path, log) == log.position
    assert cover(path, log.position, (), log.stamp) == log


def test_the_times_of_a_log_that_changed_just_now_prove_nothing(path: Path) -> None:
    path.touch()
    log = cover(path, read_journal(path, None).position, (), ())
    assert log is not None
    assert log.stamp == ()
