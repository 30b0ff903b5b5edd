from dataclasses import fields
from pathlib import Path

import pytest

import pmflash
from pmflash.model.settings import THEMES, Settings
from pmflash.tui.setting_rows import (
    ROW_BY_NAME,
    ROWS,
    Row,
    Sort,
    choices_of,
    default_words,
    value_words,
)

README = Path(pmflash.__file__).parents[2] / "README.md"


def test_every_setting_has_a_row() -> None:
    assert sorted(row.name for row in ROWS) == sorted(f.name for f in fields(Settings))


def test_rows_stand_in_the_order_of_the_readme() -> None:
    block = README.read_text("utf-8").partition("```yaml\ndecks: []")[2]
    lines = block.partition("```")[0].splitlines()[1:]
    assert [row.name for row in ROWS] == [
        "decks",
        *(line.partition(":")[0] for line in lines),
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_only_what_is_a_choice_has_words_to_choose_from(row: Row) -> None:
    words = choices_of(row.name)
    is_choice = row.sort is Sort.CHOICE
    assert is_choice is (getattr(Settings(), row.name) in words and len(words) > 1)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_what_a_setting_does_is_a_sentence(row: Row) -> None:
    assert row.told.endswith(".")
    assert all(
        word in row.told for word in choices_of(row.name) if row.sort is Sort.CHOICE
    )


@pytest.mark.parametrize(
    ("name", "settings", "words"),
    [
        ("decks", Settings(), "all"),
        ("decks", Settings(decks=("a", "b\x1b")), "a, b␛"),
        ("new_per_day", Settings(new_per_day=0), "0"),
        ("interview_on", Settings(), "none"),
        ("interview", Settings(interview="a\nb"), "a b"),
        ("theme", Settings(theme=THEMES[2]), "nord"),
        ("keys", Settings(keys=(("undo", ("U",)),)), "of 1 action"),
        ("keys", Settings(), "none"),
    ],
)
def test_a_value_stands_on_one_line(name: str, settings: Settings, words: str) -> None:
    assert value_words(ROW_BY_NAME[name], settings) == words


def test_a_default_is_named_only_where_something_else_was_chosen() -> None:
    row = ROW_BY_NAME["new_per_day"]
    assert default_words(row, Settings()) == ""
    assert default_words(row, Settings(new_per_day=5)) == "default 20"
