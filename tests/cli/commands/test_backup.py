from pathlib import Path

from learner import Learner, answered
from pmflash.model.failure import ExitCode
from pmflash.storage.backup_file import open_copy
from shell import Shell

OWN = "progress/reviews-laptop.jsonl"


def one_answer(learner: Learner) -> None:
    collection = learner.opens()
    answered(collection, collection.session(), ["Good"])


def test_a_copy_is_written_where_it_is_wanted(
    pmflash: Shell, learner: Learner, tmp_path: Path
) -> None:
    one_answer(learner)
    ran = pmflash("backup", "-o", "mine.zip")
    assert (ran.code, ran.out, ran.err) == (ExitCode.FINE, "mine.zip\n", "")
    with open_copy(tmp_path / "mine.zip") as copy:
        assert copy.names == (OWN,)
        assert copy.read(OWN) == (learner.locations.home / OWN).read_bytes()


def test_without_a_file_it_goes_to_the_other_copies(
    pmflash: Shell, learner: Learner
) -> None:
    one_answer(learner)
    assert pmflash("backup").out.endswith("/2026-01-05-080000.zip\n")
    assert pmflash("restore").out == (
        "2026-01-05-080000  Mon 5 Jan 2026 08:00   1 event, 1 file\n"
    )


def test_a_file_that_a_copy_leaves_out_is_named(
    pmflash: Shell, learner: Learner
) -> None:
    one_answer(learner)
    learner.writes("decks/a:b.yaml", "title: Odd")
    ran = pmflash("backup", "-o", "mine.zip")
    assert (ran.code, ran.out) == (ExitCode.FINE, "mine.zip\n")
    assert ran.err.startswith("no copy holds `home/decks/a:b.yaml`: ")


def test_an_empty_home_has_nothing_to_copy(pmflash: Shell, learner: Learner) -> None:
    ran = pmflash("backup")
    assert (ran.code, ran.out) == (ExitCode.STORAGE, "")
    assert ran.err.startswith("pmflash: there is nothing to copy in `home`\n")
    assert not learner.locations.backups.exists()


def test_a_file_in_a_folder_that_is_not_there_is_not_written(
    pmflash: Shell, learner: Learner
) -> None:
    one_answer(learner)
    ran = pmflash("backup", "-o", "nowhere/mine.zip")
    assert (ran.code, ran.out) == (ExitCode.STORAGE, "")
    assert "its folder does not exist" in ran.err


def test_a_name_too_long_for_any_file_is_told(pmflash: Shell, learner: Learner) -> None:
    one_answer(learner)
    for name in ("x" * 300, f"{'x' * 300}/mine.zip"):
        ran = pmflash("backup", "-o", name)
        assert (ran.code, ran.out) == (ExitCode.STORAGE, "")
        assert ran.err.startswith("pmflash: cannot write ")
