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


PAY = Choice("$1", ("$1",), (("$2", "$3"), ("$4",), ("$5", "$6", "$7", "$8", "$9")))
"""One answer with distractors of three preferences."""


def test_four_are_offered_and_the_right_one_is_among_them() -> None:
    for day in range(30):
        options = offered(a_card(mode=PAY), day)
        assert len({*options}) == len(options) == 4
        assert "$1" in options


def test_distractors_of_a_higher_preference_are_always_offered() -> None:
    days = {frozenset(offered(a_card(mode=PAY), day)) for day in range(30)}
    assert days == {frozenset({"$1", "$2", "$3", "$4"})}


def test_of_more_distractors_than_needed_each_day_draws_some() -> None:
    many = Choice("$1", ("$1",), (("$2",), PAY.distractors[2]))
    drawn = Counter(
        option for day in range(300) for option in offered(a_card(mode=many), day)
    )
    assert drawn["$1"] == drawn["$2"] == 300
    assert all(80 <= drawn[option] <= 160 for option in PAY.distractors[2])


def test_the_same_ones_are_offered_all_day() -> None:
    card = a_card(mode=PAY)
    assert offered(card) == offered(card)
    assert len({offered(card, day) for day in range(90)}) > 12


def test_the_place_of_the_right_one_tells_nothing() -> None:
    many = Choice("$1", ("$1",), (PAY.distractors[2],))
    cards = [a_card(id=f"pay/f{n}/which", mode=many) for n in range(10)]
    places = Counter(
        offered(card, day).index("$1") for card in cards for day in range(90)
    )
    assert all(150 <= places[place] <= 300 for place in range(4))


def test_fewer_are_offered_where_there_are_no_more() -> None:
    assert sorted(offered(a_card(mode=Choice("$1", ("$1",), (("$2",),))))) == [
        "$1",
        "$2",
    ]


def test_the_right_option_is_right() -> None:
    assert verdict(WHO, "Flexport").rightness is RIGHT


def test_another_option_is_named_in_the_remark() -> None:
    found = verdict(WHO, "JD.com")
    assert (found.rightness, found.remark) == (WRONG, "you chose “JD.com”")
