import pytest

from pmflash.compiler.words import (
    did_you_mean,
    did_you_mean_one_of,
    listed,
    nearest,
    quoted,
    requoted,
)


def test_a_quote_is_short_and_on_one_line() -> None:
    assert quoted("a\nb") == "`a b`"
    assert len(quoted("x" * 5_000_000)) == 62


def test_a_message_keeps_its_words_and_shortens_its_quotes() -> None:
    told = requoted(f"`{'x' * 5000}` is\nnot `a\nb`")
    assert told == f"`{'x' * 59}…` is not `a b`"


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
    assert listed([f"w{number}" for number in range(50)]).endswith(" and 26 more")


def test_the_nearest_word_is_found_in_any_case() -> None:
    assert nearest("TREM", ["term", "list"]) == "term"


def test_a_huge_word_resembles_nothing() -> None:
    assert nearest("term" * 1_000_000, ["term"]) == ""


def test_without_a_near_word_all_are_named() -> None:
    assert did_you_mean("x", ["b", "a"], "kinds") == "the kinds are `a` and `b`"


def test_without_any_word_there_is_still_a_help() -> None:
    assert did_you_mean("x", [], "seeds") == "there are no seeds yet"


@pytest.mark.parametrize(
    ("word", "help"),
    [
        ("osmosi", "did you mean `osmosis`?"),
        ("walls", "did you mean `wall`, `wall-9` or `wall-8`?"),
        ("nothing like it", "write an id"),
        ("wall" * 1_000_000, "write an id"),
    ],
)
def test_of_many_known_words_the_three_nearest_are_named(word: str, help: str) -> None:
    known = ["osmosis", "wall", *(f"wall-{number}" for number in range(2, 50))]
    assert did_you_mean_one_of(word, known, "write an id") == help
