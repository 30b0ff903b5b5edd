from pathlib import Path

import pytest

from builders import an_event
from learner import Learner, answered
from pmflash.model.failure import ExitCode
from shell import Shell
from storage.homes import a_log

DECK = "title: Biology\nfacts: [{id: own, q: Whose?, a: Mine}]\n"


@pytest.fixture
def copied(pmflash: Shell, learner: Learner) -> Learner:
    """A learner who copied one answer, and then gave another and wrote a deck."""
    collection = learner.opens()
    session = answered(collection, collection.session(), ["Good"])
    pmflash("backup", "-o", "copy.zip")
    answered(collection, session, ["Good"])
    learner.writes("decks/biology.yaml", DECK)
    return learner


def test_a_restore_says_what_it_did_and_how_to_undo_it(
    pmflash: Shell, copied: Learner
) -> None:
    ran = pmflash("restore", "copy.zip")
    assert (ran.code, ran.out) == (ExitCode.FINE, "")
    assert ran.err == (
        "Restored `copy`, made Mon 5 Jan 2026 08:00: 1 event, 1 file.\n"
        "  written: progress/reviews-laptop.jsonl\n"
        "  taken away: decks/biology.yaml\n"
        "As it was before: `pmflash restore 2026-01-05-080000-before-restore`.\n"
    )
    assert len(copied.saved()) == 1


def test_what_it_says_brings_everything_back(pmflash: Shell, copied: Learner) -> None:
    before = copied.saved()
    name = pmflash("restore", "copy.zip").err.rpartition("restore ")[2].split("`")[0]
    assert pmflash("restore", name).code is ExitCode.FINE
    assert copied.saved() == before
    assert (copied.locations.home / "decks" / "biology.yaml").read_text() == DECK


def test_a_copy_of_how_it_is_changes_nothing(pmflash: Shell, copied: Learner) -> None:
    pmflash("backup", "-o", "copy.zip")
    ran = pmflash("restore", "copy.zip")
    assert (ran.code, ran.err) == (
        ExitCode.FINE,
        "Everything is as `copy` has it; nothing was changed.\n",
    )
    assert not copied.locations.backups.exists()


def test_what_other_devices_added_since_is_told(
    pmflash: Shell, copied: Learner, tmp_path: Path
) -> None:
    pmflash("backup", "-o", "copy.zip")
    phone = copied.locations.progress / "reviews-phone.jsonl"
    phone.write_bytes(a_log("phone", an_event("a/a/a"), an_event("b/b/b")))
    assert pmflash("restore", "copy.zip").err == (
        "Nothing was changed: all but other logs is as `copy` has it.\n"
        "  not in the copy, and still counting: "
        "progress/reviews-phone.jsonl (2 events)\n"
    )


def test_without_copies_it_says_when_there_will_be_some(pmflash: Shell) -> None:
    ran = pmflash("restore")
    assert (ran.code, ran.out) == (ExitCode.FINE, "")
    assert "There are no copies in " in ran.err


def test_copies_that_cannot_be_read_are_listed(pmflash: Shell, copied: Learner) -> None:
    backups = copied.locations.backups
    backups.mkdir(parents=True)
    (backups / "2026-01-04.zip").write_bytes(b"PK")
    ran = pmflash("restore")
    assert (ran.code, ran.out) == (ExitCode.FINE, "")
    assert ran.err.startswith("cannot restore `state/pmflash/backups/")
    assert ran.err.endswith(
        "2026-01-04.zip`: it is damaged, or no copy that pmflash made\n"
    )


def test_a_copy_that_is_not_there_is_a_usage_error(pmflash: Shell) -> None:
    assert pmflash("restore", "2026-01-01").code is ExitCode.USAGE


def test_a_damaged_copy_is_refused(
    pmflash: Shell, copied: Learner, tmp_path: Path
) -> None:
    copy, before = tmp_path / "copy.zip", copied.saved()
    copy.write_bytes(copy.read_bytes()[:-9])
    ran = pmflash("restore", "copy.zip")
    assert ran.code is ExitCode.STORAGE
    assert "cannot restore `copy.zip`: it is damaged" in ran.err
    assert copied.saved() == before
