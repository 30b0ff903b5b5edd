from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmflash.answering.shared.figures import figure_in, two_ends

READ = (
    ("155000", "155000"),
    ("155,000", "155000"),
    ("1,550,000.5", "1550000.5"),
    ("155 000", "155000"),
    ("155\u202f000,50", "155000.50"),
    ("1.250.000", "1250000"),
    ("1.250,5", "1250.5"),
    ("0,07", "0.07"),
    ("0,070", "0.070"),
    ("1,5", "1.5"),
    (".5", "0.5"),
    ("-3", "-3"),
    ("−$3", "-3"),
    ("twelve", "12"),
    ("about 7.", "7"),
    ("٣", "3"),
)


@pytest.mark.parametrize(("text", "value"), READ)
def test_digits_are_read_as_people_group_them(text: str, value: str) -> None:
    figure = figure_in(text)
    assert figure is not None
    assert figure.values[0] == Decimal(value)


def test_a_point_before_three_digits_may_group_them() -> None:
    figure = figure_in("155.000")
    assert figure is not None
    assert figure.values == (Decimal("155.000"), Decimal(155000))


@pytest.mark.parametrize("text", ["", "abc", "1 2", "4-6", "1h30", "1e5", "1,2,3"])
def test_no_number_or_several_are_none(text: str) -> None:
    assert figure_in(text) is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("$155k", True),
        ("5 %", True),
        ("two weeks", True),
        ("5 rounds", False),
        ("about 5 %", False),
        ("5 % of base", False),
        ("F1", False),
        ("2FA", False),
    ],
)
def test_a_plain_figure_has_nothing_else_beside_it(text: str, plain: bool) -> None:
    figure = figure_in(text)
    assert figure is not None
    assert figure.is_plain is plain


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("155-180k", ("155", "180k")),
        ("4 to 6 weeks", ("4", "6 weeks")),
        ("-5 – -3", ("-5", "-3")),
        ("1.5..2", ("1.5", "2")),
        ("two and three", ("2", "3")),
        ("155k", ("155k",)),
    ],
)
def test_a_range_has_two_ends(text: str, ends: tuple[str, ...]) -> None:
    assert two_ends(text) == ends


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert len(two_ends(text)) in (1, 2)
    figure = figure_in(text)
    assert figure is None or figure.values


@given(st.decimals(-(10**12), 10**12, allow_nan=False, places=3))
def test_a_number_with_its_thousands_marked_is_read_as_itself(value: Decimal) -> None:
    figure = figure_in(f"{value:,f}")
    assert figure is not None
    assert value in figure.values
