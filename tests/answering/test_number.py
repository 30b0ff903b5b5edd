from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answering.replies import PARTLY, RIGHT, WRONG, verdict
from builders import DAY_0, a_card
from pmflash.answering.base import AskNumber
from pmflash.answering.number import NumberAnswer
from pmflash.model.mode import Number
from pmflash.model.quantity import amount

PAY, VALUATION = Number("155000", "$"), Number("2.4", "$ B")
SHARE, BONUS = Number("0.07", "%"), Number("12", "% of base")
DAYS, MINUTES, ROUNDS = (
    Number("14", "days"),
    Number("45", "minutes"),
    Number("5", "rounds"),
)
LATENCY = Number("150", "ms")


def test_a_number_is_asked_for_with_its_unit() -> None:
    assert NumberAnswer().ask(a_card(mode=PAY), DAY_0) == AskNumber("$")


WRITTEN = {
    PAY: (
        *("155000", "155,000", "155 000", "155'000", "155.000", "155k", "$155k"),
        *("155 K", "155 thousand dollars", "USD 155k", "155k $", "about $155,000"),
        *("<= 155k", "≤155k", "~155k", "155k per year", "155k/yr", "1,55,000"),
    ),
    VALUATION: (
        *("2.4", "$2.4", "2.4b", "2.4 B", "$2.4 bn", "2.4 billion", "2,4 B"),
        *("2400m", "2,400,000,000", "$2.400.000.000"),
    ),
    SHARE: ("0.07", "0,07", ".07", "0.07%", "0.07 %", "7 bps", "7 basis points"),
    BONUS: ("12", "12%", "12 percent", "12 per cent", "0.12", "12 % of salary"),
    DAYS: ("14", "14 d", "14 days", "2 weeks", "2w", "two weeks", "14 working days"),
    MINUTES: ("45", "45 min", "45m", "45 minutes", "0.75 h", "2700 s"),
    ROUNDS: ("5", "five", "5 interviews", "5 rounds in all"),
    LATENCY: ("150", "150ms", "0.15 s"),
    Number("-5", "%"): ("-5", "−5 %", "minus 5 percent"),
    Number("-5000", "$"): ("-$5,000", "$-5k"),
    Number("6", "months"): ("6m", "2 quarters", "0.5 years"),
    Number("2", "million users"): ("2", "2m", "2 million", "2,000,000 users"),
    Number("4", ""): ("4", "four", "4 weeks"),
}
EVERY_WRITING = [(mode, text) for mode, texts in WRITTEN.items() for text in texts]


@pytest.mark.parametrize(("mode", "text"), EVERY_WRITING)
def test_a_number_is_read_however_people_write_it(mode: Number, text: str) -> None:
    assert verdict(mode, text).rightness is RIGHT
    assert verdict(mode, text).remark == ""


OFF = (
    (DAYS, "45", "you said 45 days; it is 14 days"),
    (DAYS, "3 weeks", "you said 3 weeks; it is 14 days"),
    (DAYS, "1", "you said 1 day; it is 14 days"),
    (PAY, "150000", "you said $150,000; it is $155,000"),
    (PAY, "160k", "you said 160k; it is $155,000"),
    (PAY, "12 %", "you said 12 %; it is $155,000"),
    (SHARE, "0.7", "you said 0.7 %; it is 0.07 %"),
    (DAYS, "abc", "no number in “abc”"),
    (DAYS, "10-14", "more than one number in “10-14”"),
    (DAYS, "1 4", "more than one number in “1 4”"),
)


@pytest.mark.parametrize(("mode", "text", "remark"), OFF)
def test_a_wrong_number_is_told_beside_the_right_one(
    mode: Number, text: str, remark: str
) -> None:
    assert verdict(mode, text).rightness is WRONG
    assert verdict(mode, text).remark == remark


OTHER_UNITS = (
    (Number("12", "$"), "12 %", "right number, but in % not $"),
    (BONUS, "$12", "right number, but in $ not % of base"),
    (PAY, "€155k", "right number, but in € not $"),
    (MINUTES, "45 days", "right number, but in days not minutes"),
    (ROUNDS, "5 days", "right number, but in days not rounds"),
    (VALUATION, "2.4 %", "right number, but in % not $ B"),
)


@pytest.mark.parametrize(("mode", "text", "remark"), OTHER_UNITS)
def test_a_wrong_unit_is_told_from_a_wrong_number(
    mode: Number, text: str, remark: str
) -> None:
    assert verdict(mode, text).rightness is PARTLY
    assert verdict(mode, text).remark == remark


OTHER_SCALES = (
    *((PAY, "155"), (PAY, "$155"), (PAY, "155m"), (VALUATION, "2.4 million")),
    *((SHARE, "7"), (SHARE, "0.0007"), (BONUS, "0.12 %"), (LATENCY, "0.15")),
)


@pytest.mark.parametrize(("mode", "text"), OTHER_SCALES)
def test_the_right_digits_in_another_scale_are_nearly_right(
    mode: Number, text: str
) -> None:
    assert verdict(mode, text).rightness is PARTLY
    assert verdict(mode, text).remark == "right digits, other scale"


def test_a_share_below_one_percent_is_never_taken_for_a_fraction() -> None:
    half = Number("0.5", "%")
    assert verdict(half, "0.5").rightness is RIGHT
    assert verdict(half, "0.005").rightness is PARTLY


@pytest.mark.parametrize(
    ("text", "rightness"),
    [("168", RIGHT), ("172", RIGHT), ("172.01", WRONG), ("167.99", WRONG)],
)
def test_a_tolerance_is_kept_to_the_digit(text: str, rightness: str) -> None:
    assert verdict(Number("170", "$", "2"), text).rightness is rightness


def test_a_tolerance_is_in_the_scale_of_its_unit() -> None:
    roughly = Number("2.4", "$ B", "0.1")
    assert verdict(roughly, "$2.5 B").rightness is RIGHT
    assert verdict(roughly, "2,500,000,000").rightness is RIGHT
    assert verdict(roughly, "2.6 B").rightness is WRONG


def test_nothing_is_a_scale_of_zero() -> None:
    assert verdict(Number("0", "days", "1"), "40").rightness is WRONG
    assert verdict(Number("0", "days"), "0").rightness is RIGHT


UNITS = ("", "$", "$ M", "€ k", "%", "% of base", "days", "minutes", "ms", "rounds")
amounts = st.decimals(-(10**15), 10**15, places=None, allow_nan=False).map(
    lambda value: value.quantize(Decimal("1.000000000"))
)


@given(value=amounts, unit=st.sampled_from(UNITS))
def test_what_a_card_shows_is_read_as_that_number(value: Decimal, unit: str) -> None:
    mode = Number(f"{value:f}", unit)
    assert verdict(mode, amount(value, unit)).rightness is RIGHT
    assert verdict(mode, f"{value:f}").rightness is RIGHT


@given(text=st.text(alphabet="0123456789.,' -k%$BMmdays/to", max_size=30))
def test_any_text_is_judged(text: str) -> None:
    for mode in WRITTEN:
        assert verdict(mode, text).rightness in (RIGHT, PARTLY, WRONG, "open")
