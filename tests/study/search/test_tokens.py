import pytest

from pmflash.study.search.error import SearchError
from pmflash.study.search.tokens import Sort, Token, tokens


def cut(text: str) -> list[tuple[Sort, str]]:
    return [(token.sort, token.text) for token in tokens(text)]


def test_a_search_falls_into_signs_links_words_and_fields() -> None:
    assert cut('a-b -"c d" OR (is:due and x)') == [
        (Sort.WORDS, "a-b"),
        (Sort.SIGN, "-"),
        (Sort.WORDS, "c d"),
        (Sort.LINK, "or"),
        (Sort.SIGN, "("),
        (Sort.FIELD, "due"),
        (Sort.LINK, "and"),
        (Sort.WORDS, "x"),
        (Sort.SIGN, ")"),
    ]


@pytest.mark.parametrize("operator", [":", "<", "<=", "=", ">", ">="])
def test_a_field_has_a_name_an_operator_and_a_value(operator: str) -> None:
    (token,) = tokens(f" Ease{operator}2.5 ")
    start = 5 + len(operator)
    assert token == Token(
        Sort.FIELD, "2.5", 1, start + 3, "ease", operator, value_start=start
    )


def test_a_value_in_quotes_may_hold_spaces_and_signs() -> None:
    (token,) = tokens('deck:"Side by (side)"')
    assert (token.text, token.start, token.end) == ("Side by (side)", 0, 21)


def test_quotes_make_words_of_what_else_would_be_a_link_or_a_field() -> None:
    assert cut('"or" "is:due" "-"') == [
        (Sort.WORDS, "or"),
        (Sort.WORDS, "is:due"),
        (Sort.WORDS, "-"),
    ]


@pytest.mark.parametrize("word", ["12:30", "$155k", "3<4", "50%", "a/b", "+"])
def test_what_does_not_begin_like_a_field_is_a_word(word: str) -> None:
    assert cut(word) == [(Sort.WORDS, word)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('drift "label', (6, 12)),
        ('x deck:"Side', (7, 12)),
        ("x deck: y", (2, 7)),
        ("ease<=", (0, 6)),
        ("deck:(a)", (0, 5)),
        ('deck:"  "', (0, 9)),
    ],
)
def test_what_is_not_finished_is_named_with_its_place(
    text: str, place: tuple[int, int]
) -> None:
    with pytest.raises(SearchError) as wrong:
        cut(text)
    assert (wrong.value.start, wrong.value.end) == place
    assert wrong.value.help
