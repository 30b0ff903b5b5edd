"""The text file that Anki imports: one note a card, known again by the card's id."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TextIO

from pmflash.exporting.anki.names import (
    NotetypeNames,
    deck_path,
    note_guid,
    notetype_names,
    parents_first,
    tag_name,
)
from pmflash.exporting.anki.text import as_cloze, as_html, is_blank
from pmflash.exporting.base import ExportOptions, ExportReport
from pmflash.model.card import Card
from pmflash.model.deck import Deck
from pmflash.model.failure import ContentError

# Without `#if matches`, Anki reuses what was chosen at the last import.
_HEADER = """\
#separator:Comma
#html:true
#if matches:update current
#columns:{columns}
#guid column:1
#notetype column:2
#deck column:3
"""
_COLUMNS = ("guid", "notetype", "deck", "front", "back")
_TAGS_HEADER = "#tags column:6\n"
_TAGS_ADVICE = (
    "Importing replaces the tags that these notes were given in Anki, `marked` and "
    "`leech` too; export with `--no-tags` to keep them."
)
_GUID, _DECK = 0, 2

_Row = tuple[str, ...]


class AnkiCsv:
    """A file for Anki's own *Import File*, as often as wanted."""

    name = "anki-csv"
    summary = "a text file for Anki that updates what was imported before"

    def write(
        self,
        cards: Iterable[Card],
        decks: Iterable[Deck],
        options: ExportOptions,
        out: TextIO,
    ) -> ExportReport:
        """Write one note a card, the decks sorted with parents before children.

        Raises ContentError for a card that Anki would drop, UsageError for a choice
        of note type names that means nothing; then nothing is written.
        """
        notetypes = notetype_names(options.notetype_names)
        paths = {deck.id: deck_path(deck.title, deck.id) for deck in decks}
        rows = [_row(card, paths, notetypes, options.tags) for card in cards]
        _refuse_repeated_guids(rows)
        order = {path: parents_first(path) for path in {row[_DECK] for row in rows}}
        rows.sort(key=lambda row: order[row[_DECK]])
        out.write(_header(options.tags))
        out.writelines(_line(row) for row in rows)
        return ExportReport(
            card_count=len(rows),
            deck_count=len(order),
            advice=(_TAGS_ADVICE,) if options.tags and rows else (),
        )


def _header(tags: bool) -> str:
    columns = (*_COLUMNS, "tags") if tags else _COLUMNS
    header = _HEADER.format(columns=",".join(columns))
    return header + _TAGS_HEADER if tags else header


def _row(
    card: Card, paths: dict[str, str], notetypes: NotetypeNames, tags: bool
) -> _Row:
    if card.cloze:
        notetype, (front, back) = notetypes.cloze, _cloze_fields(card)
    else:
        notetype, (front, back) = notetypes.basic, _basic_fields(card)
    row = (note_guid(card.id), notetype, _deck_of(card, paths), front, back)
    return (*row, _tags_cell(card.tags)) if tags else row


def _basic_fields(card: Card) -> tuple[str, str]:
    if is_blank(card.prompt):
        raise ContentError(
            f"card `{card.id}` has a blank front, which Anki does not take",
            "write what it asks, then export again",
        )
    return as_html(card.prompt), as_html("\n".join([card.answer, *_remarks(card)]))


def _cloze_fields(card: Card) -> tuple[str, str]:
    if all(is_blank(segment.text) for segment in card.cloze if segment.hidden):
        raise ContentError(
            f"card `{card.id}` is a cloze that hides nothing, which Anki does not take",
            "write the answer into its braces, then export again",
        )
    return as_cloze(card.cloze), as_html("\n".join(_remarks(card)))


def _remarks(card: Card) -> Iterator[str]:
    # Some kinds give the reason as part of the answer.
    if card.why and (card.cloze or card.why not in card.answer):
        yield card.why
    if card.caveat:
        yield f"Note: {card.caveat}"
    if card.as_of:
        yield f"As of: {card.as_of}"
    if card.valid_until:
        yield f"Valid until: {card.valid_until}"
    if card.source:
        yield f"Source: {card.source}"


def _deck_of(card: Card, paths: dict[str, str]) -> str:
    home = card.decks[0] if card.decks else ""
    return paths.get(home) or deck_path(home, home)


@lru_cache(maxsize=1000)
def _tags_cell(tags: tuple[str, ...]) -> str:
    names = dict.fromkeys(tag_name(tag) for tag in tags)
    return " ".join(name for name in names if name)


def _refuse_repeated_guids(rows: Iterable[_Row]) -> None:
    seen: set[str] = set()
    for row in rows:
        if row[_GUID] in seen:
            raise ContentError(
                f"two cards are both called `{row[_GUID]}`, which Anki would confuse",
                "give one of their facts another `id:`",
            )
        seen.add(row[_GUID])


def _line(row: _Row) -> str:
    # The csv module would write the same bytes, at a third of the speed.
    return '"' + '","'.join([cell.replace('"', '""') for cell in row]) + '"\n'
