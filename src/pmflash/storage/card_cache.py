"""Compiled cards in SQLite: read one by one, and thrown away at the slightest doubt."""

import contextlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from pmflash.model.card import Card
from pmflash.model.card_record import card_from_record, card_record
from pmflash.model.compiled import Compiled
from pmflash.model.deck import Deck
from pmflash.model.diagnostic import Diagnostic, Severity
from pmflash.model.failure import StorageError
from pmflash.model.filing import Filing
from pmflash.model.renames import Renames
from pmflash.model.settings import Settings
from pmflash.storage.cards import IndexRow
from pmflash.storage.locations import Locations
from pmflash.storage.regular_file import check_regular

if TYPE_CHECKING:
    from pmflash.model.card_text import CardText

FORMAT = 6
"""Raise it whenever rows or records change their shape."""

_FILE = "cards.sqlite"
_DAMAGE = (
    sqlite3.Error,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    RecursionError,
)
_SCHEMA = (
    "CREATE TABLE about (name TEXT PRIMARY KEY, body TEXT, sum INTEGER) WITHOUT ROWID",
    "CREATE TABLE cards (id BLOB UNIQUE, body TEXT, sum INTEGER)",
    # Of many cards a row: a search goes through all of them at the first letter.
    "CREATE TABLE texts (body TEXT, sum INTEGER)",
)
_TEXTS_IN_ROW = 500
_ENCODER = json.JSONEncoder(check_circular=False, separators=(",", ":"))


class DamagedCacheError(StorageError):
    """The cache broke after it was opened; it is deleted and can be made again."""


class CardCache:
    """The cards of an earlier compile, each read when it is asked for."""

    def __init__(self, file: Path, connection: sqlite3.Connection) -> None:
        self._file = file
        self._connection = connection
        about = self._about("content")
        self.decks = tuple(Deck(**each) for each in about["decks"])
        self.diagnostics = tuple(_diagnostic(each) for each in about["diagnostics"])
        self.renames: Renames = about["renames"]
        self.settings = _settings(about["settings"])
        self.replaced = tuple(about["replaced"])

    @cached_property
    def index(self) -> tuple[IndexRow, ...]:
        """One row a card, in study order."""
        with self._deleted_when_damaged():
            columns = self._about("index")
            groups = [_filing(*group) for group in columns["groups"]]
            filed = [groups[number] for number in columns["filed"]]
            return tuple(zip(columns["cards"], columns["facts"], filed, strict=True))

    def card(self, card_id: str) -> Card | None:
        """Return the card with that id; None when there is none."""
        with self._deleted_when_damaged():
            query = "SELECT body, sum FROM cards WHERE id = ?"
            row = self._connection.execute(query, (_key(card_id),)).fetchone()
            if row is not None:
                return _card(row, card_id)
            if card_id in {row[0] for row in self.index}:
                raise ValueError("the card is in the index alone")
            return None

    def cards(self) -> Iterator[Card]:
        """Yield every card in study order."""
        with self._deleted_when_damaged():
            query = "SELECT body, sum FROM cards ORDER BY rowid"
            rows = self._connection.execute(query)
            for row, (card_id, _, _) in zip(rows, self.index, strict=True):
                yield _card(row, card_id)

    def texts(self) -> "Iterator[CardText]":
        """Yield what searches look at of every card, in study order."""
        # Here and below: no start waits for what only searches need.
        from pmflash.model.card_text import CardText

        with self._deleted_when_damaged():
            left = len(self.index)
            query = "SELECT body, sum FROM texts ORDER BY rowid"
            for row in self._connection.execute(query):
                texts = [*map(CardText, *_checked(*row))]
                left -= len(texts)
                yield from texts
            if left:
                raise ValueError("there is not one text a card")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _about(self, name: str) -> Any:
        query = "SELECT body, sum FROM about WHERE name = ?"
        return _checked(*self._connection.execute(query, (name,)).fetchone())

    @contextlib.contextmanager
    def _deleted_when_damaged(self) -> Iterator[None]:
        try:
            yield
        except _DAMAGE as error:
            with contextlib.suppress(OSError):
                self._file.unlink()
            raise DamagedCacheError(
                "the cache of compiled cards is damaged",
                "start pmflash again: it makes a new one, and your progress is safe",
            ) from error


def load_cards(locations: Locations, stamp: str) -> CardCache | None:
    """Return the cards saved under `stamp`; None when missing, older or damaged."""
    return _loaded(locations, lambda saved: saved == [FORMAT, stamp])


def load_last_cards(locations: Locations) -> CardCache | None:
    """Return the cards saved last, under whatever stamp; None when there are none."""
    return _loaded(locations, lambda saved: saved[:1] == [FORMAT])


def _loaded(locations: Locations, is_wanted: Callable[[Any], bool]) -> CardCache | None:
    file = locations.cache / _FILE
    connection = None
    try:
        check_regular(file)
        # The file is never changed in place, so no lock and no journal are needed.
        place = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(place, uri=True, check_same_thread=False)
        query = "SELECT body, sum FROM about WHERE name = 'stamp'"
        if is_wanted(_checked(*connection.execute(query).fetchone())):
            return CardCache(file, connection)
    except (OSError, *_DAMAGE):
        pass
    if connection is not None:
        connection.close()
    return None


def save_cards(
    locations: Locations,
    stamp: str,
    compiled: Compiled,
    settings: Settings,
    replaced: tuple[str, ...] = (),
) -> None:
    """Keep all cards under `stamp`, unless there is no home yet or no room for them.

    Take `stamp` before reading the content that `compiled` was made from.
    """
    file = locations.cache / _FILE
    new = file.with_name(f"{_FILE}.{os.getpid()}.new")
    content = {
        "decks": [asdict(deck) for deck in compiled.decks],
        "diagnostics": [asdict(each) for each in compiled.diagnostics],
        "renames": dict(compiled.renames),
        "settings": asdict(settings),
        "replaced": replaced,
    }
    about = {
        "stamp": [FORMAT, stamp],
        "content": content,
        "index": _index_columns(compiled),
    }
    try:
        if locations.home.is_dir():
            file.parent.mkdir(parents=True, exist_ok=True)
            new.unlink(missing_ok=True)
            _write(new, about, compiled)
            new.replace(file)
    except (OSError, sqlite3.Error):
        pass
    finally:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)


def _write(new: Path, about: dict[str, Any], compiled: Compiled) -> None:
    with contextlib.closing(sqlite3.connect(new, isolation_level=None)) as connection:
        # Nobody sees the file before it is whole, so nothing needs protection.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN")
        for statement in _SCHEMA:
            connection.execute(statement)
        connection.executemany(
            "INSERT INTO about VALUES (?, ?, ?)",
            ((name, *_summed(value)) for name, value in about.items()),
        )
        connection.executemany(
            "INSERT INTO cards VALUES (?, ?, ?)",
            ((_key(card.id), *_summed(card_record(card))) for card in compiled.cards),
        )
        connection.executemany(
            "INSERT INTO texts VALUES (?, ?)",
            map(_summed, _text_columns(compiled)),
        )
        connection.execute("COMMIT")


def _index_columns(compiled: Compiled) -> dict[str, Any]:
    # Many cards share their filing, and a number each is read fast.
    groups: dict[Filing, int] = {}
    filed = [groups.setdefault(card.filing, len(groups)) for card in compiled.cards]
    return {
        "cards": [card.id for card in compiled.cards],
        "facts": [card.fact for card in compiled.cards],
        "filed": filed,
        "groups": list(groups),
    }


def _filing(
    decks: list[str], tags: list[str], builds_on: list[str], rev: int
) -> Filing:
    return Filing(tuple(decks), tuple(tags), tuple(builds_on), rev)


def _text_columns(compiled: Compiled) -> Iterator[list[tuple[str, ...]]]:
    from pmflash.model.card_text import text_of

    texts = map(text_of, compiled.cards)
    while rows := [*islice(texts, _TEXTS_IN_ROW)]:
        yield [*zip(*rows, strict=True)]


def _key(card_id: str) -> bytes:
    return card_id.encode("utf-8", "surrogatepass")


def _summed(value: Any) -> tuple[str, int]:
    body = _ENCODER.encode(value)
    return body, crc32(body.encode())


def _checked(body: str, checksum: int) -> Any:
    if crc32(body.encode()) != checksum:
        raise ValueError("the row does not match its sum")
    return json.loads(body)


def _card(row: tuple[str, int], card_id: str) -> Card:
    card = card_from_record(_checked(*row))
    if card.id != card_id:
        raise ValueError("the row holds another card")
    return card


def _diagnostic(record: dict[str, Any]) -> Diagnostic:
    return Diagnostic(**{**record, "severity": Severity(record["severity"])})


def _settings(record: dict[str, Any]) -> Settings:
    keys = tuple((action, tuple(keys)) for action, keys in record["keys"])
    return Settings(**{**record, "decks": tuple(record["decks"]), "keys": keys})
