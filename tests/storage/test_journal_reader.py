from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from builders import an_event
from pmflash.model.failure import StorageError
from pmflash.storage import blocks
from pmflash.storage.journal_line import encode_event
from pmflash.storage.journal_reader import Fault, FaultSort, read_journal
from pmflash.storage.journal_writer import append_line

WriteLog = Callable[..., Path]
EVENTS = tuple(an_event() for _ in range(4))


def test_a_log_is_read_on_from_where_it_ended(write_log: WriteLog) -> None:
    path = write_log("a", *EVENTS[:2])
    first = read_journal(path, None)
    append_line(path.parent, "a", encode_event(EVENTS[2]))
    second = read_journal(path, first.position)
    assert first.events == list(EVENTS[:2])
    assert second.events == [EVENTS[2]]
    assert (first.starts_over, second.starts_over) == (True, False)


def test_a_log_longer_than_a_block_is_read_whole(
    write_log: WriteLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "_BLOCK_BYTES", 10)
    reading = read_journal(write_log("a", *EVENTS), None)
    assert reading.events == list(EVENTS)
    assert reading.position.lines == 5


def test_a_line_of_many_blocks_costs_no_more_than_its_length(
    write_log: WriteLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "_BLOCK_BYTES", 64)
    path = write_log("a", *EVENTS)
    long = b"x" * (64 << 16)
    path.write_bytes(path.read_bytes() + long)
    started = process_time()
    reading = read_journal(path, None)
    # A tenth of a second; a quarter of a minute when each block copies all before.
    assert process_time() - started < 5
    assert (len(reading.events), reading.torn) == (4, Fault(6, FaultSort.TORN, long))


def test_a_log_that_was_rewritten_in_place_is_read_again(write_log: WriteLog) -> None:
    path = write_log("a", *EVENTS[:2])
    position = read_journal(path, None).position
    again = read_journal(write_log("a", EVENTS[3], *EVENTS[:2]), position)
    assert again.starts_over
    assert again.events == [EVENTS[3], *EVENTS[:2]]


def test_a_log_that_was_replaced_is_read_again(write_log: WriteLog) -> None:
    path = write_log("a", *EVENTS[:2])
    position = read_journal(path, None).position
    write_log("b", *EVENTS).replace(path)
    assert read_journal(path, position).events == list(EVENTS)


def test_a_log_that_became_shorter_is_read_again(write_log: WriteLog) -> None:
    path = write_log("a", *EVENTS)
    position = read_journal(path, None).position
    assert read_journal(write_log("a", EVENTS[0]), position).events == [EVENTS[0]]


@pytest.mark.parametrize("end", [b"\r\n", b"\r\r\n"])
def test_line_ends_of_windows_do_no_harm(write_log: WriteLog, end: bytes) -> None:
    path = write_log("a", *EVENTS)
    path.write_bytes(path.read_bytes().replace(b"\n", end))
    reading = read_journal(path, None)
    assert reading.events == list(EVENTS)
    assert reading.faults == []


def test_headers_that_a_merge_left_in_the_middle_do_no_harm(
    write_log: WriteLog,
) -> None:
    path = write_log("a", *EVENTS[:2])
    path.write_bytes(path.read_bytes() + write_log("b", *EVENTS[2:]).read_bytes())
    reading = read_journal(path, None)
    assert reading.events == list(EVENTS)
    assert reading.faults == []


def test_the_marks_of_a_merge_conflict_cost_no_review(write_log: WriteLog) -> None:
    path = write_log("a", *EVENTS[:2])
    ours, theirs = map(encode_event, EVENTS[2:])
    marked = b"<<<<<<< HEAD\n" + ours + b"=======\n" + theirs + b">>>>>>> other\n"
    path.write_bytes(path.read_bytes() + marked)
    reading = read_journal(path, None)
    assert reading.events == list(EVENTS)
    assert [fault.line for fault in reading.faults] == [4, 6, 8]


def test_an_end_that_is_torn_is_read_again_once_it_is_whole(
    write_log: WriteLog,
) -> None:
    path = write_log("a", EVENTS[0])
    line = encode_event(EVENTS[1])
    path.write_bytes(path.read_bytes() + line[:50])
    torn = read_journal(path, None)
    path.write_bytes(path.read_bytes() + line[50:])
    mended = read_journal(path, torn.position)
    assert torn.torn is not None
    assert torn.torn.sort is FaultSort.TORN
    assert mended.events == [EVENTS[1]]
    assert mended.torn is None


def test_a_newer_format_is_refused_with_its_path(write_log: WriteLog) -> None:
    path = write_log("a", EVENTS[0])
    newer = b'{"pmflash":"reviews","format":2,"sum":"33394f89"}\n'
    path.write_bytes(newer + path.read_bytes())
    with pytest.raises(StorageError, match=r"reviews-a\.jsonl` was written by a newer"):
        read_journal(path, None)
