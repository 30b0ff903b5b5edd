import os
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from builders import DAY_0
from learner import Learner, answered
from pmflash.cli.daily_copy import DailyCopy, keep_daily_copy
from pmflash.storage.backup import packed
from pmflash.storage.backup_file import copies
from shell import Shell

NAME = "2026-01-05.zip"
Answer = Callable[[], None]


@pytest.fixture
def answer(learner: Learner) -> Answer:
    """Gives another answer; the learner has given one before."""
    collection = learner.opens()
    session = answered(collection, collection.session(), ["Good"])

    def one_more() -> None:
        nonlocal session
        session = answered(collection, session, ["Good"])

    return one_more


@pytest.fixture
def copy(answer: Answer, learner: Learner) -> DailyCopy:
    """The copy of a sitting of a learner with one answer, on the first day."""
    return DailyCopy(learner.locations, lambda: DAY_0)


def made(learner: Learner) -> dict[str, int]:
    """The copies that there are, and how many events are in each."""
    there = copies(learner.locations.backups).usable
    return {each.path.name: each.events for each in there}


def put_in_the_way(learner: Learner) -> Path:
    """A file where the copies would be."""
    path = learner.locations.backups
    path.parent.mkdir(parents=True)
    path.write_text("in the way")
    return path


def wait_for_threads() -> None:
    """Let what was begun in the background come to its end."""
    for thread in threading.enumerate():
        if thread.name.startswith("daily-copy"):
            thread.join()


def test_a_day_leaves_a_copy(copy: DailyCopy, learner: Learner) -> None:
    keep_daily_copy(learner.locations, DAY_0)
    assert made(learner) == {NAME: 1}


def test_the_copy_is_there_without_any_leaving(
    copy: DailyCopy, learner: Learner
) -> None:
    copy.begin()
    wait_for_threads()
    assert made(learner) == {NAME: 1}


def test_the_copy_has_what_there_was_when_the_day_began(
    copy: DailyCopy, learner: Learner, answer: Answer
) -> None:
    copy.begin()
    wait_for_threads()
    answer()
    copy.begin()
    copy.end()
    assert made(learner) == {NAME: 1}


def test_who_leaves_early_leaves_a_whole_copy(
    copy: DailyCopy, learner: Learner
) -> None:
    copy.begin()
    copy.end()
    assert made(learner) == {NAME: 1}
    assert [path.name for path in learner.locations.backups.iterdir()] == [NAME]


@pytest.mark.skipif(sys.platform != "linux", reason="no thread is nicer than others")
def test_the_copy_gives_way_to_the_screen(
    copy: DailyCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, beside = os.nice(0), []

    def noted(*words: Any) -> bytes:
        beside.append(os.nice(0))
        return packed(*words)

    monkeypatch.setattr("pmflash.storage.backup.packed", noted)
    copy.begin()
    copy.end()
    assert beside == [min(before + 10, 19)]
    assert os.nice(0) == before


def test_a_first_day_is_copied_on_leaving(learner: Learner) -> None:
    copy = DailyCopy(learner.locations, lambda: DAY_0)
    copy.begin()
    wait_for_threads()
    collection = learner.opens()
    answered(collection, collection.session(), ["Good"])
    copy.end()
    assert made(learner) == {NAME: 1}


@pytest.mark.usefixtures("answer")
def test_a_sitting_that_goes_on_over_night_leaves_a_copy_of_each_day(
    learner: Learner,
) -> None:
    days: list[date] = []
    copy = DailyCopy(learner.locations, lambda: days[-1])
    for ahead in range(3):
        days.append(DAY_0 + timedelta(ahead))
        copy.begin()
        wait_for_threads()
    days.append(DAY_0 + timedelta(3))
    copy.end()
    assert [*made(learner)] == [f"2026-01-0{day}.zip" for day in (5, 6, 7, 8)]


@pytest.mark.usefixtures("answer")
def test_two_windows_at_once_leave_one_copy(learner: Learner) -> None:
    windows = [DailyCopy(learner.locations, lambda: DAY_0) for _ in range(2)]
    for window in windows:
        window.begin()
    for window in windows:
        window.end()
    assert made(learner) == {NAME: 1}
    assert [path.name for path in learner.locations.backups.iterdir()] == [NAME]


def test_a_copy_that_cannot_be_made_is_told_on_leaving(
    copy: DailyCopy, learner: Learner, capsys: pytest.CaptureFixture[str]
) -> None:
    put_in_the_way(learner)
    copy.begin()
    wait_for_threads()
    assert capsys.readouterr() == ("", "")
    copy.end()
    said = capsys.readouterr().err
    assert said.startswith("today's copy of your progress was not made: cannot keep")
    assert said.count("today's copy") == 1
    assert "\n  = help: move the file away" in said


def test_a_file_that_no_copy_holds_is_named_on_leaving(
    copy: DailyCopy, learner: Learner, capsys: pytest.CaptureFixture[str]
) -> None:
    learner.writes("decks/q\udcff.yaml", "title: Odd")
    copy.begin()
    wait_for_threads()
    assert capsys.readouterr() == ("", "")
    copy.end()
    assert capsys.readouterr().err.startswith(
        "no copy holds `home/decks/q\ufffd.yaml`: not every system knows such a name\n"
        "  = help: rename it"
    )
    assert made(learner) == {NAME: 1}


def test_what_was_in_the_way_and_is_gone_is_not_told(
    copy: DailyCopy, learner: Learner, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put_in_the_way(learner)
    copy.begin()
    wait_for_threads()
    path.unlink()
    copy.end()
    assert capsys.readouterr() == ("", "")
    assert made(learner) == {NAME: 1}


def test_a_mistake_of_ours_is_one_on_leaving(
    copy: DailyCopy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("pmflash.storage.backup.packed", broken)
    copy.begin()
    wait_for_threads()
    assert capsys.readouterr() == ("", "")
    with pytest.raises(ZeroDivisionError):
        copy.end()


@pytest.mark.usefixtures("answer")
def test_only_a_sitting_makes_a_copy(learner: Learner, pmflash: Shell) -> None:
    for words in (("due",), ("due", "--short"), ("stats",), ("check",), ("doctor",)):
        pmflash(*words)
    assert not learner.locations.backups.exists()
    pmflash("review", "--plain")
    assert made(learner) == {NAME: 1}


@pytest.mark.usefixtures("answer")
def test_in_lines_the_copy_is_begun_before_the_first_reply(
    learner: Learner, pmflash: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[dict[str, int]] = []

    class Stdin:
        def isatty(self) -> bool:
            return False

        def readline(self, _: int) -> str:
            wait_for_threads()
            seen.append(made(learner))
            return next(lines)

    lines: Iterator[str] = iter(["\n", "3\n", ":q\n"])
    monkeypatch.setattr(sys, "stdin", Stdin())
    pmflash("review", "--plain")
    assert seen == [{NAME: 1}] * 3
    assert len(learner.saved()) == 2
