from datetime import date
from typing import Any

import pytest

from builders import DAY_0, an_event
from doctor.patient import findings, log, rules, the_finding
from learner import Learner
from pmflash.model.event import Event, EventKind
from pmflash.storage.journal_line import encode_event, encode_header


def write(learner: Learner, *events: Event) -> None:
    lines = b"".join(map(encode_event, events))
    log(learner).write_bytes(encode_header("laptop") + lines)


def at(moment: str, **changes: Any) -> Event:
    return an_event(at=f"2026-01-{moment}.000000Z", **changes)


@pytest.mark.parametrize(
    ("later", "found"),
    [("05T08:00:00", []), ("05T07:59:10", []), ("05T07:58:50", ["clock-went-back"])],
)
def test_a_clock_that_went_back_by_over_a_minute_is_named(
    later: str, found: list[str], learner: Learner
) -> None:
    write(learner, at("05T08:00:00"), at(later))
    assert [rule for rule in rules(learner) if "clock" in rule] == found


@pytest.mark.parametrize(
    ("moment", "found"), [("05T07:59:00", []), ("06T08:00:00", ["future-event"])]
)
def test_answers_that_are_still_to_come_are_named(
    moment: str, found: list[str], learner: Learner
) -> None:
    write(learner, at("05T07:00:00"), at(moment, day=date(2026, 1, int(moment[:2]))))
    assert [rule for rule in rules(learner) if "event" in rule] == found


def test_answers_of_a_clock_that_was_a_year_ahead_are_trouble(learner: Learner) -> None:
    day = date(2027, 1, 5)
    late = [an_event(day=day, at=f"{day}T08:0{n}:00.000000Z") for n in (0, 1)]
    write(learner, at("05T07:00:00"), *late, at("05T07:01:00"))
    finding, backwards, _ = findings(learner)
    assert (finding.rule, finding.is_trouble, finding.line) == ("future-event", True, 3)
    assert finding.details == ("lines 3 to 4",)
    assert finding.message.startswith("2 events later than now, up to 2027-01-05")
    assert "delete these lines and the copies" in finding.help
    assert (backwards.rule, backwards.line) == ("clock-went-back", 5)
    assert backwards.message.endswith("a clock was put back, a merge, or `--fix`")


def test_a_study_day_that_is_not_that_of_its_moment_is_named(learner: Learner) -> None:
    write(learner, at("05T02:59:00"), at("05T03:00:00"))
    found = [rule for rule in rules(learner) if "day" in rule]
    assert found == ["other-study-day"]


def test_a_drill_after_the_end_of_its_day_is_in_order(learner: Learner) -> None:
    write(learner, at("05T08:00:00"), at("06T08:00:00", kind=EventKind.DRILL))
    assert "other-study-day" not in rules(learner)


def test_days_that_began_at_another_hour_are_only_noted(learner: Learner) -> None:
    learner.writes("settings.yaml", "day_starts_at: 12\n")
    finding = the_finding(learner)
    assert (finding.rule, finding.is_trouble, finding.line) == (
        "other-study-day",
        False,
        2,
    )
    assert "a day that begins at 12:00 gives" in finding.message
    assert learner.saved()[0].day == DAY_0
