import pytest

from builders import a_card
from pmflash.model.card import Variant
from pmflash.model.mode import REVEAL, Number

ONE, TWO = Variant("1?", "one", REVEAL), Variant("2?", "two", Number("2", "$"))


@pytest.mark.parametrize(
    ("count", "variant"), [(0, ONE), (1, TWO), (2, ONE), (101, TWO)]
)
def test_variants_take_turns(count: int, variant: Variant) -> None:
    card = a_card(variants=(ONE, TWO)).asked(count)
    assert Variant(card.prompt, card.answer, card.mode) == variant


def test_a_card_asked_with_a_variant_is_the_same_otherwise() -> None:
    card = a_card(prompt="1?", answer="one", caveat="c", variants=(ONE, TWO))
    assert card.asked(1).asked(0) == card
