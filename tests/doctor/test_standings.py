from datetime import timedelta
from typing import Any

import pytest

from doctor.patient import findings, mend, rules, tampered
from learner import Learner, answered
from pmflash.doctor.base import Finding
from pmflash.model.event import EventKind

CARD = "biology/f01/answer"
ROW = [1, "2026-01-06", 1, "2026-01-05", 1, 0, 1, 250]


def wrong(learner: Learner, rule: str = "wrong-standing") -> Finding:
    """The only finding of this rule."""
    (finding,) = (each for each in findings(learner) if each.rule == rule)
    return finding


@pytest.fixture
def rested(learner: Learner) -> Learner:
    """A month later: nothing of the log is read again at a start."""
    learner.watch.moment += timedelta(days=30)
    learner.opens().keep_snapshot(at_least=0)
    return learner


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ([1, "2030-01-01", *ROW[2:]], "due 2030-01-01, and by the log 2026-01-06"),
        ([2, *ROW[1:]], "answers 2, and by the log 1"),
        ([*ROW[:7], 260], "ease in hundredths 260, and by the log 250"),
        ([*ROW, {"suspended": True}], "suspended, and by the log it is not"),
        ([*ROW, {"flagged": True}], "flagged, and by the log it is not"),
        (
            [*ROW, {"buried_on": "2026-01-05"}],
            "buried 2026-01-05, and by the log never",
        ),
        ([*ROW, {"note": "\x1b[2J"}], "noted ␛[2J, and by the log (empty)"),
        ([*ROW, {"rev": 3}], "reviewed at rev 3, and by the log 0"),
        (
            [*ROW, {"spoken": [9, 8]}],
            "last and best spoken seconds 9 and 8, and by the log 0 and 0",
        ),
        ([1], "due never, and by the log 2026-01-06"),
    ],
)
def test_whatever_a_card_has_otherwise_than_the_log_is_named(
    row: list[Any], told: str, rested: Learner
) -> None:
    with tampered(rested) as record:
        record["cards"][CARD] = row
    finding = wrong(rested)
    assert (finding.is_trouble, finding.details) == (True, (f"{CARD}: {told}",))
    mend(rested)
    assert findings(rested) == []


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (EventKind.SUSPEND, "not suspended, and by the log it is"),
        (EventKind.FLAG, "not flagged, and by the log it is"),
        (EventKind.BURY, "buried never, and by the log 2026-01-05"),
    ],
)
def test_a_mark_that_the_screens_have_lost_is_named(
    kind: EventKind, told: str, learner: Learner
) -> None:
    collection = learner.opens()
    collection.marked(collection.session(), kind, CARD)
    learner.watch.moment += timedelta(days=30)
    learner.opens().keep_snapshot(at_least=0)
    with tampered(learner) as record:
        record["cards"][CARD] = ROW
    assert wrong(learner).details == (f"{CARD}: {told}",)


def test_a_card_that_no_log_speaks_of_is_named(rested: Learner) -> None:
    with tampered(rested) as record:
        record["cards"]["biology/never/answer"] = ROW
    told = "biology/never/answer: answers 1, and by the log 0; due 2026-01-06, and by"
    assert wrong(rested).details[0].startswith(told)


def test_days_that_were_not_studied_are_named(rested: Learner) -> None:
    with tampered(rested) as record:
        record["study_days"] = ["2026-01-04"]
    assert wrong(rested, "wrong-day").details == (
        "2026-01-04: studied, and by the log it was not",
        "2026-01-05: not studied, and by the log it was",
    )
    mend(rested)
    assert findings(rested) == []


def test_what_is_not_known_of_today_is_named(learner: Learner) -> None:
    collection = learner.opens()
    answered(collection, collection.session(), ["Good"])
    collection.keep_snapshot(at_least=0)
    with tampered(learner) as record:
        record["before"][CARD] = record["cards"][CARD]
        record["events"] = [e for e in record["events"] if e["card"] != CARD]
    told = "2026-01-05: 1 answer or mark otherwise than in the log"
    assert told in wrong(learner, "wrong-day").details


@pytest.mark.parametrize("row", ["text", [None] * 8, [1, {"buried_on": 7}]])
def test_a_state_that_no_screen_can_use_misleads_other_programs_alone(
    row: Any, rested: Learner
) -> None:
    with tampered(rested) as record:
        record["cards"][CARD] = row
    assert rules(rested) == ["wrong-state"]
    mend(rested)
    assert findings(rested) == []
