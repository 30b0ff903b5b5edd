from pathlib import Path

import pytest

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


def test_a_copy_takes_the_place_of_an_older_one(
    pmflash: Shell, learner: Learner, tmp_path: Path
) -> None:
    (tmp_path / "mine.zip").touch()
    for count in (1, 2):
        one_answer(learner)
        assert pmflash("backup", "-o", "mine.zip").code == ExitCode.FINE
        with open_copy(tmp_path / "mine.zip") as copy:
            assert copy.about.events == count


def test_a_copy_with_reviews_that_the_home_lacks_stays(
    pmflash: Shell, learner: Learner, tmp_path: Path
) -> None:
    for _ in range(2):
        one_answer(learner)
    pmflash("backup", "-o", "mine.zip")
    before = (tmp_path / "mine.zip").read_bytes()
    (learner.locations.home / OWN).unlink()
    one_answer(learner)
    ran = pmflash("backup", "-o", "mine.zip")
    assert (ran.code, ran.out) == (ExitCode.STORAGE, "")
    assert ran.err == (
        "pmflash: `mine.zip` holds 2 events that your home does not have\n"
        "  = help: `pmflash restore mine.zip` brings them back; else choose another "
        "name, or move that file away; nothing was written\n"
    )
    assert (tmp_path / "mine.zip").read_bytes() == before
    pmflash("restore", "mine.zip")
    assert pmflash("backup", "-o", "mine.zip").code == ExitCode.FINE


@pytest.mark.parametrize("name", ["letter.txt", "torn.zip"])
def test_what_is_no_sound_copy_is_not_written_over(
    pmflash: Shell, learner: Learner, tmp_path: Path, name: str
) -> None:
    one_answer(learner)
    pmflash("backup", "-o", "torn.zip")
    (tmp_path / "letter.txt").write_text("Dear reader")
    (tmp_path / "torn.zip").write_bytes((tmp_path / "torn.zip").read_bytes()[:-9])
    before = (tmp_path / name).read_bytes()
    ran = pmflash("backup", "-o", name)
    assert (ran.code, ran.out) == (ExitCode.STORAGE, "")
    message = f"pmflash: `{name}` is no copy that this pmflash can read\n"
    assert ran.err.startswith(message)
    assert (tmp_path / name).read_bytes() == before


@pytest.mark.parametrize(
    "words", [("backup", "-o"), ("export", "anki-csv", "-o")], ids=" ".join
)
def test_nothing_is_written_over_what_is_in_the_home(
    pmflash: Shell, learner: Learner, tmp_path: Path, words: tuple[str, ...]
) -> None:
    one_answer(learner)
    before = (learner.locations.home / OWN).read_bytes()
    (tmp_path / "link").symlink_to(learner.locations.home / OWN)
    for name in (f"home/{OWN}", "link", "home/decks/new.yaml"):
        ran = pmflash(*words, name)
        assert (ran.code, ran.out) == (ExitCode.STORAGE, "")
        assert ran.err.startswith(f"pmflash: `{name}` is a part of your home\n")
    assert (learner.locations.home / OWN).read_bytes() == before


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
