import pytest

from pmflash.answering.base import Rightness
from pmflash.answering.shared.verdicts import by_share, clipped, quoted


@pytest.mark.parametrize(
    ("missed", "count", "rightness"),
    [
        (0, 4, Rightness.RIGHT),
        (2, 4, Rightness.PARTLY),
        (2, 3, Rightness.WRONG),
        (1, 1, Rightness.WRONG),
    ],
)
def test_half_is_enough_to_be_partly_right(
    missed: int, count: int, rightness: Rightness
) -> None:
    assert by_share(("part",) * missed, count).rightness is rightness


def test_a_quote_is_safe_and_short() -> None:
    assert quoted("a\n\x1b[2J b") == "“a ␛[2J b”"
    assert len(clipped("word " * 10**6)) <= 40
