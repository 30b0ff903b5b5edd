"""The copy of a day, in a real terminal and without any leaving in good order."""

import signal
from pathlib import Path
from time import monotonic

import pytest

from learner import Learner, answered
from pmflash.storage.backup_file import copies
from pmflash.tui.widgets.card_panel import CardPanel
from tui.sitting import Sitting, sitting
from tui.terminal import LEFT_THE_SCREEN, PATIENCE_SECONDS, Terminal, running

STARTS = {
    "a review": ((("review",), "Question 3?")),
    "today's screen": ((), "Biology"),
    "a review in lines": (("review", "--plain"), "Question 3?"),
}
each_start = pytest.mark.parametrize("start", STARTS)


@pytest.fixture
def learner(learner: Learner) -> Learner:
    """A learner with two answers."""
    collection = learner.opens()
    answered(collection, collection.session(), ["Good", "Good"])
    return learner


def backups(learner: Learner) -> Path:
    """The folder of the copies of the learner's pmflash."""
    folder = learner.locations.home.parent / "state" / "pmflash" / "backups"
    return folder / learner.locations.backups.name


def made(learner: Learner) -> dict[str, int]:
    """The whole copies that there are, and how many events are in each."""
    return {each.path.name: each.events for each in copies(backups(learner)).usable}


def wait_for_copy(terminal: Terminal, learner: Learner) -> None:
    deadline = monotonic() + PATIENCE_SECONDS
    while not [*backups(learner).glob("*.zip")]:
        assert monotonic() < deadline, "there is no copy"
        terminal.read_for(0.01)


@each_start
def test_a_sitting_that_is_killed_leaves_the_copy_of_its_day(
    learner: Learner, start: str
) -> None:
    words, shown = STARTS[start]
    with running(learner, *words) as terminal:
        terminal.wait_for(shown)
        wait_for_copy(terminal, learner)
        terminal.signal(signal.SIGKILL)
        terminal.wait_for_end()
    assert made(learner) == {"2026-01-05.zip": 2}


def test_what_is_answered_on_a_day_is_not_in_its_copy(learner: Learner) -> None:
    with running(learner, "review") as terminal:
        terminal.wait_for("space answer")
        wait_for_copy(terminal, learner)
        terminal.type(" 3")
        terminal.wait_for("Question 4?")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert len(learner.saved()) == 3
    assert made(learner) == {"2026-01-05.zip": 2}


def test_what_is_typed_ahead_on_a_day_is_not_in_its_copy(learner: Learner) -> None:
    with running(learner, "review") as terminal:
        terminal.type(" 3 3")
        terminal.wait_for("Question 5?")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert len(learner.saved()) == 4
    assert made(learner) == {"2026-01-05.zip": 2}


def test_who_leaves_at_once_leaves_a_whole_copy(learner: Learner) -> None:
    with running(learner, "review") as terminal:
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert made(learner) == {"2026-01-05.zip": 2}
    assert [path.name for path in backups(learner).iterdir()] == ["2026-01-05.zip"]


@each_start
def test_a_copy_that_cannot_be_made_is_told_after_the_last_screen(
    learner: Learner, start: str
) -> None:
    words, shown = STARTS[start]
    backups(learner).parent.mkdir(parents=True)
    backups(learner).write_text("in the way")
    with running(learner, *words, size=(200, 24)) as terminal:
        terminal.wait_for(shown)
        terminal.type("q\n" if "--plain" in words else "q")
        assert terminal.wait_for_end() == 0
    told = b"today's copy of your progress was not made: cannot keep"
    assert told in terminal.raw.rpartition(LEFT_THE_SCREEN)[2]
    assert terminal.raw.count(told) == 1


async def test_all_that_is_pressed_may_begin_the_copy_of_a_new_day(
    learner: Learner,
) -> None:
    uses: list[str] = []
    async with sitting(learner, when_used=lambda: uses.append("")) as desk:
        assert len(uses) == 1
        await desk.press("f1")
        assert len(uses) > 1
        before = len(uses)
        await desk.press("escape")
        await desk.click(CardPanel, (8, 3))
        assert len(uses) > before + 1


async def test_a_key_is_obeyed_only_when_the_day_was_looked_at(
    learner: Learner,
) -> None:
    desks: list[Sitting] = []
    were_obeyed: list[bool] = []

    def look() -> None:
        were_obeyed.extend(desk.app.has_typed_ahead for desk in desks)

    async with sitting(learner, when_used=look) as desk:
        desks.append(desk)
        await desk.press("space")
        assert were_obeyed[0] is False
