from decimal import Decimal

import pytest

from compiler.auditing.ledgers import a_band, a_figure, stated
from pmflash.compiler.auditing.shared.ends import (
    are_apart,
    disagreeing,
    exceeds,
    is_upper_limit,
)
from pmflash.facts.base import Fact

BAND = a_band("length", "10", "20", "days")


def wrong(low: str, high: str, fact: Fact) -> list[str]:
    ends = disagreeing((Decimal(low), Decimal(high)), stated(fact))
    return [str(end) for end in ends]


def figure(value: str, comparator: str = "") -> Fact:
    return a_figure("length", value, "days", comparator=comparator)


def test_two_bands_agree_end_by_end() -> None:
    assert wrong("10", "20", BAND) == []
    assert wrong("10", "25", BAND) == ["25"]
    assert wrong("12", "25", BAND) == ["12", "25"]


def test_an_end_may_be_off_by_a_hundredth() -> None:
    assert wrong("10.1", "19.8", BAND) == []
    assert wrong("10.2", "19.7", BAND) == ["10.2", "19.7"]


def test_an_end_that_is_stated_as_about_may_be_off_by_a_tenth() -> None:
    assert wrong("11", "11", figure("10", "about")) == []
    assert wrong("12", "12", figure("10", "about")) == ["12"]
    roughly = a_band("length", "10", "20", "days", basis="about")
    assert wrong("11", "22", roughly) == []


def test_a_number_agrees_with_a_band_that_it_lies_in() -> None:
    assert wrong("15", "15", BAND) == []
    assert wrong("14", "21", figure("15")) == []
    assert wrong("14", "21", figure("30")) == ["14", "21"]
    assert wrong("30", "30", BAND) == ["30"]


def test_a_limit_agrees_with_all_that_it_allows() -> None:
    assert wrong("1", "2", figure("30", "up to")) == []
    assert wrong("40", "50", figure("30", "up to")) == ["40", "50"]
    assert wrong("40", "50", figure("30", "at least")) == []


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (figure("5"), figure("5"), False),
        (figure("5"), figure("6"), True),
        (figure("6"), figure("5"), True),
        (BAND, figure("20"), False),
        (BAND, figure("21"), True),
        (figure("45", "about"), figure("48"), False),
        (figure("45", "about"), figure("60"), True),
        (figure("45"), figure("60", "up to"), False),
        (figure("65"), figure("60", "up to"), True),
        (figure("1"), figure("2", "at least"), True),
    ],
)
def test_two_statements_are_apart_when_no_number_fits_both(
    one: Fact, other: Fact, apart: bool
) -> None:
    assert are_apart(stated(one), stated(other)) is apart


def test_a_cap_is_exceeded_by_more_than_rounding() -> None:
    assert exceeds(Decimal(40), Decimal(36))
    assert not exceeds(Decimal("36.3"), Decimal(36))
    assert not exceeds(Decimal(20), Decimal(36))


def test_a_cap_is_what_nothing_goes_above() -> None:
    caps = ("up to", "at most", "<=", "<")
    assert all(is_upper_limit(stated(figure("5", sign))) for sign in caps)
    assert not is_upper_limit(stated(figure("5")))
    assert not is_upper_limit(stated(figure("5", "at least")))
