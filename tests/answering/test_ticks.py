import pytest

from answering.replies import PARTLY, RIGHT, WRONG, verdict
from builders import DAY_0, a_card
from pmflash.answering.base import AskTicks
from pmflash.answering.ticks import TicksAnswer
from pmflash.model.mode import Ticks

FOUR = ("Problem", "Product", "Plan", "Data")


def test_the_parts_are_ticked_in_the_order_of_the_author() -> None:
    assert TicksAnswer().ask(a_card(mode=Ticks(FOUR)), DAY_0) == AskTicks(FOUR)


@pytest.mark.parametrize(
    ("count", "rightness"), [(4, RIGHT), (3, PARTLY), (2, PARTLY), (1, WRONG)]
)
def test_half_of_the_parts_are_nearly_right(count: int, rightness: str) -> None:
    found = verdict(Ticks(FOUR), *FOUR[:count])
    assert found.rightness is rightness
    assert found.missed == FOUR[count:]


def test_one_of_three_is_less_than_half() -> None:
    assert verdict(Ticks(FOUR[:3]), "Plan").rightness is WRONG


def test_the_order_of_the_ticks_does_not_matter() -> None:
    assert verdict(Ticks(FOUR), *reversed(FOUR)).rightness is RIGHT
