from datetime import UTC, datetime, timedelta, tzinfo
from typing import Self

import pytest

from pmflash.clock import find_clock, offset_minutes, utc_text
from pmflash.model.failure import StorageError, UsageError
from pmflash.storage.journal_line import OFFSETS

TOLD = "2026-11-21T08:00:00+01:00"


def test_a_clock_that_is_told_the_time_starts_there() -> None:
    late = find_clock({"PMFLASH_NOW": TOLD})() - datetime.fromisoformat(TOLD)
    assert timedelta(0) <= late < timedelta(minutes=1)


def test_a_clock_that_is_told_the_time_ticks_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seconds = iter((100.0, 107.5))
    monkeypatch.setattr("pmflash.clock.time.monotonic", lambda: next(seconds))
    clock = find_clock({"PMFLASH_NOW": TOLD})
    assert clock().isoformat() == "2026-11-21T08:00:07.500000+01:00"


@pytest.mark.parametrize("environ", [{}, {"PMFLASH_NOW": ""}])
def test_a_clock_that_is_told_nothing_is_the_systems(environ: dict[str, str]) -> None:
    before = datetime.now(UTC)
    assert before <= find_clock(environ)() <= datetime.now(UTC)


@pytest.mark.parametrize("year", [1, 999, 9000, 9999])
def test_a_system_whose_year_cannot_be_counted_with_is_told(
    year: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pmflash.clock.datetime", _system_at(datetime(year, 6, 1, 12)))
    with pytest.raises(StorageError) as raised:
        find_clock({})()
    assert raised.value.message == f"the clock here says it is {year:04}-06-01"
    assert raised.value.help == "set the clock of this computer, then try again"


@pytest.mark.parametrize("year", [1000, 1970, 2026, 8999])
def test_a_system_that_is_merely_wrong_is_believed(
    year: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = datetime(year, 6, 1, 12)
    monkeypatch.setattr("pmflash.clock.datetime", _system_at(moment))
    assert find_clock({})().replace(tzinfo=None) == moment


def test_a_system_whose_moment_is_in_no_calendar_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # An hour further, in most time zones, would be a day of the year 10000.
    last = _system_at(datetime(9999, 12, 31, 23, 59))
    monkeypatch.setattr(last, "astimezone", lambda _: last.max + timedelta(1))
    monkeypatch.setattr("pmflash.clock.datetime", last)
    with pytest.raises(StorageError, match="no moment that a calendar has"):
        find_clock({})()


def _system_at(moment: datetime) -> type[datetime]:
    """A `datetime` whose present moment is another."""

    class System(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls(*moment.timetuple()[:6], tzinfo=tz)

    return System


@pytest.mark.parametrize("told", [None, "2026-11-21T08:00:00", "2026-11-21", TOLD])
def test_every_clock_knows_its_offset_from_utc(told: str | None) -> None:
    clock = find_clock({"PMFLASH_NOW": told} if told else {})
    assert clock().utcoffset() is not None


@pytest.mark.parametrize(
    "told", ["tomorrow", "8:00", "2026-13-01", "0001-01-01T00:00", "9999-12-31T23:59Z"]
)
def test_a_time_that_is_none_is_refused_with_an_example(told: str) -> None:
    with pytest.raises(UsageError) as refused:
        find_clock({"PMFLASH_NOW": told})
    assert told in refused.value.message
    assert TOLD in refused.value.help


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        ("2026-01-05T08:00:00+01:00", "2026-01-05T07:00:00.000000Z"),
        ("2026-01-05T00:30:00.25+13:00", "2026-01-04T11:30:00.250000Z"),
        ("2026-01-05T20:00:00-08:00", "2026-01-06T04:00:00.000000Z"),
    ],
)
def test_the_log_is_written_in_utc(moment: str, text: str) -> None:
    assert utc_text(datetime.fromisoformat(moment)) == text


def test_moments_sort_as_the_log_writes_them() -> None:
    start = datetime.fromisoformat("2025-12-31T23:59:59.999990+13:00")
    moments = [start + timedelta(microseconds=step) for step in range(20)]
    texts = [utc_text(moment) for moment in moments]
    assert texts == sorted(texts)


@pytest.mark.parametrize(
    ("offset", "minutes"), [("+01:00", 60), ("+05:30", 330), ("-08:00", -480)]
)
def test_an_offset_counts_minutes_ahead_of_utc(offset: str, minutes: int) -> None:
    moment = datetime.fromisoformat(f"2026-01-05T08:00:00{offset}")
    assert offset_minutes(moment) == minutes


@pytest.mark.parametrize("offset", ["+23:59:59.999999", "-23:59:59.999999", "-00:30"])
def test_a_log_can_hold_every_offset_that_a_clock_may_have(offset: str) -> None:
    moment = datetime.fromisoformat(f"2026-01-05T08:00:00{offset}")
    assert offset_minutes(moment) in OFFSETS


def test_a_moment_without_an_offset_is_taken_as_utc() -> None:
    assert offset_minutes(datetime(2026, 1, 5, 8)) == 0
