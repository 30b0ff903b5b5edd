"""The real Anki, taking files the way its own import dialog does by default."""

from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from types import TracebackType

from anki import lang
from anki.collection import Collection, ImportCsvRequest
from anki.decks import DeckId
from anki.notes import Note

from pmflash.exporting.anki_csv import AnkiCsv
from pmflash.exporting.base import ExportOptions
from pmflash.model.card import Card
from pmflash.model.deck import Deck

DEFAULTS = ExportOptions()


def exported(
    cards: Iterable[Card],
    decks: Iterable[Deck] = (),
    options: ExportOptions = DEFAULTS,
) -> str:
    """The file as one text."""
    out = StringIO(newline="")
    AnkiCsv().write(cards, decks, options, out)
    return out.getvalue()


class AnkiProfile:
    """A fresh collection in `folder`, made in the given language."""

    def __init__(self, folder: Path, language: str = "en") -> None:
        lang.set_lang(language)
        self._file = folder / "import.csv"
        self.collection = Collection(str(folder / "collection.anki2"))

    def __enter__(self) -> "AnkiProfile":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.collection.close()
        lang.set_lang("en")

    def take(
        self,
        cards: Iterable[Card],
        decks: Iterable[Deck] = (),
        options: ExportOptions = DEFAULTS,
    ) -> int:
        """Export and import; return how many notes were new."""
        with self._file.open("w", encoding="utf-8", newline="") as out:
            AnkiCsv().write(cards, decks, options, out)
        path = str(self._file)
        metadata = self.collection.get_csv_metadata(path, None)
        request = ImportCsvRequest(path=path, metadata=metadata)
        return len(self.collection.import_csv(request).log.new)

    def notes(self) -> dict[str, Note]:
        """All notes by guid."""
        found = map(self.collection.get_note, self.collection.find_notes(""))
        return {note.guid: note for note in found}

    def fields(self, guid: str) -> tuple[str, ...]:
        """The fields of one note as they are stored."""
        return tuple(self.notes()[guid].fields)

    def deck_of(self, guid: str) -> str:
        """The deck in which the note's only card lies."""
        (card,) = self.notes()[guid].cards()
        return self.collection.decks.name(DeckId(card.did))

    def decks(self) -> list[str]:
        """Names of all decks but Anki's own first one."""
        names = [deck.name for deck in self.collection.decks.all_names_and_ids()]
        return sorted(name for name in names if name != "Default")
