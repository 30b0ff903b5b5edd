import pytest

from pmflash.facts.shared.wording import (
    bare,
    detailed,
    listed,
    nearest,
    opened,
    paragraphs,
    steady_pick,
    the,
)


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("hiring process", "the hiring process"),
        ("The hiring process", "The hiring process"),
        ("a typical week", "a typical week"),
        ("Flexport's bonus", "Flexport's bonus"),
        ("Descartes’ bonus", "Descartes’ bonus"),
        ("your first answer", "your first answer"),
    ],
)
def test_a_noun_has_exactly_one_article(noun: str, expected: str) -> None:
    assert the(noun) == expected


def test_a_noun_loses_its_article_behind_a_number() -> None:
    assert bare("The signals") == bare("signals") == "signals"
    assert bare("theories") == "theories"


def test_a_sentence_opens_with_a_capital() -> None:
    assert opened("describing ML") == "Describing ML"


def test_a_name_without_detail_stands_alone() -> None:
    assert detailed("Data", "") == "Data"


def test_a_detail_is_put_on_one_line() -> None:
    assert detailed("Data", "what\nthere is") == "Data – what there is"


def test_lines_are_numbered_only_when_ordered() -> None:
    assert listed(["a", "b"], ordered=True) == "1. a\n2. b"
    assert listed(["a", "b"]) == "- a\n- b"


def test_empty_paragraphs_leave_no_line() -> None:
    assert paragraphs("a", "", "b") == "a\nb"


def test_a_pick_stays_the_same_on_every_machine() -> None:
    assert [steady_pick(name, 3) for name in ("pay", "bonus", "equity")] == [2, 2, 0]


def test_the_nearest_word_is_suggested_whatever_its_case() -> None:
    assert nearest("NIOSE", ("signal", "Noise")) == "did you mean `Noise`?"


def test_all_words_are_named_when_none_is_near() -> None:
    assert nearest("xyz", ("signal", "noise")) == "use one of `signal`, `noise`"


def test_a_long_choice_of_words_is_cut() -> None:
    help = nearest("xyz", [f"word-{number}" for number in range(100)])
    assert help.endswith("`word-23`, or 76 more")
