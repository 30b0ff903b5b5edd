import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmflash.model.cells import cells
from pmflash.tui.inputs.shared.field import LONGEST_TEXT, Field

EDITS = {
    "backspace": ("ab|cd", "a|cd"),
    "delete": ("ab|cd", "ab|d"),
    "ctrl+u": ("ab|cd", "|"),
    "ctrl+w": ("one two|x", "one |x"),
    "left": ("ab|cd", "a|bcd"),
    "right": ("ab|cd", "abc|d"),
    "home": ("ab|cd", "|abcd"),
    "end": ("ab|cd", "abcd|"),
}


def field_with(marked: str) -> Field:
    """A field whose cursor is at the bar."""
    field = Field()
    before, _, after = marked.partition("|")
    field.insert(before + after)
    for _ in after:
        field.take("left", None)
    return field


@pytest.mark.parametrize("key", EDITS)
def test_keys_edit_as_in_any_line(key: str) -> None:
    before, after = EDITS[key]
    field = field_with(before)
    assert field.take(key, None)
    field.insert("|")
    assert field.text == after


@pytest.mark.parametrize("key", [key for key in EDITS if key != "ctrl+w"])
def test_no_key_leaves_an_empty_line(key: str) -> None:
    field = Field()
    assert field.take(key, None)
    assert field.text == ""


def test_a_space_begins_no_text() -> None:
    field = Field()
    assert not field.take("space", " ")
    field.insert("a")
    assert field.take("space", " ")
    assert field.text == "a "


@pytest.mark.parametrize("key", ["up", "pagedown", "escape", "f1", "enter", "tab"])
def test_other_keys_are_left_to_the_screen(key: str) -> None:
    assert not field_with("a|").take(key, None)


def test_a_text_has_an_end() -> None:
    field = Field()
    field.insert("x" * 10_000)
    assert len(field.text) == LONGEST_TEXT


@given(st.text("a漢 ", max_size=30), st.integers(0, 30), st.integers(4, 20))
def test_a_field_is_as_wide_as_it_should_be(text: str, back: int, width: int) -> None:
    field = field_with(text)
    for _ in range(back):
        field.take("left", None)
    drawn = "".join(part for part, _ in field.drawn(width, has_cursor=True))
    assert cells(drawn) == width


def test_the_end_of_a_long_text_is_in_sight() -> None:
    drawn = "".join(part for part, _ in field_with("abcdefgh|").drawn(5, True))
    assert drawn == "efgh_"


def test_what_cannot_be_read_is_not_pasted() -> None:
    field = Field()
    field.insert("a\x1b[31m\x00\u202eb")
    assert field.text == "a[31mb"
