from collections import Counter
from datetime import timedelta

import pytest

from answering.replies import RIGHT, WRONG, verdict
from builders import DAY_0, FLEXPORT, a_card
from fact_builders import EXAMPLES, a_fact, cards_of
from pmflash.answering.base import AskChoice
from pmflash.answering.choice import ChoiceAnswer
from pmflash.model.card import Card
from pmflash.model.mode import Choice

OWNERS = ("Descartes", "Flexport", "JD.com")
WHO = Choice("Flexport", OWNERS)


def offered(card: Card, days: int = 0) -> tuple[str, ...]:
    """The options so many days after day 0, in their order."""
    ask = ChoiceAnswer().ask(card, DAY_0 + timedelta(days=days))
    assert isinstance(ask, AskChoice)
    return ask.options


def test_all_options_are_offered() -> None:
    assert sorted(offered(a_card(mode=WHO))) == sorted(OWNERS)


def test_each_option_comes_first_about_as_often_as_the_others() -> None:
    cards = (a_card(id=f"pay/f{n}/which", mode=WHO) for n in range(10))
    first = Counter(offered(card, day)[0] for card in cards for day in range(90))
    assert all(200 <= first[owner] <= 400 for owner in OWNERS)


@pytest.mark.parametrize(
    "options",
    [
        ("Yes", "No"),
        ("no", "yes"),
        ("True", "False"),
        ("below the band", "inside the band", "above the band"),
        ("Responsible", "Accountable", "Consulted", "Informed"),
    ],
)
def test_options_with_an_order_of_their_own_keep_it(options: tuple[str, ...]) -> None:
    card = a_card(mode=Choice(options[0], options))
    assert {offered(card, day) for day in range(30)} == {options}


def test_options_keep_the_letters_that_a_decision_gives_them() -> None:
    card = cards_of("decision", **EXAMPLES["decision"])["choose"]
    first, second = offered(card)
    assert card.prompt.endswith(f"\n(a) {first}\n(b) {second}")
    assert len({offered(card, day) for day in range(30)}) == 1


@pytest.mark.parametrize("id", ["one", "two", "three", "four"])
def test_options_keep_the_letters_that_a_contrast_gives_them(id: str) -> None:
    fact = a_fact("contrast", **EXAMPLES["contrast"] | {"id": id})
    card, _ = fact.cards(FLEXPORT)
    first, second = offered(card)
    assert card.prompt.endswith(f"\n(a) {first}\n(b) {second}")


def test_the_right_option_is_right() -> None:
    assert verdict(WHO, "Flexport").rightness is RIGHT


def test_another_option_is_named_in_the_remark() -> None:
    found = verdict(WHO, "JD.com")
    assert (found.rightness, found.remark) == (WRONG, "you chose “JD.com”")
