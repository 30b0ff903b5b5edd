import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from builders import DAY_0
from learner import Learner, Watch, answered
from pmflash.cli.daily_copy import DailyCopy, keep_daily_copy
from pmflash.model.failure import StorageError
from pmflash.storage.backup import packed
from pmflash.storage.backup_file import copies
from pmflash.storage.locations import Locations
from shell import Shell

NAME = "2026-01-05.zip"
Answer = Callable[[], None]


class Stdin:
    """Standard input whose lines come from elsewhere."""

    def __init__(self, next_line: Callable[[], str]) -> None:
        self._next_line = next_line

    def isatty(self) -> bool:
        return False

    def readline(self, _: int) -> str:
        return self._next_line()


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


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Until it is set, no copy is made."""
    event = Event()

    def packed_at_last(*words: Any) -> bytes:
        event.wait()
        return packed(*words)

    monkeypatch.setattr("pmflash.storage.backup.packed", packed_at_last)
    yield event
    event.set()
    wait_for_threads()


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


def leave(copy: DailyCopy) -> None:
    """Open a sitting and leave it."""
    copy.begin()
    copy.end()


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


def test_an_answer_given_before_the_copy_is_begun_is_not_in_it(
    copy: DailyCopy, learner: Learner, answer: Answer
) -> None:
    answer()
    copy.begin()
    copy.end()
    assert made(learner) == {NAME: 1}


def test_an_answer_given_while_the_copy_is_made_is_not_in_it(
    copy: DailyCopy, learner: Learner, slowly: Event, answer: Answer
) -> None:
    copy.begin()
    answer()
    slowly.set()
    copy.end()
    assert made(learner) == {NAME: 1}


def test_a_copy_that_is_made_only_on_leaving_is_of_how_the_day_was_found(
    copy: DailyCopy, learner: Learner, answer: Answer
) -> None:
    path = put_in_the_way(learner)
    copy.begin()
    wait_for_threads()
    answer()
    path.unlink()
    copy.end()
    assert made(learner) == {NAME: 1}


def test_a_new_day_finds_what_was_answered_on_the_one_before(
    learner: Learner, slowly: Event, answer: Answer
) -> None:
    days = [DAY_0]
    copy = DailyCopy(learner.locations, lambda: days[-1])
    copy.begin()
    answer()
    days.append(DAY_0 + timedelta(1))
    copy.begin()
    answer()
    slowly.set()
    copy.end()
    assert made(learner) == {NAME: 1, "2026-01-06.zip": 2}


@pytest.mark.usefixtures("answer")
def test_of_a_device_that_is_new_the_copy_has_only_the_logs_of_others(
    learner: Learner,
) -> None:
    here = learner.locations
    tablet = Learner(Locations(here.home, here.cache, here.state_folder), Watch())
    copy = DailyCopy(tablet.locations, lambda: DAY_0)
    collection = tablet.opens()
    answered(collection, collection.session(), ["Good"])
    copy.end()
    assert len(learner.saved()) == 2
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
    assert beside == [min(before + 5, 19)]
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
    days = [DAY_0]
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


def test_copies_of_two_days_that_cannot_be_made_are_both_told(
    learner: Learner, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    put_in_the_way(learner)
    days = [DAY_0]
    copy = DailyCopy(learner.locations, lambda: days[-1])
    copy.begin()
    days.append(DAY_0 + timedelta(1))
    copy.begin()
    copy.end()
    first, _, second, _ = capsys.readouterr().err.splitlines()
    not_made = "of your progress was not made: cannot keep"
    assert first.startswith(f"the copy of 2026-01-05 {not_made}")
    assert second.startswith(f"today's copy {not_made}")


def test_a_copy_that_was_not_made_is_not_told_when_a_later_one_was(
    learner: Learner, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put_in_the_way(learner)
    days = [DAY_0]
    copy = DailyCopy(learner.locations, lambda: days[-1])
    copy.begin()
    wait_for_threads()
    path.unlink()
    days.append(DAY_0 + timedelta(1))
    copy.begin()
    copy.end()
    assert capsys.readouterr() == ("", "")
    assert made(learner) == {"2026-01-06.zip": 1}


def test_who_waits_for_the_copy_is_told_what_for(
    copy: DailyCopy, learner: Learner, slowly: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def talk(text: str) -> None:
        said.append(text)
        slowly.set()

    monkeypatch.setattr("pmflash.cli.daily_copy._MOMENT_SECONDS", 0.0)
    monkeypatch.setattr("pmflash.cli.report.talk", talk)
    copy.begin()
    copy.end()
    assert said == ["making today's copy of your progress ..."]
    assert made(learner) == {NAME: 1}


@pytest.mark.skipif(sys.platform == "win32", reason="no signal reaches the process")
def test_who_does_not_want_to_wait_leaves_no_half_copy(
    copy: DailyCopy, learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = Event()

    def interrupted(*_: object) -> bytes:
        os.kill(os.getpid(), signal.SIGINT)
        left.wait()
        raise StorageError("too late", "")

    monkeypatch.setattr("pmflash.storage.backup.packed", interrupted)
    with pytest.raises(KeyboardInterrupt):
        leave(copy)
    assert not learner.locations.backups.exists()
    left.set()
    wait_for_threads()


@pytest.mark.parametrize("is_sitting", [True, False])
def test_a_copy_that_was_made_is_not_said_not_to_be(
    is_sitting: bool,
    copy: DailyCopy,
    learner: Learner,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(_: object) -> tuple[Path, ...]:
        raise StorageError("cannot read the folder `decks`", "look at it")

    monkeypatch.setattr("pmflash.storage.backup.left_out", refuse)
    if is_sitting:
        leave(copy)
    else:
        keep_daily_copy(learner.locations, DAY_0)
    assert made(learner) == {NAME: 1}
    assert capsys.readouterr().err == (
        "pmflash: cannot read the folder `decks`\n  = help: look at it\n"
    )


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

    def next_line() -> str:
        wait_for_threads()
        seen.append(made(learner))
        return next(lines)

    lines = iter(["\n", "3\n", ":q\n"])
    monkeypatch.setattr(sys, "stdin", Stdin(next_line))
    pmflash("review", "--plain")
    assert seen == [{NAME: 1}] * 3
    assert len(learner.saved()) == 2


@pytest.mark.usefixtures("answer")
def test_replies_that_come_all_at_once_are_not_in_the_copy(
    learner: Learner, pmflash: Shell, slowly: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def next_line() -> str:
        line = next(lines)
        if not line:
            slowly.set()
        return line

    lines = iter(["\n", "3\n", "\n", "3\n", ""])
    monkeypatch.setattr(sys, "stdin", Stdin(next_line))
    pmflash("review", "--plain")
    assert len(learner.saved()) == 3
    assert made(learner) == {NAME: 1}


@pytest.mark.usefixtures("answer")
def test_a_note_written_over_night_is_not_in_the_copy_of_the_new_day(
    learner: Learner, pmflash: Shell, slowly: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def next_line() -> str:
        line = next(lines)
        if line:
            learner.watch.morning_of(DAY_0 + timedelta(1))
        else:
            slowly.set()
        return line

    lines = iter([":note wrong\n", ""])
    monkeypatch.setattr(sys, "stdin", Stdin(next_line))
    monkeypatch.setattr("pmflash.cli.plain.find_clock", lambda _: learner.watch)
    pmflash("review", "--plain")
    assert len(learner.saved()) == 2
    assert made(learner) == {NAME: 1, "2026-01-06.zip": 1}


@pytest.mark.usefixtures("answer")
def test_in_lines_the_next_start_is_prepared_before_the_copy_is_waited_for(
    learner: Learner, pmflash: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    snapshot = "pmflash.cli.plain.Collection.keep_snapshot"
    end = "pmflash.cli.plain.DailyCopy.end"
    monkeypatch.setattr(snapshot, lambda _, at_least: done.append("snapshot"))
    monkeypatch.setattr(end, lambda _: done.append("copy"))
    monkeypatch.setattr(sys, "stdin", Stdin(str))
    pmflash("review", "--plain")
    assert done == ["snapshot", "copy"]
