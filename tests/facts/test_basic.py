import pytest
from pydantic import ValidationError

from fact_builders import a_fact, cards_of
from pmflash.model.mode import REVEAL, Typed


def test_a_question_is_revealed() -> None:
    card = cards_of("basic", q="Why?", a="So.")["answer"]
    assert (card.prompt, card.answer, card.mode) == ("Flexport: Why?", "So.", REVEAL)


def test_accepted_spellings_make_the_answer_typed() -> None:
    card = cards_of("basic", q="Which currency?", a="Dollar", accept=["dollar", "$"])
    assert card["answer"].mode == Typed(("dollar", "$"))


@pytest.mark.parametrize("blank", ["", "  "])
def test_an_empty_answer_is_refused(blank: str) -> None:
    with pytest.raises(ValidationError, match="string_too_short"):
        a_fact("basic", q="Why?", a=blank)
