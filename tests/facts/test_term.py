from fact_builders import cards_of
from pmflash.model.mode import REVEAL, Typed

CARDS = cards_of("term", term="drift SLA", meaning="The loss that is put up with.")


def test_a_term_is_asked_for_its_meaning() -> None:
    card = CARDS["meaning"]
    assert card.prompt == "Flexport: What does “drift SLA” mean?"
    assert (card.answer, card.mode) == ("The loss that is put up with.", REVEAL)


def test_a_meaning_is_asked_for_its_term_in_writing() -> None:
    card = CARDS["term"]
    asked = "Flexport: Which term means this?\nThe loss that is put up with."
    assert card.prompt == asked
    assert (card.answer, card.mode) == ("drift SLA", Typed(("drift SLA",)))
