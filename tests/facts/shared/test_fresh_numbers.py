from math import prod

import pytest

from pmflash.facts.shared.fresh_numbers import MOST_VARIANTS, fresh_places

SPACES = [(2,), (6,), (24,), (25,), (6, 6), (5, 9, 4), (1000, 1000), (10**33, 10**33)]


@pytest.mark.parametrize("counts", SPACES, ids=str)
def test_places_differ_and_lie_within_their_counts(counts: tuple[int, ...]) -> None:
    places = list(fresh_places("pay", counts))
    assert len(set(places)) == len(places) == min(prod(counts), MOST_VARIANTS)
    assert all(
        0 <= n < most for each in places for n, most in zip(each, counts, strict=True)
    )


@pytest.mark.parametrize("counts", SPACES, ids=str)
def test_a_fact_keeps_its_places(counts: tuple[int, ...]) -> None:
    assert list(fresh_places("pay", counts)) == list(fresh_places("pay", counts))


def test_the_places_of_a_fact_are_the_same_for_ever() -> None:
    pinned = [(0, 1), (1, 2), (1, 1), (0, 0), (0, 2), (1, 0)]
    assert list(fresh_places("pay", (2, 3))) == pinned


def test_facts_differ_in_their_places() -> None:
    assert list(fresh_places("pay", (6, 6))) != list(fresh_places("bonus", (6, 6)))


def test_places_come_in_no_order() -> None:
    places = list(fresh_places("pay", (100, 100)))
    assert places not in (sorted(places), sorted(places, reverse=True))


@pytest.mark.parametrize("position", [0, 1, 2])
def test_every_part_of_a_range_is_asked(position: int) -> None:
    quarters = {each[position] // 25 for each in fresh_places("pay", (100, 100, 100))}
    assert quarters == {0, 1, 2, 3}
