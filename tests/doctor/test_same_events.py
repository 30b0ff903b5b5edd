import pytest

from builders import an_event
from doctor.patient import findings, log, rules
from learner import Learner
from pmflash.doctor.base import Finding
from pmflash.storage.journal_line import encode_event

COPIES = (
    "reviews-laptop (conflicted copy 2026-01-05).jsonl",
    "reviews-laptop (learner's conflicted copy 2026-01-05).jsonl",
    "reviews-laptop.sync-conflict-20260105-080000-ABCDEFG.jsonl",
    "reviews-laptop-DESKTOP-7.jsonl",
    "reviews-laptop (1).jsonl",
    "reviews-laptop 2.jsonl",
)


def copied(learner: Learner, name: str, extra: bytes = b"") -> Finding:
    path = log(learner, f"progress/{name}")
    path.write_bytes(log(learner).read_bytes() + extra)
    return next(each for each in findings(learner) if each.path == path)


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_that_a_sync_program_left_is_read_and_named(
    name: str, learner: Learner
) -> None:
    extra = an_event("biology/f03/answer")
    finding = copied(learner, name, encode_event(extra))
    assert (finding.rule, finding.is_trouble) == ("copied-log", False)
    assert "device `laptop`, with 1 event that its own log lacks" in finding.message
    assert finding.help == "keep it"
    assert learner.opens().standing("biology/f03/answer").review_count == 1


def test_a_copy_with_nothing_of_its_own_may_go(learner: Learner) -> None:
    assert copied(learner, COPIES[0]).help == "you may delete it"
    assert rules(learner) == ["copied-log", "repeated-event"]


def test_two_copies_never_send_each_other_away(learner: Learner) -> None:
    extra = encode_event(an_event("biology/f03/answer"))
    copied(learner, COPIES[0], extra)
    assert copied(learner, COPIES[1], extra).help == "keep it"


def test_a_log_of_another_device_is_no_copy(learner: Learner) -> None:
    lines = log(learner).read_bytes()
    phone = log(learner, "progress/reviews-phone.jsonl")
    phone.write_bytes(lines[lines.index(b"\n") + 1 :])
    assert rules(learner) == ["repeated-event"]


def test_two_events_of_one_id_are_told_apart(learner: Learner) -> None:
    first = learner.saved()[0]
    other = encode_event(an_event(first.card, id=first.id))
    finding = copied(learner, COPIES[0], other)
    clash = next(each for each in findings(learner) if each.rule == "clashing-event")
    assert (clash.is_trouble, clash.path, clash.line) == (True, finding.path, 6)
    assert ".jsonl:2, which counts; this does not" in clash.message
