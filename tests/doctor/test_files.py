import os
import shutil
from pathlib import Path

import pytest

from doctor.patient import findings, log, mend, rules, the_finding
from learner import Learner


@pytest.mark.parametrize(
    "name",
    [
        "reviews-laptop.jsonl.orig",
        "reviews-laptop.jsonl~",
        "reviews-laptop.jsonl.sync-conflict-20260105-080000-ABCDEFG",
        "reviews-laptop.jsonl (conflicted copy)",
    ],
)
def test_a_log_that_is_not_read_for_its_name_is_told(
    name: str, learner: Learner
) -> None:
    log(learner, f"progress/{name}").touch()
    assert (the_finding(learner).rule, the_finding(learner).is_trouble) == (
        "unread-log",
        True,
    )


def test_a_log_that_is_a_link_to_nowhere_is_told(learner: Learner) -> None:
    link = log(learner, "progress/reviews-phone.jsonl")
    link.symlink_to(learner.locations.home / "unplugged")
    finding = the_finding(learner)
    assert (finding.rule, finding.path) == ("unread-log", link)
    assert finding.help.startswith("put back what it links to")


def test_a_folder_that_is_called_like_a_log_is_told(learner: Learner) -> None:
    log(learner, "progress/reviews-phone.jsonl").mkdir()
    finding = the_finding(learner)
    assert (finding.rule, finding.help) == ("unread-log", "rename it: it is no log")


@pytest.mark.parametrize(
    "name",
    [".reviews-laptop.jsonl.swp", "damaged-reviews-x.txt", "reviews-a.jsonl.new"],
)
def test_what_other_programs_leave_beside_a_log_is_no_log(
    name: str, learner: Learner
) -> None:
    log(learner, f"progress/{name}").touch()
    assert findings(learner) == []


def test_a_file_that_no_copy_holds_is_told(learner: Learner) -> None:
    odd = learner.locations.home / "decks" / "q\udcff.yaml"
    odd.write_text("title: Odd")
    (finding,) = (each for each in findings(learner) if each.path == odd)
    assert (finding.rule, finding.is_trouble) == ("uncopied-file", True)


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("home", "settings.yaml"),
        ("home", ".gitignore"),
        ("home", "decks/offers.yaml"),
        ("home", "seeds/offers.yml"),
        ("progress", "state.json"),
        ("progress", "reviews-laptop.jsonl"),
        ("cache", "cards.sqlite"),
        ("state_folder", "device-0123abcd"),
        ("backups", "2026-01-05.zip"),
    ],
)
def test_what_was_never_finished_is_removed_by_mending(
    place: str, name: str, learner: Learner
) -> None:
    left = _left(getattr(learner.locations, place) / f"{name}.4711.new")
    assert rules(learner) == ["leftover-file"]
    mend(learner)
    assert findings(learner) == []
    assert not left.exists()


def test_a_restore_that_was_never_prepared_to_the_end_is_removed(
    learner: Learner,
) -> None:
    folder = learner.locations.home / "restore.4711.new"
    for name in ("0", "1.4711.new", "plan.json"):
        _left(folder / name)
    os.utime(folder, (0, 0))
    mend(learner)
    assert not folder.exists()


@pytest.mark.parametrize(
    "name",
    [
        "decks/offers.2.new",
        "decks/old.2025.new/deck.yaml",
        "decks/cards.yaml.2025.new/deck.yaml",
        "decks/settings.txt.1.new",
        "ideas.yaml.3.new",
        "restore.2025.new/plan.txt",
        "restore.new/0",
        "progress/notes.2.new",
    ],
)
def test_a_file_of_the_learner_is_no_leftover_of_ours(
    name: str, learner: Learner
) -> None:
    own = _left(learner.locations.home / name)
    os.utime(own.parent, (0, 0))
    assert findings(learner) == []


def test_a_link_that_is_called_like_a_begun_restore_is_left_alone(
    learner: Learner,
) -> None:
    elsewhere = learner.locations.home / "elsewhere"
    elsewhere.mkdir()
    link = learner.locations.home / "restore.4711.new"
    link.symlink_to(elsewhere)
    os.utime(link, (0, 0), follow_symlinks=False)
    assert findings(learner) == []


def test_what_may_still_be_in_the_making_is_left_alone(learner: Learner) -> None:
    young = learner.locations.home / "settings.yaml.4711.new"
    young.touch()
    moment = learner.watch().timestamp()
    os.utime(young, (moment, moment))
    (learner.locations.home / "ideas.new").touch()
    os.utime(learner.locations.home / "ideas.new", (0, 0))
    assert findings(learner) == []


@pytest.mark.parametrize("place", ["state_folder", "backups", "cache"])
def test_a_file_in_place_of_a_folder_is_told_once(place: str, learner: Learner) -> None:
    folder = getattr(learner.locations, place)
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.touch()
    (finding,) = (each for each in findings(learner) if each.is_trouble)
    assert finding.rule == "unusable-folder"
    assert "a file is where a folder should be" in finding.message
    assert "PMFLASH_HOME" not in finding.help


def _left(path: Path) -> Path:
    """A file of long ago."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    os.utime(path, (0, 0))
    return path


def test_a_home_that_takes_no_answer_is_told(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    finding = the_finding(learner)
    assert finding.rule == "cannot-save"
    assert "you have no permission there" in finding.message
