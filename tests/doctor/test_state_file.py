import json
from typing import Any

import pytest

from doctor.patient import findings, log, mend, saved_state, tampered, the_finding
from learner import Learner, answered

CARD = "biology/f01/answer"


@pytest.fixture(autouse=True)
def kept(learner: Learner) -> None:
    """The state was kept when the learner left."""
    learner.opens().keep_snapshot(at_least=0)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            [1, "2030-01-01", 1, "2026-01-05", 1, 0, 1, 250],
            "due 2030-01-01, and by the",
        ),
        ([1], "due never, and by the log 2026-01-06"),
        ([], "nothing that can be read"),
        ("text", "nothing that can be read"),
        (None, "nothing that can be read"),
    ],
)
def test_what_other_programs_would_read_wrong_is_named(
    row: Any, told: str, learner: Learner
) -> None:
    with tampered(learner) as record:
        record["cards"][CARD] = row
    finding = the_finding(learner)
    assert (finding.rule, finding.is_trouble) == ("wrong-state", True)
    assert finding.details[0].startswith(f"{CARD}: {told}")
    mend(learner)
    assert findings(learner) == []


def test_a_card_that_other_programs_would_not_find_is_named(learner: Learner) -> None:
    with tampered(learner) as record:
        record["cards"].pop(CARD)
    assert the_finding(learner).details[0].startswith(f"{CARD}: answers 0, and by")


def test_what_was_answered_since_is_not_missed_there(learner: Learner) -> None:
    collection = learner.opens()
    answered(collection, collection.session(), ["Good"])
    assert findings(learner) == []


def test_other_settings_since_are_no_fault_of_it(learner: Learner) -> None:
    learner.writes("settings.yaml", "sm2: text\n")
    assert findings(learner) == []


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"cards":{}}'])
def test_a_damaged_state_is_only_noted(content: bytes, learner: Learner) -> None:
    saved_state(learner).write_bytes(content)
    finding = the_finding(learner)
    assert (finding.rule, finding.is_trouble) == ("unused-state", False)
    mend(learner)
    assert not saved_state(learner).exists()


def test_a_state_of_another_machine_is_only_noted(learner: Learner) -> None:
    with tampered(learner) as record:
        record["logs"][0]["file"] = "reviews-phone.jsonl"
    finding = the_finding(learner)
    assert finding.rule == "unused-state"
    assert "are others by now, as after a restore" in finding.message


def test_a_state_of_logs_that_are_others_by_now_is_only_noted(learner: Learner) -> None:
    lines = log(learner).read_bytes().splitlines(keepends=True)
    log(learner).write_bytes(b"".join(lines[:-1]))
    assert json.loads(saved_state(learner).read_bytes())["logs"][0]["lines"] == 5
    assert the_finding(learner).rule == "unused-state"
