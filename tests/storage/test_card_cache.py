import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from builders import a_card
from pmflash.model.card import ClozeSegment
from pmflash.model.compiled import Compiled
from pmflash.model.deck import Deck
from pmflash.model.diagnostic import Diagnostic, Severity
from pmflash.model.mode import Grid
from pmflash.model.settings import Settings
from pmflash.storage import card_cache
from pmflash.storage.card_cache import (
    CardCache,
    DamagedCacheError,
    load_cards,
    save_cards,
)
from pmflash.storage.cards import Cards, FreshCards
from pmflash.storage.locations import Locations

GRID = Grid(("a",), ("b", "c"), (("1", "2"),))
COMPILED = Compiled(
    cards=(
        a_card(cloze=(ClozeSegment("x", True, "h"),), tags=("t",)),
        a_card(id="z/y/grid", fact="z/y", mode=GRID, decks=("a", "b"), rev=3),
        a_card(id="odd \udcff", prompt="lone \udcff"),
    ),
    decks=(Deck("flexport", "Flexport", "decks/flexport.yaml", 3),),
    diagnostics=(Diagnostic("a.yaml", 1, 2, Severity.WARNING, "slug", "message"),),
    renames={"flexport/five-p": "flexport/four-p"},
)
SETTINGS = Settings(decks=("flexport",), new_per_day=5)
REPLACED = ("decks/flexport.yaml",)
FRESH = FreshCards(COMPILED, SETTINGS, REPLACED)
DAMAGE = (
    "DROP TABLE about",
    "DROP TABLE cards",
    "DROP TABLE texts",
    "DELETE FROM texts",
    "UPDATE texts SET body = replace(body, 'problem', 'solution')",
    "UPDATE texts SET body = '[[],[],[],[]]', sum = 1252263346",
    "DELETE FROM about",
    "UPDATE about SET body = replace(body, '5', '6')",
    "UPDATE about SET body = NULL",
    "UPDATE about SET sum = sum + 1",
    "UPDATE cards SET body = replace(body, 'Problem', 'Solution')",
    "UPDATE cards SET body = x'00'",
)


def saved(locations: Locations) -> CardCache:
    locations.home.mkdir(exist_ok=True)
    save_cards(locations, "stamp", COMPILED, SETTINGS, REPLACED)
    cache = load_cards(locations, "stamp")
    assert cache is not None
    return cache


def cache_file(locations: Locations) -> Path:
    return locations.cache / "cards.sqlite"


def everything(cards: Cards) -> tuple[object, ...]:
    known = tuple(cards.card(row[0]) for row in cards.index)
    about = (
        cards.decks,
        cards.diagnostics,
        cards.settings,
        cards.renames,
        cards.replaced,
    )
    each = tuple(cards.cards()), tuple(cards.texts())
    return (*about, cards.index, each, known, cards.card("none"))


def test_cached_cards_are_those_that_were_compiled(locations: Locations) -> None:
    cached = saved(locations)
    assert everything(cached) == everything(FRESH)
    cached.close()


def test_another_stamp_finds_no_cards(locations: Locations) -> None:
    saved(locations)
    assert load_cards(locations, "other") is None


def test_a_cache_of_another_format_counts_as_none(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(locations)
    monkeypatch.setattr(card_cache, "FORMAT", card_cache.FORMAT + 1)
    assert load_cards(locations, "stamp") is None


def test_saving_replaces_what_was_there(locations: Locations) -> None:
    cached = saved(locations)
    save_cards(locations, "new", Compiled(), Settings())
    assert cached.card("z/y/grid") is not None
    replaced = load_cards(locations, "new")
    assert replaced is not None
    assert replaced.index == ()


def test_nothing_is_saved_before_there_is_a_home(locations: Locations) -> None:
    save_cards(locations, "stamp", COMPILED, SETTINGS)
    assert not locations.cache.exists()
    assert load_cards(locations, "stamp") is None


def test_a_cache_that_cannot_be_written_leaves_nothing_behind(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(new: Path, file: Path) -> None:
        raise OSError("refused")

    locations.home.mkdir()
    monkeypatch.setattr(Path, "replace", refuse)
    save_cards(locations, "stamp", COMPILED, SETTINGS)
    assert list(locations.cache.iterdir()) == []


def test_a_file_in_place_of_the_cache_folder_is_no_failure(
    locations: Locations,
) -> None:
    locations.home.mkdir()
    locations.cache.write_text("in the way")
    save_cards(locations, "stamp", COMPILED, SETTINGS)
    assert load_cards(locations, "stamp") is None


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"\xff" * 9000])
def test_a_file_that_is_no_cache_counts_as_none(
    locations: Locations, content: bytes
) -> None:
    locations.cache.mkdir()
    cache_file(locations).write_bytes(content)
    assert load_cards(locations, "stamp") is None


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_never_shown_as_a_card(locations: Locations, damage: str) -> None:
    saved(locations).close()
    with closing(sqlite3.connect(cache_file(locations))) as connection, connection:
        connection.execute(damage)
    cached = load_cards(locations, "stamp")
    if cached is not None:
        with pytest.raises(DamagedCacheError):
            everything(cached)
        assert load_cards(locations, "stamp") is None


def assert_never_wrong(locations: Locations, content: bytes) -> None:
    """Any content of the cache gives the right cards, or none and no file."""
    cache_file(locations).write_bytes(content)
    cached = load_cards(locations, "stamp")
    try:
        assert cached is None or everything(cached) == everything(FRESH)
    except DamagedCacheError:
        assert not cache_file(locations).exists()
    finally:
        if cached is not None:
            cached.close()


def test_a_cache_cut_anywhere_never_changes_a_card(locations: Locations) -> None:
    saved(locations).close()
    whole = cache_file(locations).read_bytes()
    for length in range(0, len(whole), 512):
        assert_never_wrong(locations, whole[:length])


def test_a_flipped_byte_never_changes_a_card(locations: Locations) -> None:
    saved(locations).close()
    whole = cache_file(locations).read_bytes()
    for place in range(0, len(whole), 97):
        flipped = bytes([whole[place] ^ 0x15])
        assert_never_wrong(locations, whole[:place] + flipped + whole[place + 1 :])


def test_cached_cards_load_neither_yaml_nor_pydantic() -> None:
    code = "import sys; import pmflash.storage.card_cache as _; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert not {"yaml", "pydantic", "textual"} & set(run.stdout.decode().split())
