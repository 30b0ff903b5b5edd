from io import BytesIO
from time import process_time

import pytest

from builders import an_event
from pmflash.storage import blocks
from pmflash.storage.journal_line import encode_event
from pmflash.storage.log_lines import event_ids, with_lines
from storage.homes import a_log

FIRST, SECOND = an_event("a/a/a"), an_event("b/b/b")


def ids(log: bytes) -> set[str]:
    return {each.decode() for each in event_ids(BytesIO(log))}


def test_an_event_that_stands_in_a_log_twice_is_one() -> None:
    assert ids(a_log("laptop", FIRST, SECOND, FIRST)) == {FIRST.id, SECOND.id}


def test_every_event_of_a_long_log_is_found() -> None:
    events = [an_event(f"a/a/{number}") for number in range(2000)]
    log = a_log("laptop", *events)
    assert len(log) > 4 << 16
    assert ids(log) == {event.id for event in events}


@pytest.mark.parametrize("end", [b"\r\n", b"\r\r\n"])
def test_line_ends_of_windows_change_nothing(end: bytes) -> None:
    assert ids(a_log("laptop", FIRST).replace(b"\n", end)) == {FIRST.id}


def test_lines_that_lost_what_parts_them_are_counted_as_a_start_counts_them() -> None:
    log = a_log("laptop", FIRST, SECOND)
    assert ids(log.replace(b"\n", b"")) == {FIRST.id, SECOND.id}
    assert ids(log.replace(b"\n", b"\r")) == {FIRST.id, SECOND.id}


def test_a_line_of_many_blocks_costs_no_more_than_its_length(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(blocks, "_BLOCK_BYTES", 64)
    log = a_log("laptop", FIRST) + b"x" * (64 << 16)
    started = process_time()
    assert ids(log) == {FIRST.id}
    # A tenth of a second; a quarter of a minute when each block copies all before.
    assert process_time() - started < 5


def test_a_last_event_needs_no_end_of_its_line() -> None:
    assert ids(a_log("laptop", FIRST, SECOND)[:-1]) == {FIRST.id, SECOND.id}


@pytest.mark.parametrize("line", [b"", b"\n", b'{"id":"a"', b'{"id":"a","sum":""}\n'])
def test_a_line_that_is_no_whole_event_is_not_counted(line: bytes) -> None:
    assert ids(line + encode_event(FIRST)[:-9]) == set()


def test_lines_are_added_once_behind_a_log() -> None:
    log = a_log("laptop", FIRST)
    lines = a_log("laptop", FIRST, SECOND).split(b"\n")
    assert with_lines(log, lines) == a_log("laptop", FIRST, SECOND)
    assert with_lines(log, log.split(b"\n")) == log


@pytest.mark.parametrize("end", [b"\r\n", b"\r\r\n"])
def test_a_line_that_ends_as_on_windows_is_not_added_again(end: bytes) -> None:
    log = a_log("laptop", FIRST)
    windows = log.replace(b"\n", end)
    assert with_lines(log, windows.split(b"\n")) == log
    assert with_lines(windows, log.split(b"\n")) == windows


def test_a_last_line_without_its_end_gets_one_before_another() -> None:
    log = a_log("laptop", FIRST).rstrip(b"\n")
    assert with_lines(log, [encode_event(SECOND).rstrip(b"\n")]) == a_log(
        "laptop", FIRST, SECOND
    )
    assert with_lines(log, [b""]) == log
