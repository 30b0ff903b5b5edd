import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from builders import a_card
from pmflash.model.card import Card
from pmflash.model.card_text import text_of
from pmflash.model.compiled import Compiled
from pmflash.model.diagnostic import Diagnostic, Severity
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
    shelf.renew()
    assert kitchen.compile_count == 1
    (locations.home / "decks").mkdir()
    (locations.home / "decks" / "new.yaml").write_text("title: New")
    shelf.renew()
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


class Desk:
    """Compiles as many cards and mistakes as a file says, while others write it."""

    def __init__(self, locations: Locations) -> None:
        self.file = locations.home / "decks" / "own.yaml"
        self.file.parent.mkdir(parents=True)
        self.before_it_is_read: Callable[[], object] = lambda: None

    def write(self, cards: int, mistakes: int = 0) -> None:
        """Save the file, as no file before."""
        self.file.write_text(f"{cards} {mistakes} ")

    def compiled(self, locations: Locations, stamp: str) -> Cards:
        card_count, mistake_count = map(int, self.file.read_text().split())
        self.before_it_is_read()
        cards = tuple(a_card(id=f"own/{n}/answer") for n in range(card_count))
        mistakes = (a_mistake(),) * mistake_count
        return FreshCards(Compiled(cards, diagnostics=mistakes), Settings())


def a_mistake() -> Diagnostic:
    return Diagnostic("own.yaml", 1, 1, Severity.ERROR, "wrong", "It is wrong.", "")


@pytest.fixture
def desk(locations: Locations) -> Desk:
    desk = Desk(locations)
    desk.write(1)
    return desk


def test_edits_are_taken_once(locations: Locations, desk: Desk) -> None:
    shelf = Shelf(locations, desk.compiled)
    assert not shelf.takes_edits()
    desk.write(20)
    assert shelf.takes_edits()
    assert len(shelf.index) == 20
    assert shelf.has_changed("own/19/answer")
    assert not shelf.has_changed("own/0/answer")
    assert not shelf.takes_edits()


def test_edits_with_a_mistake_wait_until_it_is_mended(
    locations: Locations, desk: Desk
) -> None:
    shelf = Shelf(locations, desk.compiled)
    desk.write(0, mistakes=10)
    assert not shelf.takes_edits()
    assert len(shelf.index) == 1
    desk.write(300)
    assert shelf.takes_edits()


def test_edits_with_a_mistake_are_shown_where_that_is_asked_for(
    locations: Locations, desk: Desk
) -> None:
    shelf = Shelf(locations, desk.compiled)
    desk.write(0, mistakes=10)
    assert not shelf.takes_edits()
    shelf.renew()
    assert len(shelf.cards.diagnostics) == 10


def test_a_file_that_is_being_written_is_read_again(
    locations: Locations, desk: Desk
) -> None:
    shelf = Shelf(locations, desk.compiled)
    desk.write(20)
    desk.before_it_is_read = lambda: desk.write(300)
    assert not shelf.takes_edits()
    assert len(shelf.index) == 1
    desk.before_it_is_read = lambda: None
    assert shelf.takes_edits()
    assert len(shelf.index) == 300


def test_a_home_that_cannot_be_read_leaves_the_cards_as_they_are(
    locations: Locations, desk: Desk
) -> None:
    shelf = Shelf(locations, desk.compiled)
    locations.home.rename(locations.home.with_name("elsewhere"))
    locations.home.write_text("a file in the way")
    assert not shelf.takes_edits()
    shelf.renew()
    assert len(shelf.unread) == 1
    assert len(shelf.index) == 1
