import pytest

from pmflash.exporting.anki.names import (
    NotetypeNames,
    deck_path,
    note_guid,
    notetype_names,
    parents_first,
    tag_name,
)
from pmflash.model.failure import UsageError


@pytest.mark.parametrize("choice", ["pt-br", "pt-BR", "pt_BR", " PT-br "])
def test_a_language_may_be_written_the_usual_ways(choice: str) -> None:
    assert notetype_names(choice).cloze == "Omissão de Palavras"


def test_the_learner_may_name_the_note_types() -> None:
    assert notetype_names("Basic=My basic, cloze=Mine") == NotetypeNames(
        "My basic", "Mine"
    )


def test_a_note_type_that_is_not_named_keeps_its_english_name() -> None:
    assert notetype_names("Basic=Mine") == NotetypeNames("Mine", "Cloze")


@pytest.mark.parametrize("choice", ["tlh", "", "Basic=", "Front=x", "Basic=x,", "=x"])
def test_a_choice_without_meaning_is_a_usage_error(choice: str) -> None:
    with pytest.raises(UsageError) as caught:
        notetype_names(choice)
    assert "Basic=" in caught.value.help


@pytest.mark.parametrize(
    ("title", "path"),
    [
        ("Flexport", "pmflash::Flexport"),
        ("2026", "pmflash::2026"),
        ("a::b", "pmflash::a::b"),
        (" a :: :: b ", "pmflash::a::b"),
        ("::", "pmflash::from-id"),
        ("\x1b\n", "pmflash::from-id"),
        ("one\ntwo", "pmflash::one two"),
        ("Cafe\u0301", "pmflash::Café"),
    ],
)
def test_every_part_of_a_deck_path_is_a_name(title: str, path: str) -> None:
    assert deck_path(title, "from-id") == path


def test_a_parent_deck_sorts_before_its_children_in_any_case() -> None:
    paths = ["p::A::x", "p::a", "p::a b", "p", "p::B"]
    assert sorted(paths, key=parents_first) == [
        "p",
        "p::a",
        "p::A::x",
        "p::a b",
        "p::B",
    ]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("product sense", "product-sense"),
        (" a \u3000 b ", "a-b"),
        ("ml::drift", "ml::drift"),
        ("::x::", "x"),
        (" ", ""),
    ],
)
def test_a_tag_is_one_word(text: str, tag: str) -> None:
    assert tag_name(text) == tag


def test_a_guid_is_the_card_id() -> None:
    assert note_guid("flexport/four-p/answer") == "flexport/four-p/answer"


def test_a_guid_never_looks_like_a_comment() -> None:
    assert note_guid("#1/a/answer") == "%231/a/answer"
