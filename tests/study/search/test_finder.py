from collections.abc import Iterator
from datetime import timedelta
from itertools import chain

from builders import DAY_0, a_card, an_event
from pmflash.model.card import Card
from pmflash.model.card_text import CardText, text_of
from pmflash.model.deck import Deck
from pmflash.model.event import EventKind
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.history import History
from pmflash.study.scope import Scope
from pmflash.study.search.finder import PORTION, Finder, searched

DECKS = (Deck("flexport", "Flexport", "flexport.yaml", 600),)
CARDS = tuple(
    a_card(id=f"flexport/f{n:03}/answer", fact=f"f{n:03}", prompt=f"Question {n}?")
    for n in range(2 * PORTION + 10)
)
FIRST, SECOND = CARDS[0].id, CARDS[1].id
DAY_1 = DAY_0 + timedelta(days=1)


class Shelf:
    """Cards that know how often the text of one was read."""

    def __init__(self, cards: tuple[Card, ...] = CARDS) -> None:
        self.cards = cards
        self.read_count = 0

    def reads(self) -> Iterator[CardText]:
        for card in self.cards:
            self.read_count += 1
            yield text_of(card)


def a_finder(shelf: Shelf, history: History | None = None) -> Finder:
    index = tuple((card.id, card.fact, card.filing) for card in shelf.cards)
    return Finder(index, shelf.reads, DECKS, history or History(Sm2()))


def found(finder: Finder, text: str) -> list[str]:
    portions = finder.found(finder.query(text, DAY_1))
    return [*chain.from_iterable(portions)]


def test_every_card_is_found_in_study_order() -> None:
    assert found(a_finder(Shelf()), "") == [card.id for card in CARDS]


def test_no_text_is_read_for_a_search_that_needs_none() -> None:
    shelf = Shelf()
    assert found(a_finder(shelf), "deck:flexport is:new id:f007") == [CARDS[7].id]
    assert shelf.read_count == 0


def test_texts_are_read_once_and_no_further_than_asked() -> None:
    shelf = Shelf()
    finder = a_finder(shelf)
    portions = finder.found(finder.query("question", DAY_1))
    assert len(next(portions)) == shelf.read_count == PORTION
    assert len(found(finder, "question")) == len(found(finder, "?")) == len(CARDS)
    assert shelf.read_count == len(CARDS)


def test_a_card_of_no_deck_is_never_found() -> None:
    assert not found(a_finder(Shelf((a_card(decks=()),))), "")


def test_kinds_and_tags_are_those_of_the_cards() -> None:
    finder = a_finder(Shelf((a_card(tags=("pay",), kind="term"),)))
    assert found(finder, "kind:term tag:pay")


def a_day_later() -> History:
    """Two cards reviewed on day 0, the first again today, and the second flagged."""
    history = History(Sm2())
    again = an_event(FIRST, day=DAY_1, at="2026-01-06T08:00:00.000000Z")
    flag = an_event(SECOND, kind=EventKind.FLAG, day=DAY_1, at=again.at)
    history.add((an_event(FIRST), an_event(SECOND), again, flag))
    return history


def test_a_plan_goes_by_how_cards_stood_when_the_day_began() -> None:
    finder = a_finder(Shelf(), a_day_later())
    assert found(finder, "is:due") == [SECOND]
    assert finder.planned(finder.query("is:due", DAY_1), DAY_1) == {FIRST, SECOND}


def test_a_plan_goes_by_marks_as_they_are_now() -> None:
    finder = a_finder(Shelf(), a_day_later())
    assert finder.planned(finder.query("is:flagged", DAY_1), DAY_1) == {SECOND}


def test_a_scope_takes_what_its_search_finds() -> None:
    finder, scope = a_finder(Shelf(), a_day_later()), Scope(search="is:due")
    morning = searched(scope, finder, DAY_1, as_planned=True)
    now = searched(scope, finder, DAY_1, as_planned=False)
    assert morning.cards == frozenset({FIRST, SECOND})
    assert now.cards == frozenset({SECOND})
