import pytest

from pmflash.compiler.linting.shared.words import (
    content_stems,
    sentences,
    stands_in,
    stem,
    tokens,
)


@pytest.mark.parametrize(
    "forms",
    [
        ("ship", "ships", "shipped", "shipping"),
        ("price", "prices", "priced", "pricing"),
        ("company", "companies", "company's"),
        ("process", "processes", "processed"),
        ("miss", "missed", "missing"),
        ("model", "models", "modeled"),
    ],
)
def test_all_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("word", ["bus", "basis", "spring", "need", "king", "red", "s"])
def test_an_ending_that_is_none_stays(word: str) -> None:
    assert stem(word) == word


def test_numerals_and_signs_are_words_of_their_own() -> None:
    assert tokens("$4.2 M, 10,000 or 12 %") == [
        "$",
        "4.2",
        "m",
        "10000",
        "or",
        "12",
        "%",
    ]


def test_words_that_only_join_say_nothing() -> None:
    assert content_stems("What is the cost of a model?") == ["cost", "model"]


def test_a_negation_says_something() -> None:
    assert content_stems("Not before the launch") == ["not", "befor", "launch"]


def test_sentences_end_at_marks_that_are_not_in_quotes() -> None:
    text = "He said “Stop. Now.” and left. At 0.5 % all was well?\nThe end"
    assert sentences(text) == [
        "He said “Stop. Now.” and left.",
        "At 0.5 % all was well?",
        "The end",
    ]


def test_words_stand_in_a_text_only_whole_and_in_order() -> None:
    text = ["model", "drift", "hurts"]
    assert stands_in(["model", "drift"], text)
    assert not stands_in(["drift", "model"], text)
    assert not stands_in(["rift"], text)
