"""Events and lines of a log: any that there can be, and those at an edge."""

from datetime import date, datetime
from zlib import crc32

from hypothesis import strategies as st

from pmflash.model.event import Event, EventKind
from pmflash.model.rating import Rating

texts = st.text(st.characters())
events = st.builds(
    Event,
    id=texts,
    kind=st.sampled_from(EventKind),
    card=texts,
    at=st.datetimes(datetime(1970, 1, 1), datetime(9000, 12, 31)).map(
        lambda at: at.isoformat(timespec="microseconds") + "Z"
    ),
    offset_minutes=st.integers(-1440, 1440),
    day=st.dates(date(1971, 1, 1), date(8999, 12, 31)),
    rating=st.none() | st.sampled_from(Rating),
    quality=st.none() | st.integers(0, 5),
    milliseconds=st.integers(0, 10**10),
    target=texts,
    note=texts,
    spoken_seconds=st.integers(0, 10**6),
    rev=st.integers(-(10**6), 10**6),
)
"""Whatever can be written."""

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
    "offset": (
        *("60", "-210", "0", "-0", "1440", "1441", "-1440", "-1441"),
        *("007", "99999", "6e1", '"60"'),
    ),
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
    """A line of `text`, which ends in a brace, with the right sum."""
    body = text.encode(errors="surrogatepass")[:-1]
    return body + b',"sum":"%08x"}' % crc32(body)
