from itertools import product

import pytest

from pmflash.answering.shared.slips import is_near, slips


@pytest.mark.parametrize(
    ("typed", "meant", "count"),
    [
        ("drift", "drift", 0),
        ("drfit", "drift", 1),
        ("drif", "drift", 1),
        ("drifft", "drift", 1),
        ("draft", "drift", 1),
        ("dfirt", "drift", 2),
        ("", "ab", 2),
        ("thrift", "drift", 2),
        ("dri", "drifting", 3),
        ("abcde", "vwxyz", 3),
    ],
)
def test_a_slip_is_one_letter_or_two_neighbours_swapped(
    typed: str, meant: str, count: int
) -> None:
    assert slips(typed, meant) == count


def test_slips_are_the_same_in_both_directions() -> None:
    words = ["".join(letters) for n in range(4) for letters in product("ab", repeat=n)]
    assert all(slips(one, two) == slips(two, one) for one in words for two in words)


@pytest.mark.parametrize(
    ("typed", "meant", "near"),
    [
        ("abce", "abcd", False),
        ("abcdf", "abcde", True),
        ("abcxx", "abcde", False),
        ("abcdefgxx", "abcdefghi", True),
        ("abcdefxxx", "abcdefghi", False),
        ("part 1", "part 2", False),
        ("1234567891", "1234567890", False),
        ("x" * 101, "x" * 102, False),
    ],
)
def test_long_words_forgive_more_and_digits_nothing(
    typed: str, meant: str, near: bool
) -> None:
    assert is_near(typed, meant) is near
