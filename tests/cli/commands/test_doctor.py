import json

import pytest

from learner import Learner, answered
from pmflash.model.failure import ExitCode
from shell import Shell

HEALTHY = (
    "Healthy: 1 event in 1 log, 1 card with progress, no copies. "
    "Every due date follows from the log.\n"
)


@pytest.fixture(autouse=True)
def one_answer(learner: Learner) -> None:
    collection = learner.opens()
    answered(collection, collection.session(), ["Good"])


def tear(learner: Learner) -> None:
    path = learner.locations.progress / "reviews-laptop.jsonl"
    path.write_bytes(path.read_bytes() + b"torn\x1b[2J")


def test_a_healthy_home_is_said_to_be_one(pmflash: Shell) -> None:
    ran = pmflash("doctor")
    assert (ran.code, ran.out, ran.err) == (ExitCode.FINE, "", HEALTHY)


def test_what_was_found_is_told_with_its_place(
    pmflash: Shell, learner: Learner
) -> None:
    tear(learner)
    ran = pmflash("doctor")
    assert ran.code is ExitCode.CONTENT
    assert ran.out == (
        "home/progress/reviews-laptop.jsonl:3: trouble[torn-end]: the last line is "
        "torn, as by a power cut, and does not count\n"
        "  = help: `pmflash doctor --fix` sets it aside; so does the next answer\n"
    )
    assert ran.err.startswith("1 trouble; looked at 1 event in 1 log")


def test_fixing_tells_what_it_mended_and_looks_again(
    pmflash: Shell, learner: Learner
) -> None:
    tear(learner)
    ran = pmflash("doctor", "--fix")
    assert (ran.code, ran.err) == (ExitCode.FINE, HEALTHY)
    assert ran.out.startswith("mended: home/progress/reviews-laptop.jsonl:3: ")
    assert pmflash("doctor").out == ""


def test_notes_alone_leave_a_home_healthy(pmflash: Shell, learner: Learner) -> None:
    learner.writes("seeds/cells.yaml", "title: Cells\n")
    ran = pmflash("doctor")
    assert ran.code is ExitCode.FINE
    assert ran.out.startswith("note[gone-card]: 1 card with progress but without")
    assert "    cells/wall/answer: 1 review\n" in ran.out


def test_programs_read_it_as_data(pmflash: Shell, learner: Learner) -> None:
    tear(learner)
    told = json.loads(pmflash("doctor", "--json").out)
    assert (told["version"], told["is_healthy"], told["events"]) == (1, False, 1)
    assert told["logs"] == [
        {"path": "home/progress/reviews-laptop.jsonl", "device": "laptop", "events": 1}
    ]
    (finding,) = told["findings"]
    assert (finding["rule"], finding["line"]) == ("torn-end", 3)
    assert finding["is_mendable"]


def test_a_log_of_a_newer_version_is_a_failure_of_storage(
    pmflash: Shell, learner: Learner
) -> None:
    phone = learner.locations.progress / "reviews-phone.jsonl"
    phone.write_text('{"pmflash":"reviews","format":99}\n')
    ran = pmflash("doctor", "--fix")
    assert ran.code is ExitCode.STORAGE
    assert "was written by a newer pmflash" in ran.err
