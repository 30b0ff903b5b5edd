import sqlite3
from contextlib import closing

import pytest

from builders import a_card
from pmflash.model.card import Card
from pmflash.model.card_text import text_of
from pmflash.model.compiled import Compiled
from pmflash.model.settings import Settings
from pmflash.storage.card_cache import save_cards
from pmflash.storage.cards import Cards, FreshCards
from pmflash.storage.locations import Locations
from pmflash.storage.shelf import Shelf


class Kitchen:
    """Compiles the same cards, and counts how often it had to."""

    def __init__(self, *cards: Card) -> None:
        self.cards = cards or (a_card(),)
        self.compile_count = 0

    def compiled(self, locations: Locations, stamp: str) -> Cards:
        self.compile_count += 1
        compiled, settings = Compiled(cards=self.cards), Settings()
        locations.home.mkdir(exist_ok=True)
        save_cards(locations, stamp, compiled, settings)
        return FreshCards(compiled, settings)


def test_cards_are_compiled_once_and_then_kept(locations: Locations) -> None:
    kitchen = Kitchen()
    for _ in range(2):
        shelf = Shelf(locations, kitchen.compiled)
        assert [card for card, _, _ in shelf.index] == [a_card().id]
    assert kitchen.compile_count == 1


def test_cards_are_new_when_a_file_is(locations: Locations) -> None:
    kitchen = Kitchen()
    shelf = Shelf(locations, kitchen.compiled)
    assert not shelf.renews()
    (locations.home / "decks").mkdir()
    (locations.home / "decks" / "new.yaml").write_text("title: New")
    assert shelf.renews()
    assert kitchen.compile_count == 2


def test_a_cache_that_breaks_meanwhile_is_made_anew(locations: Locations) -> None:
    kitchen = Kitchen()
    Shelf(locations, kitchen.compiled)
    shelf = Shelf(locations, kitchen.compiled)
    file = locations.cache / "cards.sqlite"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE cards SET sum = sum + 1")
    assert shelf.read(lambda cards: cards.card(a_card().id)) == a_card()
    assert kitchen.compile_count == 2


def test_texts_go_on_where_a_cache_breaks(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pmflash.storage.card_cache._TEXTS_IN_ROW", 1)
    kitchen = Kitchen(a_card(), a_card(id="z/y/answer"), a_card(id="z/x/answer"))
    Shelf(locations, kitchen.compiled)
    shelf = Shelf(locations, kitchen.compiled)
    file = locations.cache / "cards.sqlite"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE texts SET sum = sum + 1 WHERE rowid = 2")
    assert [*shelf.texts()] == [*map(text_of, kitchen.cards)]
    assert kitchen.compile_count == 2
