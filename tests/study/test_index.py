from collections.abc import Iterator

import pytest

from builders import DAY_0
from pmflash.model.deck import Deck
from pmflash.model.filing import Filing
from pmflash.model.settings import Settings
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.history import History
from pmflash.study.index import CardIndex, IndexRow, rows_by_deck, rows_in
from pmflash.study.overview import overview
from pmflash.study.queue import Budget, plan_day
from pmflash.study.scope import EVERYTHING, Scope
from pmflash.study.session import Session

INDEX: CardIndex = (
    ("pay/a/1", "pay/a", Filing(("pay",), ("money",))),
    ("pay/b/1", "pay/b", Filing(("pay", "all"))),
    ("raci/c/1", "raci/c", Filing(("all",), ("roles",))),
    ("raci/d/1", "raci/d", Filing(())),
)


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        (EVERYTHING, "abc"),
        (Scope(frozenset({"all"})), "bc"),
        (Scope(tags=frozenset({"money", "roles"})), "ac"),
        (Scope(cards=frozenset({"pay/b/1", "raci/d/1"})), "b"),
    ],
)
def test_the_rows_of_a_scope_are_those_that_it_has(scope: Scope, found: str) -> None:
    rows = rows_in(INDEX, scope)
    assert "".join(fact[-1] for _, fact, _ in rows) == found
    assert rows == tuple(row for row in INDEX if scope.has(row[0], row[2]))


def test_a_card_of_two_decks_is_among_the_rows_of_both() -> None:
    by_deck = rows_by_deck(INDEX)
    assert {deck: len(rows) for deck, rows in by_deck.items()} == {"pay": 2, "all": 2}


class Counted(tuple[IndexRow, ...]):
    """Rows that know how often somebody went through all of them."""

    passes = 0

    def __iter__(self) -> Iterator[IndexRow]:
        type(self).passes += 1
        return super().__iter__()


def passes_of_an_overview(deck_count: int) -> int:
    """Return how often today's screen goes through the cards of so many decks."""
    rows = Counted(
        (f"d{n}/f{fact}/v", f"d{n}/f{fact}", Filing((f"d{n}",), (), (f"d{n}/f0",)))
        for n in range(deck_count)
        for fact in range(3)
    )
    history, budget = History(Sm2()), Budget(20, 200)

    def session(scope: Scope, index: CardIndex) -> Session:
        return Session(DAY_0, plan_day(index, history, DAY_0, budget, scope))

    decks = [Deck(f"d{n}", f"Deck {n}", "", 3) for n in range(deck_count)]
    Counted.passes = 0
    overview(EVERYTHING, rows, decks, history, session, Settings())
    return Counted.passes


def test_todays_screen_reads_all_cards_no_more_often_with_more_decks() -> None:
    assert passes_of_an_overview(30) == passes_of_an_overview(2)
