import pytest

from pmflash.answering.shared.closeness import Closeness, closeness, stated, stated_by
from pmflash.answering.shared.figures import figure_in


@pytest.mark.parametrize(
    ("typed", "close"),
    [
        ("14", Closeness.RIGHT),
        ("2 weeks", Closeness.RIGHT),
        ("14 hours", Closeness.OTHER_UNIT),
        ("14 %", Closeness.OTHER_UNIT),
        ("14 bananas", Closeness.OTHER_UNIT),
        ("1400", Closeness.OTHER_SCALE),
        ("140", Closeness.OFF),
        ("13", Closeness.OFF),
    ],
)
def test_a_number_is_as_close_as_its_best_reading(typed: str, close: Closeness) -> None:
    figure = figure_in(typed)
    assert figure is not None
    assert closeness(figure, stated("14", "days")) is close


def test_a_number_may_borrow_the_unit_of_another() -> None:
    four, six = figure_in("4"), figure_in("6 weeks")
    assert four
    assert six
    assert closeness(four, stated("28", "days")) is Closeness.OFF
    assert closeness(four.like(six), stated("28", "days")) is Closeness.RIGHT


def test_a_spelling_states_its_number_in_full() -> None:
    spelling, short = figure_in("$1 M"), figure_in("$1")
    assert spelling
    assert short
    assert closeness(spelling, stated_by(spelling)) is Closeness.RIGHT
    assert closeness(short, stated_by(spelling)) is Closeness.OTHER_SCALE
