from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answering.replies import PARTLY, RIGHT, WRONG, verdict
from builders import DAY_0, a_card
from pmflash.answering.base import AskOrder
from pmflash.answering.order import OrderAnswer
from pmflash.model.mode import Order

FIVE = tuple("abcde")


def start(items: tuple[str, ...], days: int = 0) -> tuple[str, ...]:
    """The order to begin with, so many days after day 0."""
    card = a_card(mode=Order(items))
    ask = OrderAnswer().ask(card, DAY_0 + timedelta(days=days))
    assert isinstance(ask, AskOrder)
    return ask.items


@given(st.lists(st.sampled_from("abc"), max_size=6), st.integers(0, 365))
def test_the_start_holds_all_things_and_is_never_solved(
    items: list[str], days: int
) -> None:
    begun = start(tuple(items), days)
    assert sorted(begun) == sorted(items)
    assert begun != tuple(items) or len({*items}) < 2


@pytest.mark.parametrize("count", range(3, 8))
def test_a_start_that_nobody_touched_is_wrong(count: int) -> None:
    items = tuple("abcdefgh"[:count])
    for days in range(60):
        assert verdict(Order(items), *start(items, days)).rightness is WRONG


def test_another_day_brings_another_start() -> None:
    assert len({start(FIVE, days) for days in range(30)}) > 20


def test_the_right_order_is_right() -> None:
    assert verdict(Order(FIVE), *FIVE).rightness is RIGHT


def test_only_two_that_changed_places_are_nearly_right() -> None:
    for given_order in permutations(FIVE):
        missed = tuple(
            item for item, there in zip(FIVE, given_order, strict=True) if item != there
        )
        found = verdict(Order(FIVE), *given_order)
        assert found.missed == missed
        assert (found.rightness is PARTLY) is (len(missed) == 2)


def test_two_things_the_wrong_way_round_are_wrong() -> None:
    assert verdict(Order(("a", "b")), "b", "a").rightness is WRONG


def test_things_that_were_left_out_are_missed() -> None:
    assert verdict(Order(FIVE), "a", "b").missed == ("c", "d", "e")
