import pytest

from pmflash.answering.shared.units import currency_before, measure_in


@pytest.mark.parametrize(
    ("text", "scale", "family"),
    [
        ("", None, ""),
        ("k", 1_000, ""),
        ("$ m", 1_000_000, "$"),
        ("billion dollars", 10**9, "$"),
        ("% of base", None, "share"),
        ("working days", None, "time"),
        ("thousand users", 1_000, ""),
        ("k per year", 1_000, ""),
        ("years", None, "calendar"),
    ],
)
def test_words_say_a_scale_and_a_unit(
    text: str, scale: int | None, family: str
) -> None:
    measure = measure_in(text)
    assert (measure.scale, measure.family) == (scale, family)


@pytest.mark.parametrize(
    ("family", "word"), [("time", "minute"), ("calendar", "month")]
)
def test_m_is_a_length_of_time_among_such(family: str, word: str) -> None:
    assert measure_in("m", family).unit == measure_in(word).unit


def test_m_is_a_million_elsewhere() -> None:
    assert measure_in("m", "$").scale == 1_000_000


def test_what_is_not_known_is_kept_as_it_is_written() -> None:
    measure = measure_in("interview rounds")
    assert (measure.word, measure.is_clear) == ("interview rounds", False)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("us$", ("$", False)),
        ("eur ", ("eur", True)),
        ("~ ", ("", True)),
        ("about €", ("€", False)),
    ],
)
def test_a_currency_may_stand_before_the_number(
    text: str, found: tuple[str, bool]
) -> None:
    assert currency_before(text) == found
