import pytest

from answering.replies import OPEN, PARTLY, RIGHT, WRONG, verdict
from builders import DAY_0, a_card
from pmflash.answering.base import AskClock
from pmflash.answering.rehearse import RehearseAnswer, spoken_seconds
from pmflash.model.mode import Rehearse

FOUR = ("Gap", "Skill", "Plan", "Date")
PITCH, OPEN_END = Rehearse(FOUR, 90), Rehearse(FOUR, 0)


def test_a_script_asks_for_its_beats_against_its_clock() -> None:
    assert RehearseAnswer().ask(a_card(mode=PITCH), DAY_0) == AskClock(90, FOUR)


CASES = (
    (PITCH, "85", 4, RIGHT, "85 s, 5 s left"),
    (PITCH, "90", 4, RIGHT, "90 s, 0 s left"),
    (PITCH, "95", 4, PARTLY, "95 s, 5 s over"),
    (PITCH, "95.7", 4, PARTLY, "95 s, 5 s over"),
    (PITCH, "85", 2, PARTLY, "85 s, 5 s left"),
    (PITCH, "95", 1, WRONG, "95 s, 5 s over"),
    (PITCH, "0", 4, RIGHT, ""),
    (OPEN_END, "1000", 4, RIGHT, "1000 s"),
)


@pytest.mark.parametrize(("mode", "taken", "count", "rightness", "remark"), CASES)
def test_the_beats_count_first_and_then_the_time(
    mode: Rehearse, taken: str, count: int, rightness: str, remark: str
) -> None:
    found = verdict(mode, taken, *FOUR[:count])
    assert (found.rightness, found.remark) == (rightness, remark)
    assert found.missed == FOUR[count:]


def test_the_time_is_told_where_no_beat_was_ticked() -> None:
    found = verdict(PITCH, "95")
    assert (found.rightness, found.remark) == (OPEN, "95 s, 5 s over")


@pytest.mark.parametrize("taken", ["", "soon", "-5", "9" * 5000, "1e9"])
def test_a_time_that_is_none_does_not_matter(taken: str) -> None:
    assert verdict(PITCH, taken, *FOUR).rightness is RIGHT


def test_the_time_spoken_is_told_of_scripts_alone() -> None:
    script = a_card(mode=PITCH)
    assert spoken_seconds(script, ("85", "Gap")) == 85
    assert spoken_seconds(script, ("", "Gap")) == 0
    assert spoken_seconds(script, ()) == 0
    assert spoken_seconds(a_card(), ("85",)) == 0
