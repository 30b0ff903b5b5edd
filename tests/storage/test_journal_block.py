from hypothesis import given
from hypothesis import strategies as st

from builders import an_event
from log_lines import events, sealed, usual_lines
from pmflash.model.event import Event, EventKind
from pmflash.storage.journal_block import decode_events
from pmflash.storage.journal_line import decode_event, encode_event, encode_header

EVENT = an_event(id="0123456789abcdef", at="2026-01-05T08:00:00.000000Z")
LINE = encode_event(EVENT).removesuffix(b"\n")
HEADER = encode_header("laptop").removesuffix(b"\n")


@given(st.lists(events))
def test_many_lines_at_once_are_read_like_each_alone(events: list[Event]) -> None:
    found, others = decode_events(b"".join(map(encode_event, events)))
    assert sorted(found, key=str) == sorted(events, key=str)
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


def test_an_answer_that_a_line_feed_breaks_in_two_costs_only_its_two_lines() -> None:
    broken = sealed(encode_event(EVENT)[:-21].decode().replace("/a/", "/a\n/") + "}")
    assert broken.count(b"\n") == 1
    first, second = broken.split(b"\n")
    whole = b"\n".join([LINE, broken, LINE, b""])
    assert decode_events(whole) == ([EVENT, EVENT], [(1, first), (2, second)])


def test_answers_come_before_the_events_of_other_kinds() -> None:
    undo = an_event(kind=EventKind.UNDO, rating=None, quality=None, target=EVENT.id)
    found, others = decode_events(encode_event(undo) + LINE + b"\n")
    assert (found, others) == ([EVENT, undo], [])


def test_all_answers_of_a_card_share_its_name() -> None:
    found, _ = decode_events(LINE + b"\n" + LINE + b"\n")
    first, second = found
    assert first.card is second.card
