import pytest
from hypothesis import given
from hypothesis import strategies as st

from fact_builders import a_fact, cards_of, problems_of
from pmflash.model.card import Card, ClozeSegment
from pmflash.model.mode import REVEAL, Typed


def the_card(text: str, number: int = 1) -> Card:
    return cards_of("cloze", text=text)[f"cloze/{number}"]


def test_a_hole_is_blank_on_the_front_whatever_its_length() -> None:
    assert the_card("Pay {{now}}.").prompt == "Flexport: Pay [...]."
    assert the_card("Pay {{much later}}.").prompt == "Flexport: Pay [...]."


def test_a_hint_stands_in_the_hole() -> None:
    assert the_card("Pay {{1:now::when?}}.").prompt == "Flexport: Pay [when?]."
    assert the_card("Pay {{now::when?}}.").prompt == "Flexport: Pay [when?]."


def test_holes_without_numbers_are_numbered_in_order() -> None:
    cards = cards_of("cloze", text="{{a}} then {{b}}")
    assert [card.answer for card in cards.values()] == ["a", "b"]
    assert [*cards] == ["cloze/1", "cloze/2"]


def test_a_number_that_the_author_took_is_not_given_again() -> None:
    cards = cards_of("cloze", text="{{a}}, {{1:b}}, {{c}}")
    assert {name: card.answer for name, card in cards.items()} == {
        "cloze/1": "b",
        "cloze/2": "a",
        "cloze/3": "c",
    }


def test_the_other_holes_are_shown() -> None:
    assert the_card("{{a}} then {{b}}", 2).prompt == "Flexport: a then [...]"


def test_holes_of_one_number_are_hidden_together() -> None:
    card = the_card("{{1:a}} then {{1:b::who}}")
    assert card.prompt == "Flexport: [...] then [who]"
    assert (card.answer, card.mode) == ("a ... b", REVEAL)


def test_a_short_answer_is_typed() -> None:
    assert the_card(f"Pay {{{{{'x' * 40}}}}}.").mode == Typed(("x" * 40,))


def test_a_long_answer_is_revealed() -> None:
    assert the_card(f"Pay {{{{{'x' * 41}}}}}.").mode == REVEAL


def test_segments_hide_what_this_card_asks() -> None:
    assert the_card("At Flexport pay {{a}} {{b::h}}", 2).cloze == (
        ClozeSegment("At Flexport pay "),
        ClozeSegment("a"),
        ClozeSegment(" "),
        ClozeSegment("b", hidden=True, hint="h"),
    )


def test_the_context_in_front_is_part_of_the_first_segment() -> None:
    assert the_card("Pay {{now}}").cloze[0] == ClozeSegment("Flexport: Pay ")


def test_a_hole_at_the_start_stays_a_hole_behind_the_context() -> None:
    assert the_card("{{Pay}} now").cloze == (
        ClozeSegment("Flexport: "),
        ClozeSegment("Pay", hidden=True),
        ClozeSegment(" now"),
    )


def test_a_context_that_is_the_answer_is_not_put_in_front() -> None:
    assert the_card("{{Flexport}} ships freight.").prompt == "[...] ships freight."


def test_a_colon_inside_an_answer_is_no_number() -> None:
    assert the_card("At {{ratio 3:1}}").answer == "ratio 3:1"


def test_single_braces_outside_a_hole_are_text() -> None:
    assert the_card("A set {x} of {{two}}").prompt == "Flexport: A set {x} of [...]"


@pytest.mark.parametrize(
    "text",
    [
        "{{a",
        "a}} {{b}}",
        "{{a {{b}} c}}",
        "{{f{x}}}",
        "{{}}",
        "{{ ::hint}}",
        "{{2:}} {{b}}",
        "{{c1::a}}",
    ],
)
def test_a_hole_that_cannot_be_read_is_reported(text: str) -> None:
    assert problems_of("cloze", text=text) == [("bad-cloze", ("text",))]


def test_a_text_that_hides_nothing_is_reported() -> None:
    assert problems_of("cloze", text="Pay now") == [("no-cloze", ("text",))]


def test_a_text_with_holes_for_hundreds_of_cards_is_reported() -> None:
    assert problems_of("cloze", text="{{a}} b " * 100) == []
    assert problems_of("cloze", text="{{1:a}} b " * 101) == []
    found = problems_of("cloze", text="{{a}} b " * 101)
    assert found == [("too-many-parts", ("text",))]


@given(st.text(alphabet="{}:1c2 aé\n", min_size=1).filter(str.strip))
def test_the_segments_of_a_card_spell_its_prompt(text: str) -> None:
    fact = a_fact("cloze", text=text)
    if not list(fact.problems()):
        for face in fact.faces("Flexport"):
            front = (f"[{s.hint or '...'}]" if s.hidden else s.text for s in face.cloze)
            assert "".join(front) == face.prompt
