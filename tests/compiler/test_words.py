import pytest

from pmflash.compiler.words import did_you_mean, listed, nearest, quoted


def test_a_quote_is_short_and_on_one_line() -> None:
    assert quoted("a\nb") == "`a b`"
    assert len(quoted("x" * 5_000_000)) == 62


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([], ""),
        (["a"], "`a`"),
        (["a", "b"], "`a` and `b`"),
        ("abc", "`a`, `b` and `c`"),
    ],
)
def test_words_are_listed_as_in_a_sentence(words: list[str], text: str) -> None:
    assert listed(words) == text


def test_a_long_list_is_cut() -> None:
    assert listed([f"w{number}" for number in range(50)]).endswith(" and 30 more")


def test_the_nearest_word_is_found_in_any_case() -> None:
    assert nearest("TREM", ["term", "list"]) == "term"


def test_a_huge_word_resembles_nothing() -> None:
    assert nearest("term" * 1_000_000, ["term"]) == ""


def test_without_a_near_word_all_are_named() -> None:
    assert did_you_mean("x", ["b", "a"], "kinds") == "the kinds are `a` and `b`"


def test_without_any_word_there_is_still_a_help() -> None:
    assert did_you_mean("x", [], "seeds") == "there are no seeds yet"
