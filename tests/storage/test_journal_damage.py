"""Every way in which one byte, one line or the end of a review log can go wrong."""

from collections.abc import Callable, Iterable, Iterator
from itertools import permutations
from operator import attrgetter
from pathlib import Path
from zlib import crc32

import pytest

from builders import an_event
from pmflash.model.event import Event
from pmflash.storage.journal import Journals
from pmflash.storage.journal_line import encode_event, encode_header
from pmflash.storage.journal_reader import read_journal
from pmflash.storage.locations import Locations

WriteLog = Callable[..., Path]
EVENTS = tuple(an_event() for _ in range(4))
HEADER, *LINES = (encode_header("laptop"), *map(encode_event, EVENTS))
LATER = an_event()
ALL_LINES = (HEADER, *LINES)
IN_ORDER = attrgetter("at", "id")
IN_A_LINE = [bytes([value]) for value in range(256) if value != ord("\n")]


@pytest.fixture(autouse=True)
def no_power_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here waits for the disk: what is tested is what files hold."""
    monkeypatch.setattr("os.fsync", lambda _: None)


def cuts() -> Iterator[tuple[bytes, int]]:
    """A log cut at every byte of its last three lines, and how many events it holds."""
    whole = HEADER + b"".join(LINES)
    for length in range(len(HEADER + LINES[0]), len(whole) + 1):
        ends = (len(HEADER) + sum(map(len, LINES[:n])) for n in (1, 2, 3, 4))
        # The line feed alone may be missing: the event is whole without it.
        yield whole[:length], sum(end - 1 <= length for end in ends)


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_every_cut_keeps_what_is_whole_and_is_mended_by_the_next_answer(
    locations: Locations, line_end: bytes
) -> None:
    locations.progress.mkdir(parents=True)
    log = locations.progress / "reviews-laptop.jsonl"
    for content, count in cuts():
        log.write_bytes(content.replace(b"\n", line_end))
        journals = Journals(locations)
        assert journals.read_new() == EVENTS[:count]
        journals.append(LATER)
        mended = Journals(locations)
        assert mended.read_new() == (*EVENTS[:count], LATER)
        assert mended.notices == ()


def test_what_a_cut_leaves_of_a_line_is_kept_aside(locations: Locations) -> None:
    locations.progress.mkdir(parents=True)
    log = locations.progress / "reviews-laptop.jsonl"
    aside = locations.progress / "damaged-laptop.jsonl"
    for length in range(1, len(LINES[1]) - 1):
        log.write_bytes(HEADER + LINES[0] + LINES[1][:length])
        Journals(locations).append(LATER)
        assert log.read_bytes() == HEADER + LINES[0] + encode_event(LATER)
        assert LINES[1][:length] in aside.read_bytes().split(b"\n")


@pytest.mark.parametrize("count", [1, 190, 4096, 1 << 17])
def test_a_disk_that_gave_room_and_no_content_costs_no_answer(
    locations: Locations, count: int
) -> None:
    locations.progress.mkdir(parents=True)
    log = locations.progress / "reviews-laptop.jsonl"
    for half in (b"", LINES[3][:50], LINES[3][:-1]):
        log.write_bytes(b"".join(ALL_LINES[:-1]) + half + bytes(count))
        journals = Journals(locations)
        assert journals.read_new() == EVENTS[:3]
        assert "stops in the middle of line 5" in journals.notices[0]
        journals.append(LATER)
        assert log.read_bytes() == b"".join(ALL_LINES[:-1]) + encode_event(LATER)


def read(log: Path, lines: Iterable[bytes]) -> tuple[list[Event], bool]:
    """What a log of these lines holds, and whether something is noticed."""
    log.write_bytes(b"".join(lines))
    reading = read_journal(log, None)
    return sorted(reading.events, key=IN_ORDER), bool(reading.faults or reading.torn)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "reviews-laptop.jsonl"


# A line for each byte, so that all of them are read at once.


@pytest.mark.parametrize("line", [HEADER, LINES[1]], ids=["header", "event"])
def test_every_other_byte_at_every_place_of_a_line_is_noticed(
    log: Path, line: bytes
) -> None:
    for place in range(len(line) - 1):
        others = [byte for byte in IN_A_LINE if byte != line[place : place + 1]]
        log.write_bytes(b"".join(line[:place] + b + line[place + 1 :] for b in others))
        reading = read_journal(log, None)
        assert reading.events == []
        assert len(reading.faults) == len(others) == 254


@pytest.mark.parametrize("line", [HEADER, LINES[1]], ids=["header", "event"])
def test_every_byte_too_many_inside_of_a_line_is_noticed(
    log: Path, line: bytes
) -> None:
    for place in range(1, len(line) - 1):
        log.write_bytes(b"".join(line[:place] + b + line[place:] for b in IN_A_LINE))
        reading = read_journal(log, None)
        assert len(reading.faults) == 255
        # A second brace in front leaves the line behind it whole.
        assert reading.events in ([], [EVENTS[1]])


@pytest.mark.parametrize("before", [b"", b"\n"])
@pytest.mark.parametrize("behind", [b"", b"\n"])
@pytest.mark.parametrize("number", range(1, len(ALL_LINES) + 1))
def test_a_byte_too_many_around_a_line_is_noticed_or_harmless(
    log: Path, number: int, before: bytes, behind: bytes
) -> None:
    # A whole log for each byte, and empty lines between them.
    start, rest = b"".join(ALL_LINES[:number]), b"".join(ALL_LINES[number:])
    logs = [start + before + byte + behind + rest + b"\n" for byte in IN_A_LINE]
    log.write_bytes(b"".join(logs))
    reading = read_journal(log, None)
    each_often = [event for event in EVENTS for _ in IN_A_LINE]
    assert sorted(reading.events, key=IN_ORDER) == each_often
    length = logs[0].count(b"\n")
    noticed = {(fault.line - 1) // length for fault in reading.faults}
    assert noticed >= {n for n, byte in enumerate(IN_A_LINE) if byte.strip()}


def test_a_byte_too_many_at_the_end_is_noticed_or_harmless(log: Path) -> None:
    for byte in IN_A_LINE:
        events, is_noticed = read(log, [*ALL_LINES, byte])
        assert tuple(events) == EVENTS
        assert is_noticed or byte.strip() == b""


@pytest.mark.parametrize("number", range(len(ALL_LINES)))
def test_a_line_feed_in_the_middle_of_a_line_costs_no_other_line(
    log: Path, number: int
) -> None:
    line, others = ALL_LINES[number], [*ALL_LINES]
    del others[number]
    left, _ = read(log, others)
    for place in range(1, len(line) - 1):
        for rest in (line[place:], line[place + 1 :]):
            broken = [*ALL_LINES]
            broken[number] = line[:place] + b"\n" + rest
            assert read(log, broken) == (left, True)


@pytest.mark.parametrize("number", range(len(ALL_LINES)))
def test_another_byte_in_place_of_a_line_feed_costs_one_line_at_most(
    log: Path, number: int
) -> None:
    for byte in IN_A_LINE:
        lines = [*ALL_LINES]
        lines[number] = lines[number][:-1] + byte
        events, is_noticed = read(log, lines)
        lost = [event for event in EVENTS if event not in events]
        assert lost in ([], [*EVENTS[max(0, number - 1) : number]])
        # A carriage return may stand at the end of a line that is whole.
        assert is_noticed or byte == b"\r"


@pytest.mark.parametrize("number", range(len(ALL_LINES)))
def test_a_byte_that_was_left_out_is_noticed_or_harmless(
    log: Path, number: int
) -> None:
    line = ALL_LINES[number]
    for place in range(len(line)):
        lines = [*ALL_LINES]
        lines[number] = line[:place] + line[place + 1 :]
        events, is_noticed = read(log, lines)
        assert set(events) <= set(EVENTS)
        assert is_noticed or tuple(events) == EVENTS


def test_a_lost_line_feed_loses_no_event(log: Path) -> None:
    joined = [HEADER[:-1], LINES[0][:-1], LINES[1][:-1], LINES[2], LINES[3]]
    assert read(log, joined) == ([*EVENTS], False)
    assert read(log, [b"".join(joined)[:-1]]) == ([*EVENTS], False)


def test_half_a_line_costs_nothing_of_the_line_that_was_written_after_it(
    log: Path,
) -> None:
    for length in range(1, len(LINES[1])):
        lines = [HEADER, LINES[0], LINES[1][:length], *LINES[2:]]
        events, _ = read(log, lines)
        assert set(events) >= {EVENTS[0], *EVENTS[2:]}


def test_lines_in_any_order_say_the_same(locations: Locations) -> None:
    locations.progress.mkdir(parents=True)
    log = locations.progress / "reviews-laptop.jsonl"
    for lines in permutations(ALL_LINES):
        log.write_bytes(b"".join(lines))
        journals = Journals(locations)
        assert journals.read_new() == EVENTS
        assert journals.notices == ()


def test_a_torn_end_after_a_lost_line_feed_is_cut_off_alone(
    locations: Locations,
) -> None:
    locations.progress.mkdir(parents=True)
    log = locations.progress / "reviews-laptop.jsonl"
    log.write_bytes(HEADER + LINES[0][:-1] + LINES[1][:40])
    Journals(locations).append(LATER)
    assert log.read_bytes() == HEADER + LINES[0] + encode_event(LATER)


def test_a_whole_line_of_a_kind_from_later_stays_though_it_has_no_end(
    locations: Locations, write_log: WriteLog
) -> None:
    log = write_log("laptop", EVENTS[0])
    body = LINES[1].replace(b"review", b"dreamt").rpartition(b',"sum"')[0]
    unknown = b'%b,"sum":"%08x"}' % (body, crc32(body))
    log.write_bytes(log.read_bytes() + unknown)
    Journals(locations).append(LATER)
    assert log.read_bytes().split(b"\n")[2:4] == [unknown, encode_event(LATER)[:-1]]
