import pytest

from builders import FLEXPORT
from fact_builders import a_fact, cards_of
from pmflash.facts.base import about, repeated_keys, slug
from pmflash.model.origin import Origin


def test_a_slug_is_lowercase_words_joined_by_hyphens() -> None:
    assert slug("  Four-P: the Data! ") == "four-p-the-data"


@pytest.mark.parametrize(
    ("text", "filed_as"),
    [
        ("Über", "uber"),
        ("Café déjà vu", "cafe-deja-vu"),
        ("e\u0301", "e"),
        ("ﬁt", "fit"),
    ],
)
def test_a_slug_keeps_letters_and_drops_their_accents(text: str, filed_as: str) -> None:
    assert slug(text) == filed_as


def test_a_slug_of_signs_alone_is_empty() -> None:
    assert slug("→ ?") == ""


def test_a_prompt_without_its_context_gets_it_in_front() -> None:
    assert about("Flexport", "How many rounds?") == "Flexport: How many rounds?"


@pytest.mark.parametrize("text", ["What does FLEXPORT pay?", "Is it Flexport's?"])
def test_a_prompt_that_names_its_context_stays_as_it_is(text: str) -> None:
    assert about("Flexport", text) == text


def test_a_longer_word_does_not_name_the_context_inside_it() -> None:
    assert about("Lever", "What is leverage?") == "Lever: What is leverage?"


def test_a_context_with_a_dot_is_found_in_a_sentence() -> None:
    assert about("JD.com", "What does JD.com pay?") == "What does JD.com pay?"


def test_an_empty_context_adds_nothing() -> None:
    assert about("", "How many rounds?") == "How many rounds?"


def test_keys_are_reported_when_repeated_or_empty() -> None:
    keys = (("a", ("parts", 0)), ("", ("parts", 1)), ("a", ("parts", 2)))
    found = [(problem.slug, problem.where) for problem in repeated_keys(keys)]
    assert found == [("no-key", ("parts", 1)), ("repeated-key", ("parts", 2))]


def test_blanks_round_an_authors_text_are_dropped() -> None:
    assert cards_of("basic", q="Why?\n", a=" So. ")["answer"].answer == "So."


def test_a_source_in_parts_becomes_one_line() -> None:
    source = {"section": "Pay", "document": "Guide", "sentence": "3"}
    fact = a_fact("basic", q="Why?", a="So.", source=source)
    assert fact.source == "Guide, Pay, sentence 3"


def test_a_card_names_document_before_section() -> None:
    card = cards_of("basic", q="Why?", a="So.", source="Pay")["answer"]
    assert card.source == "Flexport guide, Pay"


def test_a_card_has_the_tags_of_its_file_before_its_own() -> None:
    card = cards_of("basic", q="Why?", a="So.", tags=["pay", "flexport"])["answer"]
    assert card.tags == ("flexport", "pay")


def test_cards_of_one_fact_name_it() -> None:
    origin = Origin("mine", "")
    fact = a_fact("term", term="drift", meaning="Decay")
    assert {card.fact for card in fact.cards(origin)} == {"mine/x"}


def test_what_a_fact_says_once_is_on_every_card() -> None:
    said = {"caveat": "Does not add up.", "hint": "Think", "why": "So", "measure": "m"}
    fact = a_fact("term", term="drift", meaning="Decay", rev="2", **said)
    for card in fact.cards(FLEXPORT):
        assert (card.caveat, card.hint, card.why, card.measure, card.rev) == (
            *said.values(),
            2,
        )


def test_a_fact_names_what_it_builds_on_in_its_own_file_or_another() -> None:
    fact = a_fact("basic", q="Why?", a="So.", builds_on=["drift", "descartes/pay"])
    (card,) = fact.cards(FLEXPORT)
    assert card.builds_on == ("flexport/drift", "descartes/pay")
