import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmflash.model.text import counted, joined, one_line, shown


@pytest.mark.parametrize(
    "text", ["", "plain", "two\nlines", "naïve 日本 – “ok” 🎉", "שלום"]
)
def test_harmless_text_is_shown_as_it_is(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    ("character", "visible"),
    [
        ("\x1b", "␛"),
        ("\x00", "␀"),
        ("\x07", "␇"),
        ("\x7f", "␡"),
        ("\x9b", "<U+009B>"),
        ("\u202e", "<U+202E>"),
        ("\u2028", "<U+2028>"),
        ("\ufeff", "<U+FEFF>"),
        ("\ud800", "�"),
        ("\t", "    "),
    ],
)
def test_a_character_that_acts_becomes_visible(character: str, visible: str) -> None:
    assert shown(f"a{character}b") == f"a{visible}b"


@pytest.mark.parametrize("text", ["a\r\nb", "a\rb", "a\nb"])
def test_every_line_ending_becomes_a_line_feed(text: str) -> None:
    assert shown(text) == "a\nb"


def test_an_escape_sequence_keeps_its_letters() -> None:
    assert shown("\x1b[2Jhello") == "␛[2Jhello"


def test_one_line_has_single_spaces() -> None:
    assert one_line(" a\n\n b\tc ") == "a b c"


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 cards"), (1, "1 card"), (2, "2 cards"), (1204, "1,204 cards")],
)
def test_a_noun_follows_its_number(number: int, words: str) -> None:
    assert counted(number, "card") == words


ANY_TEXT = st.text(alphabet=st.characters(codec=None))


@given(ANY_TEXT)
def test_nothing_shown_acts_on_a_terminal(text: str) -> None:
    kinds = {unicodedata.category(c) for c in shown(text) if c != "\n"}
    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}


@given(ANY_TEXT)
def test_showing_twice_changes_nothing_more(text: str) -> None:
    assert shown(shown(text)) == shown(text)


@given(ANY_TEXT)
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    ("items", "words"),
    [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")],
)
def test_items_are_joined_with_an_and(items: tuple[str, ...], words: str) -> None:
    assert joined(items) == words
