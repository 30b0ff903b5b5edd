from decimal import Decimal

import pytest

from pmflash.facts.shared.expression import ExpressionError, read_expression

NUMBERS = {"lift": Decimal(4), "loss": Decimal("-0.5")}
TEXTS = {"lift": "4", "loss": "-0.5"}


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("lift * 5000", "20000"),
        ("lift + 1 - 2 * 3", "-1"),
        ("(lift + 1) / 2", "2.5"),
        ("-lift + +1", "-3"),
        ("0.1 + 0.2", "0.3"),
        ("0.1 * 3 - 0.3", "0"),
        ("min(lift, 3) * max(1, 2, loss)", "6"),
        ("lift\n  * 2", "8"),
        ("999999999999999 * 0.00000000000001", "9.99999999999999"),
    ],
)
def test_a_sum_is_worked_out_exactly(text: str, result: str) -> None:
    assert read_expression(text).value(NUMBERS) == Decimal(result)


def test_a_third_taken_three_times_is_one_for_every_purpose() -> None:
    assert abs(read_expression("1 / 3 * 3").value({}) - 1) < Decimal("1e-50")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("lift*5000", "4 × 5,000"),
        ("(lift+1)/2", "(4 + 1) ÷ 2"),
        ("-lift + 0.07", "-4 + 0.07"),
        ("lift - loss", "4 - (-0.5)"),
        ("loss + max(lift,loss)", "-0.5 + max(4, -0.5)"),
        ("2 * (-lift)", "2 × (-4)"),
    ],
)
def test_a_sum_is_written_as_people_write_it(text: str, shown: str) -> None:
    assert read_expression(text).written(TEXTS) == shown


def test_names_are_told_once_each_in_their_order() -> None:
    names = read_expression("min(b, a) * b + max(c, 1)").names
    assert names == ("b", "a", "c")


def worked_out(text: str) -> Decimal:
    return read_expression(text).value(NUMBERS)


@pytest.mark.parametrize(
    "text",
    [
        *("lift ** 2", "9**9**9**9", "lift // 2", "lift % 2", "1 << 9", "lift ^ 2"),
        *("lift == 4", "lift = 4", "lift if lift else 1", "lift or 1", "not lift"),
        *("lambda: 1", "print(1)", "lift(1)", "(1)(2)", "max", "-max", "max + 1"),
        *("max()", "max(1)", "max(*lift)", "max(lift, key=1)", "lift.real"),
        *("__import__", "lift; lift", "import os", "return", "yield lift"),
        *("True", "None * 1", "1j", "1e9", "0x10", "'a' * 9", "[lift]", "lift[0]"),
        *("(1, 2)", "5,000", "1 2", "2 lift", "(lift", "lift)", "", "$5", "5 %", "07"),
        *("{lift}", ".5", "5.", "½", "٣", "ｌift"),
    ],
)
def test_anything_but_a_sum_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        worked_out(text)


def test_a_word_of_other_letters_is_named_whole() -> None:
    with pytest.raises(ExpressionError, match="`größe` means nothing"):
        read_expression("größe * 2")


@pytest.mark.parametrize(
    "text",
    [
        "(" * 100_000,
        "(" * 500 + "1" + ")" * 500,
        "-" * 5000 + "1",
        "1" + "+1" * 5000,
        "min(" * 300 + "1" + ", 1)" * 300,
        "9" * 100_000,
        "0." + "1" * 5000,
    ],
)
def test_a_sum_too_long_for_any_head_is_refused_unread(text: str) -> None:
    with pytest.raises(ExpressionError):
        read_expression(text)


@pytest.mark.parametrize(
    "text", ["-" * 59 + "1", "(" * 29 + "1" + ")" * 29, "1" + "+1" * 29]
)
def test_the_longest_sums_are_worked_out(text: str) -> None:
    assert abs(worked_out(text)) in {1, 30}


@pytest.mark.parametrize("text", ["1 / 0", "0 / 0", "lift / (lift - 4)"])
def test_nothing_is_divided_by_zero(text: str) -> None:
    with pytest.raises(ZeroDivisionError):
        worked_out(text)
