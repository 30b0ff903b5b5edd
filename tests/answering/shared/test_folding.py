import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmflash.answering.shared.folding import folded, unaccented, unified


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("  The   Plan. ", "plan"),
        ("a plan", "plan"),
        ("an", "an"),
        ("the", "the"),
        ("‘so-called’", "so called"),
        ("-5 %", "-5 %"),
        (".5", ".5"),
        ("ﬁt", "fit"),
        ("１２", "12"),
        ("two-by-two", "2 by 2"),
        ("someone", "someone"),
        ("...", ""),
    ],
)
def test_only_what_is_said_remains(text: str, said: str) -> None:
    assert folded(text) == said


def test_accents_are_taken_off_letters() -> None:
    assert unaccented("résumé, naïve, Ångström") == "resume, naive, Angstrom"


@given(st.text())
def test_folding_does_not_depend_on_case(text: str) -> None:
    assert folded(text) == folded(text.casefold())


@given(st.text())
def test_any_text_is_folded_onto_one_line(text: str) -> None:
    assert len(unified(text).splitlines()) <= 1
    assert unaccented(folded(text)) is not None
