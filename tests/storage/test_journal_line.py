import json
from datetime import date

import pytest
from hypothesis import given

from builders import DAY_0, an_event
from log_lines import events, sealed
from pmflash.model.event import Event, EventKind
from pmflash.storage.journal_line import (
    FORMAT,
    decode_event,
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
    {"offset": 1441},
    {"offset": -1441},
    {"offset": 10**12},
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
