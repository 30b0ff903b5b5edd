from datetime import timedelta

from builders import DAY_0, a_card
from pmflash.answering.shared.shuffle import shuffled

TEXTS = ("one", "two", "three", "four")


def test_an_order_is_kept_all_day() -> None:
    card = a_card()
    assert shuffled(TEXTS, card, DAY_0) == shuffled(TEXTS[::-1], card, DAY_0)


def test_other_days_and_other_cards_bring_other_orders() -> None:
    days = {shuffled(TEXTS, a_card(), DAY_0 + timedelta(days=n)) for n in range(60)}
    cards = {shuffled(TEXTS, a_card(id=f"f{n}"), DAY_0) for n in range(60)}
    assert len(days) > 12
    assert len(cards) > 12


def test_a_text_that_no_file_could_hold_is_shuffled_too() -> None:
    assert shuffled(("\ud800",), a_card(), DAY_0) == ("\ud800",)
