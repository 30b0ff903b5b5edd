import pytest
from hypothesis import given
from hypothesis import strategies as st

from answering.replies import PARTLY, RIGHT, WRONG, verdict
from builders import DAY_0, a_card
from pmflash.answering.base import AskRange
from pmflash.answering.range import RangeAnswer
from pmflash.model.mode import Range

PAY, WEEKS = Range("155000", "180000", "$"), Range("4", "6", "weeks")
EQUITY = Range("0.03", "0.05", "%")
LOSS = Range("-5", "-3", "%")


def test_a_range_is_asked_for_with_its_unit() -> None:
    assert RangeAnswer().ask(a_card(mode=PAY), DAY_0) == AskRange("$")


WRITTEN = (
    *((PAY, "155k", "180k"), (PAY, "155", "180k"), (PAY, "155k", "180")),
    *((PAY, "155000", "180k"), (PAY, "$155,000", "$180,000"), (PAY, "180k", "155k")),
    *((PAY, "155-180k"), (PAY, "155-180k", ""), (PAY, "", "155–180k")),
    *((PAY, "155 to 180 thousand"), (PAY, "$155k – $180k"), (PAY, "155k..180k")),
    *((PAY, "from 155 to 180k"), (PAY, "between 155,000 and 180,000")),
    *((WEEKS, "4", "6"), (WEEKS, "4-6"), (WEEKS, "4 to 6 weeks")),
    *((WEEKS, "four to six weeks"), (WEEKS, "28-42 days"), (WEEKS, "28", "42 days")),
    *((EQUITY, "0.03", "0.05 %"), (EQUITY, "0,03-0,05%"), (EQUITY, "3-5 bps")),
    *((LOSS, "-5 to -3"), (LOSS, "-5", "-3 %"), (LOSS, "-5--3")),
)


@pytest.mark.parametrize("case", WRITTEN)
def test_a_range_is_read_however_people_write_it(
    case: tuple[Range, str, str],
) -> None:
    mode, *reply = case
    assert verdict(mode, *reply).rightness is RIGHT


HALVES = (
    (("155k", "170k"), "high end $180,000", "you said 170k; it is $180,000"),
    (("150k", "180k"), "low end $155,000", "you said 150k; it is $155,000"),
    (("155k", "some"), "high end $180,000", "no number in “some”"),
    (("155k", ""), "high end $180,000", ""),
    (("", "180k"), "low end $155,000", ""),
)


@pytest.mark.parametrize(("reply", "missed", "remark"), HALVES)
def test_one_right_end_names_the_other(
    reply: tuple[str, str], missed: str, remark: str
) -> None:
    found = verdict(PAY, *reply)
    assert (found.rightness, found.missed) == (PARTLY, (missed,))
    assert found.remark == remark


NEARLY = (
    (PAY, "155", "180", "right digits, other scale"),
    (PAY, "155k €", "180k €", "right number, but in € not $"),
)


@pytest.mark.parametrize(("mode", "low", "high", "remark"), NEARLY)
def test_both_ends_with_the_right_digits_are_nearly_right(
    mode: Range, low: str, high: str, remark: str
) -> None:
    found = verdict(mode, low, high)
    assert (found.rightness, found.remark) == (PARTLY, remark)


OFF = (
    (("150", "170"), "you said 150 to 170; it is $155,000 to $180,000"),
    (("5",), "you said 5; it is $155,000 to $180,000"),
    (("nothing",), "you said nothing; it is $155,000 to $180,000"),
)


@pytest.mark.parametrize(("reply", "remark"), OFF)
def test_a_wrong_range_is_told_beside_the_right_one(
    reply: tuple[str, ...], remark: str
) -> None:
    found = verdict(PAY, *reply)
    assert (found.rightness, found.remark) == (WRONG, remark)


texts = st.text(alphabet="0123456789.,' -–k%$Mdaystoand", max_size=30)


@given(low=texts, high=texts)
def test_any_two_texts_are_judged(low: str, high: str) -> None:
    for mode in (PAY, WEEKS, EQUITY, LOSS):
        assert verdict(mode, low, high).rightness in (RIGHT, PARTLY, WRONG, "open")
