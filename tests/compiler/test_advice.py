import pytest

from pmflash.compiler.advice import digits, glued_dash, shape
from pmflash.compiler.events import Value


@pytest.mark.parametrize(
    ("name", "expected", "value", "help"),
    [
        ("tags", "a list", "wet", "write `tags: [wet]`"),
        ("tags", "a list", {"a": "b"}, "start each item under `tags:` with `- `"),
        ("q", "a text", {"a": "b"}, "put quotes round text that contains `: `"),
        ("rows", "fields", ["a"], "write lines like `name: value` under it"),
    ],
)
def test_a_wrong_shape_has_its_own_help(
    name: str, expected: str, value: Value, help: str
) -> None:
    assert shape(name, expected, value) == help


def test_an_example_says_more_than_words() -> None:
    assert shape("rows", "fields", ["a"], "{b: c}") == "write `rows: {b: c}`"


def test_a_number_with_its_unit_is_suggested_without() -> None:
    assert digits("$155,000") == "write `155000`"


@pytest.mark.parametrize(
    ("value", "name"),
    [({"a": "b", "-id": "x"}, "-id"), ({"-5": "x", "- a": "y"}, ""), ("-id", "")],
)
def test_a_dash_glued_to_a_name_is_noticed(value: Value, name: str) -> None:
    assert glued_dash(value) == name
