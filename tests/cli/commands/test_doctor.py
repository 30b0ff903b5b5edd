import json

import pytest

from learner import Learner, answered
from pmflash.doctor import registry
from pmflash.doctor.base import Case, Finding
from pmflash.model.failure import ExitCode
from pmflash.storage.backup_file import open_copy
from shell import Shell

LOOKING = "Looking over ~/home: reviews, copies and caches ...\n"
HEALTHY = (
    f"{LOOKING}Healthy: 1 event in 1 log, 1 card with progress, no copies. "
    "Every due date and every mark follows from the log.\n"
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
    assert ran.err.startswith(f"{LOOKING}1 trouble; looked at 1 event in 1 log")


def test_fixing_tells_what_it_mended_and_looks_again(
    pmflash: Shell, learner: Learner
) -> None:
    tear(learner)
    ran = pmflash("doctor", "--fix")
    assert ran.code is ExitCode.FINE
    assert ran.err == HEALTHY.replace("no copies", "1 copy")
    assert ran.out == (
        "home/progress/reviews-laptop.jsonl:3: mended[torn-end]: the last line is "
        "torn, as by a power cut, and does not count\n"
    )
    assert pmflash("doctor", "--fix").out == ""


def test_what_cannot_be_mended_is_told_beside_all_that_is_found(
    pmflash: Shell, learner: Learner
) -> None:
    tear(learner)
    (learner.locations.progress / "state.json").mkdir()
    ran = pmflash("doctor", "--fix")
    assert ran.code is ExitCode.STORAGE
    assert ran.out.startswith("home/progress/reviews-laptop.jsonl:3: mended[torn-end]")
    assert "home/progress/state.json: note[unused-state]" in ran.out
    assert "pmflash: cannot remove `home/progress/state.json`: a folder is" in ran.err


def test_a_home_is_looked_over_again_where_something_was_saved_meanwhile(
    pmflash: Shell, learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = iter([learner.opens()])

    def answered_meanwhile(case: Case) -> tuple[Finding, ...]:
        for collection in late:
            answered(collection, collection.session(), ["Good"])
        return ()

    checks = (answered_meanwhile, *registry.CHECKS)
    monkeypatch.setattr(registry, "CHECKS", checks)
    ran = pmflash("doctor")
    assert (ran.code, ran.out) == (ExitCode.FINE, "")
    assert "Healthy: 2 events in 1 log, 2 cards with progress" in ran.err


def test_a_learner_who_has_not_begun_is_told_so(
    pmflash: Shell, learner: Learner
) -> None:
    learner.locations.home.rename(learner.locations.home.with_name("away"))
    ran = pmflash("doctor")
    assert (ran.code, ran.out) == (ExitCode.FINE, "")
    assert ran.err == f"{LOOKING}Healthy: no reviews yet, no copies.\n"


def test_mistakes_in_decks_are_pointed_to(pmflash: Shell, learner: Learner) -> None:
    learner.writes("decks/own.yaml", "title: [\n")
    assert "something in your decks is wrong: `pmflash check`" in pmflash("doctor").err


def test_before_anything_is_mended_the_copy_of_the_day_is_made(
    pmflash: Shell, learner: Learner
) -> None:
    pmflash("doctor", "--fix")
    assert not learner.locations.backups.exists()
    tear(learner)
    pmflash("doctor", "--fix")
    (copy,) = learner.locations.backups.iterdir()
    with open_copy(copy) as made:
        assert made.read("progress/reviews-laptop.jsonl").endswith(b"torn\x1b[2J")


def test_notes_alone_leave_a_home_healthy(pmflash: Shell, learner: Learner) -> None:
    learner.writes("seeds/cells.yaml", "title: Cells\n")
    ran = pmflash("doctor")
    assert ran.code is ExitCode.FINE
    assert ran.out.startswith("note[gone-card]: 1 card with progress but without")
    assert "    cells/wall/answer: 1 answer\n" in ran.out


def test_programs_read_it_as_data(pmflash: Shell, learner: Learner) -> None:
    tear(learner)
    ran = pmflash("doctor", "--json")
    assert ran.err == ""
    told = json.loads(ran.out)
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
