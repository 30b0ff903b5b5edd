import os
from errno import EDQUOT, EIO, ENOSPC

import pytest

from learner import Learner
from pmflash.model.event import Event
from pmflash.model.failure import ExitCode, StorageError
from pmflash.model.rating import Rating
from pmflash.storage.journal import Journals
from tui.sitting import Sitting, sitting


class Disk:
    """A disk that takes nothing until it is mended."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_full = True
        append = Journals.append

        def append_if_room(
            journals: Journals, event: Event, *, if_all_read: bool = False
        ) -> None:
            if self.is_full:
                raise StorageError("cannot save your answer: [/no] room", "free some")
            append(journals, event, if_all_read=if_all_read)

        monkeypatch.setattr(Journals, "append", append_if_room)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


async def rate(desk: Sitting) -> None:
    await desk.press("space", "3")


async def test_an_answer_that_is_not_saved_says_so(
    learner: Learner, disk: Disk
) -> None:
    async with sitting(learner) as desk:
        await rate(desk)
        assert "This answer is not saved." in desk.picture
        assert "cannot save your answer: [/no] room" in desk.picture
        assert "free some" in desk.picture


async def test_an_answer_that_is_not_saved_is_not_counted(
    learner: Learner, disk: Disk
) -> None:
    async with sitting(learner) as desk:
        await rate(desk)
        await desk.press("escape")
        assert "0/36" in desk.picture
        assert desk.saved == ()


async def test_the_card_waits_with_its_answer_behind_the_trouble(
    learner: Learner, disk: Disk
) -> None:
    async with sitting(learner) as desk:
        await desk.press("space")
        before = desk.picture
        await desk.press("3", "escape")
        assert desk.picture == before


@pytest.mark.parametrize("key", ["r", "enter"])
async def test_trying_again_saves_the_same_answer(
    learner: Learner, disk: Disk, key: str
) -> None:
    async with sitting(learner) as desk:
        await desk.press("space", "2")
        disk.is_full = False
        await desk.press(key)
        assert desk.ratings == (Rating.HARD,)
        assert "Question 2?" in desk.picture


async def test_trying_again_in_vain_shows_the_trouble_again(
    learner: Learner, disk: Disk
) -> None:
    async with sitting(learner) as desk:
        await rate(desk)
        await desk.press("r", "r")
        assert "This answer is not saved." in desk.picture
        await desk.press("escape")
        assert "Question 1?" in desk.picture


async def test_no_key_of_the_card_works_behind_the_trouble(
    learner: Learner, disk: Disk
) -> None:
    async with sitting(learner) as desk:
        await rate(desk)
        disk.is_full = False
        await desk.press("1", "2", "3", "4", "space", "u")
        assert desk.saved == ()


async def test_leaving_with_an_unsaved_answer_tells_the_shell(
    learner: Learner, disk: Disk
) -> None:
    async with sitting(learner) as desk:
        await rate(desk)
        await desk.press("q")
    assert desk.app.return_code == ExitCode.STORAGE


async def test_an_undo_that_is_not_saved_undoes_nothing(
    learner: Learner, disk: Disk
) -> None:
    async with sitting(learner) as desk:
        disk.is_full = False
        await rate(desk)
        disk.is_full = True
        await desk.press("u")
        assert "not saved" in desk.picture
        await desk.press("escape")
        assert "1/36" in desk.picture


async def test_an_undo_on_the_summary_can_be_tried_again(
    learner: Learner, disk: Disk
) -> None:
    learner.writes("settings.yaml", "new_per_day: 1")
    async with sitting(learner) as desk:
        disk.is_full = False
        await rate(desk)
        disk.is_full = True
        await desk.press("u")
        disk.is_full = False
        await desk.press("r")
        assert "Answer 1" in desk.picture


async def test_keys_typed_ahead_of_the_trouble_pile_up_nothing(
    learner: Learner, disk: Disk
) -> None:
    async with sitting(learner) as desk:
        await desk.press("space", "3", "3", "3", apart=0.0)
        await desk.press("escape")
        assert "Answer 1" in desk.picture


SYNCING = {
    ENOSPC: "the disk is full",
    EDQUOT: "your share of the disk is full",
    EIO: "the disk reports a fault",
}


@pytest.mark.parametrize("number", SYNCING)
async def test_an_answer_that_does_not_reach_the_disk_is_not_saved(
    learner: Learner, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(number, "refused")

    async with sitting(learner) as desk:
        await rate(desk)
        with monkeypatch.context() as failing:
            failing.setattr(os, "fsync", refuse)
            await rate(desk)
            assert "This answer is not saved." in desk.picture
            assert SYNCING[number] in " ".join(desk.picture.split())
            assert len(desk.saved) == 1
        await desk.press("r")
        assert "Question 3?" in desk.picture
        assert len(desk.saved) == 2


async def test_an_answer_that_stayed_in_the_log_against_all_odds_counts_once(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: int) -> None:
        raise OSError(EIO, "refused")

    async with sitting(learner) as desk:
        with monkeypatch.context() as failing:
            failing.setattr(os, "fsync", refuse)
            failing.setattr(os, "ftruncate", refuse)
            await rate(desk)
            assert "This answer is not saved." in desk.picture
        await desk.press("r")
        assert "Question 2?" in desk.picture
        assert len(desk.saved) == 1


async def test_the_keys_of_the_trouble_are_told_and_left_again(
    learner: Learner, disk: Disk
) -> None:
    async with sitting(learner) as desk:
        await rate(desk)
        await desk.press("question_mark")
        assert "Try to save the answer again." in desk.picture
        await desk.press("question_mark")
        assert "This answer is not saved." in desk.picture


async def test_keys_typed_after_a_second_try_are_for_the_next_card(
    learner: Learner, disk: Disk
) -> None:
    async with sitting(learner) as desk:
        await rate(desk)
        disk.is_full = False
        await desk.press("r", "space", "4", apart=0.0)
        assert desk.ratings == (Rating.GOOD, Rating.EASY)
