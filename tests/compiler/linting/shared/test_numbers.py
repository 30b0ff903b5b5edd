import pytest

from pmflash.compiler.linting.shared.numbers import (
    ends_in_noun,
    is_bare_number,
    starts_with_noun,
)


@pytest.mark.parametrize(
    "text",
    [*("45", "about 4", "3,000", "0.07.", "twelve"), *("≥ 3", "3-4", "three to 4")],
)
def test_a_number_alone_is_bare(text: str) -> None:
    assert is_bare_number(text)


@pytest.mark.parametrize(
    "text",
    [*("", "2013", "45 days", "10k", "many", "1:30"), *("²", "3 to 4 days", "3and4")],
)
def test_anything_else_is_not(text: str) -> None:
    assert not is_bare_number(text)


@pytest.mark.parametrize("text", ["In round ", "costs $"])
def test_a_noun_or_a_sign_in_front_names_a_number(text: str) -> None:
    assert ends_in_noun(text)


@pytest.mark.parametrize("text", ["", "It is ", "After that, ", "at most ", "from 3 "])
def test_a_verb_or_a_mark_in_front_does_not(text: str) -> None:
    assert not ends_in_noun(text)


@pytest.mark.parametrize(
    "text", [" days", " to 7 weeks", "-day plan", " % of it", " of us"]
)
def test_a_noun_or_a_sign_behind_says_what_a_number_counts(text: str) -> None:
    assert starts_with_noun(text)


@pytest.mark.parametrize(
    "text", ["", ".", ", days", " and then", " to 7, weeks", " in it"]
)
def test_a_mark_or_a_joining_word_behind_does_not(text: str) -> None:
    assert not starts_with_noun(text)
