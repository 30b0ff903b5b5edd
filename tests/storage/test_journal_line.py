import json
from datetime import date, datetime
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import DAY_0, an_event
from pmflash.model.event import Event, EventKind
from pmflash.model.rating import Rating
from pmflash.storage.journal_line import (
    FORMAT,
    decode_event,
    decode_events,
    encode_event,
    encode_header,
    header_format,
    is_sealed,
    is_unknown_kind,
    split_lines,
)

EVENT = an_event(id="0123456789abcdef", at="2026-01-05T08:00:00.000000Z")
LINE = encode_event(EVENT).removesuffix(b"\n")
HEADER = encode_header("laptop").removesuffix(b"\n")

MALFORMED: tuple[dict[str, object], ...] = (
    {"id": 3},
    {"card": None},
    {"at": "2026-01-05"},
    {"at": "2026-01-05T08:00:00.000000+"},
    {"offset": "60"},
    {"offset": True},
    {"day": "yesterday"},
    {"day": 5},
    {"kind": "guess"},
    {"kind": []},
    {"rating": "great"},
    {"quality": "4"},
    {"ms": 1.5},
    {"target": 7},
    {"note": 7},
    {"spoken": "85"},
    {"rev": 1.5},
)
SENSELESS: tuple[dict[str, object], ...] = (
    {"quality": 6},
    {"quality": -1},
    {"quality": 10**4000},
    {"ms": -1},
    {"spoken": -1},
    {"rev": 10**20},
    {"ms": 10**400},
    {"day": "1970-12-31"},
    {"day": "9000-01-01"},
    {"day": "0001-01-01"},
    {"day": "9999-12-31"},
    {"at": "0001-01-01T00:00:00.000000Z"},
    {"at": "9999-12-31T23:59:59.999999Z"},
    {"at": "2026-13-05T08:00:00.000000Z"},
    {"at": "2026-01-05T08:00:00.000+01Z"},
    {"at": "x" * 26 + "Z"},
)

texts = st.text(st.characters())
events = st.builds(
    Event,
    id=texts,
    kind=st.sampled_from(EventKind),
    card=texts,
    at=st.datetimes(datetime(1970, 1, 1), datetime(9000, 12, 31)).map(
        lambda at: at.isoformat(timespec="microseconds") + "Z"
    ),
    offset_minutes=st.integers(-900, 900),
    day=st.dates(date(1971, 1, 1), date(8999, 12, 31)),
    rating=st.none() | st.sampled_from(Rating),
    quality=st.none() | st.integers(0, 5),
    milliseconds=st.integers(0, 10**10),
    target=texts,
    note=texts,
    spoken_seconds=st.integers(0, 10**6),
    rev=st.integers(-(10**6), 10**6),
)


EDGES: dict[str, tuple[str, ...]] = {
    "id": ('"0123456789abcdef"', '"0123456789ABCDEF"', '"\\u0030"', '""'),
    "card": ('"a/b/c"', '"é/b"', '"\\""', '"a\tb"', '"\ud800"', '""'),
    "at": (
        '"2026-01-05T08:00:00.000000Z"',
        '"2026-01-06T23:59:59.999999Z"',
        '"2026-01-05T24:00:00.000000Z"',
        '"2026-02-30T08:00:00.000000Z"',
        '"1970-12-31T08:00:00.000000Z"',
        '"1969-12-31T08:00:00.000000Z"',
        '"9001-01-01T08:00:00.000000Z"',
        '"2026-01-05T08:00:00.00000Z"',
        '"２026-01-05T08:00:00.000000Z"',
    ),
    "offset": ("60", "-210", "0", "-0", "007", "99999", "6e1", '"60"'),
    "day": ('"2026-01-05"', '"2026-02-30"', '"1970-12-31"', '"9000-01-01"', '"5"'),
    "kind": ('"review"', '"drill"', '"cram"', '"suspend"', '"guess"'),
    "rating": ('"again"', '"good"', '"great"'),
    "quality": ("0", "5", "6", "04", "4.0", "null"),
    "ms": ("4000", "9999999999", "99999999999", "0", "-1", "01", "true"),
    "rev": ("2", "0", "-3", "999999999", "9999999999", '"2"'),
    "mood": ('"fine"',),
}
usual_lines = st.fixed_dictionaries(
    {name: st.sampled_from((texts[0],) * 6 + texts) for name, texts in EDGES.items()}
    | {"ms": st.sampled_from(("",) * 3 + EDGES["ms"])}
    | {"rev": st.sampled_from(("",) * 6 + EDGES["rev"])}
    | {"mood": st.sampled_from(("",) * 9 + EDGES["mood"])}
)
"""Answers as we write them, with values at and beyond the edge of what can be read."""


def sealed(text: str) -> bytes:
    body = text.encode(errors="surrogatepass")[:-1]
    return body + b',"sum":"%08x"}' % crc32(body)


def changed(**fields: object) -> bytes:
    record = json.loads(LINE)
    del record["sum"]
    return sealed(json.dumps({**record, **fields}, separators=(",", ":")))


@given(events)
def test_every_event_comes_back_from_its_line(event: Event) -> None:
    line = encode_event(event)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert decode_event(line[:-1]) == event


@given(st.lists(events))
def test_many_lines_at_once_are_read_like_each_alone(events: list[Event]) -> None:
    found, others = decode_events(b"".join(map(encode_event, events)))
    assert found == events
    assert others == []


@given(usual_lines)
def test_the_fast_way_to_read_agrees_with_the_general_one(
    texts: dict[str, str],
) -> None:
    fields = ",".join(f'"{name}":{text}' for name, text in texts.items() if text)
    line = sealed(f"{{{fields}}}")
    event = decode_event(line)
    expected: tuple[object, object] = ([event], []) if event else ([], [(0, line)])
    assert decode_events(line + b"\n") == expected


def test_lines_that_are_no_events_come_back_with_their_numbers() -> None:
    whole = b"\n".join([HEADER, LINE, b"", LINE.replace(b"4", b"5", 1), LINE, b""])
    _, _, empty, flipped, *_ = whole.split(b"\n")
    assert decode_events(whole) == (
        [EVENT, EVENT],
        [(0, HEADER), (2, empty), (3, flipped)],
    )


def test_every_changed_byte_among_many_lines_costs_only_its_line() -> None:
    for place in range(len(LINE)):
        for byte in set(range(256)) - {LINE[place], 10}:
            flipped = LINE[:place] + bytes([byte]) + LINE[place + 1 :]
            whole = b"\n".join([LINE, flipped, LINE, b""])
            assert decode_events(whole) == ([EVENT, EVENT], [(1, flipped)])


def test_a_line_is_what_the_format_promises_forever() -> None:
    assert LINE == (
        b'{"id":"0123456789abcdef","card":"flexport/a/answer",'
        b'"at":"2026-01-05T08:00:00.000000Z","offset":60,"day":"2026-01-05",'
        b'"kind":"review","rating":"good","quality":4,"ms":4000,"sum":"22c60590"}'
    )


def test_a_header_is_what_the_format_promises_forever() -> None:
    assert HEADER == (
        b'{"pmflash":"reviews","format":1,"device":"laptop","sum":"5a34f17b"}'
    )


def test_an_undo_carries_its_target_and_nothing_that_does_not_apply() -> None:
    undo = Event("a", EventKind.UNDO, "c", EVENT.at, 0, DAY_0, target="b")
    record = json.loads(encode_event(undo))
    assert list(record)[-2:] == ["target", "sum"]
    assert not {"rating", "quality", "ms"} & record.keys()


@pytest.mark.parametrize("line", [LINE, HEADER])
def test_every_changed_byte_of_a_line_is_noticed(line: bytes) -> None:
    for place in range(len(line)):
        for byte in set(range(256)) - {line[place]}:
            flipped = line[:place] + bytes([byte]) + line[place + 1 :]
            assert not is_sealed(flipped)


def test_a_line_that_is_not_whole_holds_nothing() -> None:
    for length in range(len(LINE)):
        assert decode_event(LINE[:length]) is None
    for length in range(len(HEADER)):
        assert header_format(HEADER[:length]) is None


def test_every_changed_byte_of_a_header_makes_it_none() -> None:
    for place in range(len(HEADER)):
        for byte in set(range(256)) - {HEADER[place]}:
            flipped = HEADER[:place] + bytes([byte]) + HEADER[place + 1 :]
            assert header_format(flipped) is None


@pytest.mark.parametrize("fields", MALFORMED)
def test_a_field_of_a_wrong_type_is_no_event(fields: dict[str, object]) -> None:
    assert decode_event(changed(**fields)) is None


@pytest.mark.parametrize("fields", SENSELESS, ids=lambda fields: str(fields)[:30])
def test_a_value_that_no_answer_can_have_is_no_event(fields: dict[str, object]) -> None:
    assert decode_event(changed(**fields)) is None


def test_a_field_of_a_later_version_does_no_harm() -> None:
    assert decode_event(changed(mood="fine")) == EVENT
    assert EVENT.day == date(2026, 1, 5)


@pytest.mark.parametrize("text", ["[]", "3", "nonsense", "{} {}", "[" * 9999])
def test_a_whole_line_of_something_else_is_no_event(text: str) -> None:
    line = sealed(text)
    assert decode_event(line) is None
    assert header_format(line) is None
    assert not is_unknown_kind(line)


def test_only_a_whole_event_can_be_of_an_unknown_kind() -> None:
    assert is_unknown_kind(changed(kind="guess"))
    assert not is_unknown_kind(LINE)
    assert not is_unknown_kind(HEADER)
    assert not is_unknown_kind(changed(kind="guess").replace(b"guess", b"gnome"))


def test_lines_whose_line_feeds_are_lost_are_told_apart() -> None:
    assert split_lines(HEADER + LINE + LINE[:9] + LINE) == [
        HEADER,
        LINE,
        LINE[:9],
        LINE,
    ]
    assert split_lines(b"noise" + LINE) == [b"noise", LINE]


def test_a_whole_line_is_one_whatever_a_later_version_puts_into_it() -> None:
    nested = changed(kind="guess", parts=[{"id": "a"}])
    assert split_lines(nested) == [nested]
    assert split_lines(nested + b"\r") == [nested + b"\r"]


def test_a_card_that_looks_like_a_line_is_not_taken_apart() -> None:
    line = changed(card='{"id":"a"}')
    assert split_lines(line + LINE) == [line, LINE]


def test_a_header_says_its_format() -> None:
    newer = sealed('{"pmflash":"reviews","format":2,"device":"x"}')
    assert header_format(HEADER) == FORMAT
    assert header_format(newer) == 2
    assert header_format(b'{"pmflash":"reviews","format":2}') == 2
    assert header_format(LINE) is None
