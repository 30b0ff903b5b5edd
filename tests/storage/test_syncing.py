"""Homes that git, a cloud drive or a learner's own hands bring together."""

import os
import shutil
import subprocess
from itertools import count
from pathlib import Path

import pytest

from builders import an_event
from pmflash.model.event import Event
from pmflash.storage.journal import Journals
from pmflash.storage.locations import Locations

CONFLICTED_COPIES = {
    "Dropbox": "reviews-laptop (Anna's conflicted copy 2026-11-21).jsonl",
    "an older Dropbox": "reviews-laptop (conflicted copy 2026-11-21).jsonl",
    "Nextcloud": "reviews-laptop (conflicted copy 2026-11-21 080000).jsonl",
    "ownCloud": "reviews-laptop_conflict-20261121-080000.jsonl",
    "Syncthing": "reviews-laptop.sync-conflict-20261121-080000-ABCDEFG.jsonl",
    "iCloud": "reviews-laptop 2.jsonl",
    "Google Drive": "reviews-laptop (1).jsonl",
    "Google Drive on the web": "Copy of reviews-laptop.jsonl",
    "OneDrive": "reviews-laptop-DESKTOP-1A2B3C.jsonl",
    "Seafile": "reviews-laptop (SFConflict anna 2026-11-21-08-00-00).jsonl",
}
NOBODY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_NAME": "Anna" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "anna@example.org" for who in ("AUTHOR", "COMMITTER")},
}
SERIAL = count()


class Place:
    """A home on one device, which may be a working tree of git."""

    def __init__(self, home: Path, device: str) -> None:
        state = home.with_name(f"{home.name}-state")
        self.locations = Locations(home, state, state, device)

    def review(self, number: int) -> list[Event]:
        """Save so many reviews, later than all before."""
        events = [an_event(f"deck/f{next(SERIAL)}/answer") for _ in range(number)]
        journals = Journals(self.locations)
        for event in events:
            journals.append(event)
        return events

    @property
    def known(self) -> list[Event]:
        """Every review that the next start here knows of."""
        return [*Journals(self.locations).read_new()]

    @property
    def notices(self) -> tuple[str, ...]:
        """What the next start here remarks on."""
        journals = Journals(self.locations)
        journals.read_new()
        return journals.notices

    def git(self, *words: str) -> int:
        """Run git in the home; return its exit code."""
        command = ["git", "-C", str(self.locations.home), *words]
        environ = {**os.environ, **NOBODY}
        return subprocess.run(
            command, env=environ, check=False, capture_output=True, timeout=60
        ).returncode

    def commit(self) -> None:
        """Put everything into a commit."""
        assert self.git("add", "--all") == 0
        assert self.git("commit", "--message", "Reviews") == 0

    def log(self) -> Path:
        """The review log that this device writes."""
        return self.locations.progress / f"reviews-{self.locations.device}.jsonl"


@pytest.fixture
def laptop(tmp_path: Path) -> Place:
    place = Place(tmp_path / "laptop", "laptop")
    place.locations.home.mkdir()
    assert place.git("init", "--initial-branch", "main") == 0
    return place


def cloned(laptop: Place, device: str) -> Place:
    """Another home with all that was committed in the first one."""
    home = laptop.locations.home
    other = home.with_name("other")
    assert laptop.git("clone", str(home), str(other)) == 0
    return Place(other, device)


def pull(place: Place) -> int:
    """Merge what the other home has committed; return git's exit code."""
    place.commit()
    assert place.git("fetch", "origin") == 0
    return place.git("merge", "origin/main")


@pytest.mark.parametrize("device", ["phone", "laptop"])
def test_git_merges_the_reviews_of_two_homes_without_a_conflict(
    laptop: Place, device: str
) -> None:
    first = laptop.review(3)
    laptop.commit()
    other = cloned(laptop, device)
    ours, theirs = other.review(3), laptop.review(3)
    laptop.commit()
    assert pull(other) == 0
    assert other.known == [*first, *ours, *theirs]
    assert other.notices == ()
    assert laptop.git("pull", str(other.locations.home), "main") == 0
    assert laptop.known == other.known


def test_git_merges_homes_that_have_nothing_in_common(laptop: Place) -> None:
    theirs = laptop.review(2)
    laptop.commit()
    other = Place(laptop.locations.home.with_name("other"), "laptop")
    ours = other.review(2)
    assert other.git("init", "--initial-branch", "main") == 0
    other.commit()
    assert other.git("remote", "add", "origin", str(laptop.locations.home)) == 0
    assert other.git("fetch", "origin") == 0
    merge = ("merge", "--allow-unrelated-histories", "origin/main")
    assert other.git(*merge) == 0
    assert other.known == [*theirs, *ours]
    assert other.notices == ()


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_a_conflict_of_git_loses_and_invents_nothing(laptop: Place, style: str) -> None:
    first = laptop.review(2)
    (laptop.locations.home / ".gitattributes").write_text("# mine\n")
    laptop.commit()
    other = cloned(laptop, "laptop")
    ours, theirs = other.review(2), laptop.review(2)
    laptop.commit()
    assert other.git("config", "merge.conflictStyle", style) == 0
    assert pull(other) == 1
    assert b"\n>>>>>>> " in other.log().read_bytes()
    assert other.known == [*first, *ours, *theirs]
    (notice,) = other.notices
    assert "are left by a merge that git could not finish" in notice
    assert not [*other.locations.progress.glob("damaged-*")]
    last = other.review(1)
    assert other.known == [*first, *ours, *theirs, *last]


def test_a_conflict_that_was_resolved_is_remarked_on_no_more(laptop: Place) -> None:
    laptop.review(2)
    (laptop.locations.home / ".gitattributes").write_text("# mine\n")
    laptop.commit()
    other = cloned(laptop, "laptop")
    other.review(2), laptop.review(2)
    laptop.commit()
    pull(other)
    log, known = other.log(), other.known
    marks = (b"<<<<<<<", b"=======", b">>>>>>>")
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(line for line in lines if not line.startswith(marks)))
    assert (other.known, other.notices) == (known, ())


def test_a_git_that_changes_line_ends_leaves_the_log_alone(laptop: Place) -> None:
    saved = laptop.review(2)
    before = laptop.log().read_bytes()
    laptop.commit()
    assert laptop.git("config", "core.autocrlf", "true") == 0
    laptop.log().unlink()
    assert laptop.git("checkout", "--", ".") == 0
    assert (laptop.log().read_bytes(), laptop.known) == (before, saved)


@pytest.mark.parametrize("name", CONFLICTED_COPIES.values(), ids=CONFLICTED_COPIES)
def test_a_conflicted_copy_counts_once_with_all_that_only_it_holds(
    laptop: Place, name: str
) -> None:
    first = laptop.review(2)
    copy = laptop.locations.progress / name
    shutil.copy(laptop.log(), copy)
    # Their side is the copy; ours goes on without it.
    second = laptop.review(2)
    elsewhere = Place(laptop.locations.home.with_name("elsewhere"), "laptop")
    third = elsewhere.review(2)
    lines = elsewhere.log().read_bytes().splitlines(keepends=True)[1:]
    copy.write_bytes(copy.read_bytes() + b"".join(lines))
    assert laptop.known == [*first, *second, *third]
    assert laptop.notices == ()
    assert laptop.review(1)[0] in laptop.known


def test_logs_that_are_copied_over_by_hand_add_up(laptop: Place) -> None:
    phone = Place(laptop.locations.home.with_name("phone"), "phone")
    ours, theirs = laptop.review(2), phone.review(2)
    copy = shutil.copytree
    copy(phone.locations.home, laptop.locations.home, dirs_exist_ok=True)
    later = phone.review(1)
    copy(phone.locations.home, laptop.locations.home, dirs_exist_ok=True)
    copy(laptop.locations.home, phone.locations.home, dirs_exist_ok=True)
    assert laptop.known == phone.known == [*ours, *theirs, *later]


def test_what_a_sync_brings_while_pmflash_runs_is_news_once(laptop: Place) -> None:
    laptop.review(2)
    journals = Journals(laptop.locations)
    journals.read_new()
    phone = Place(laptop.locations.home.with_name("phone"), "phone")
    theirs = phone.review(2)
    for name in ("reviews-phone.jsonl", "reviews-phone.sync-conflict-1.jsonl"):
        arriving = laptop.locations.progress / f".syncthing.{name}.tmp"
        shutil.copy(phone.log(), arriving)
        assert journals.read_new() == ()
        arriving.replace(laptop.locations.progress / name)
        assert journals.read_new() == (() if "conflict" in name else tuple(theirs))
