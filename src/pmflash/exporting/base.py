"""What every exporter promises: cards go to a stream, and the rest is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TextIO

from pmflash.model.card import Card
from pmflash.model.deck import Deck


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a learner may choose; an exporter reads what concerns its format."""

    tags: bool = True
    notetype_names: str = "en"
    """A language that Anki speaks, or its own names: `Basic=...,Cloze=...`."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written, and what the learner should know before using it."""

    card_count: int
    deck_count: int
    advice: tuple[str, ...] = ()
    """Whole sentences, one a line."""


class Exporter(Protocol):
    """Writes cards in the format of another program."""

    @property
    def name(self) -> str:
        """Slug by which `pmflash export` chooses it."""

    @property
    def summary(self) -> str:
        """What it writes, in a few words."""

    def write(
        self,
        cards: Iterable[Card],
        decks: Iterable[Deck],
        options: ExportOptions,
        out: TextIO,
    ) -> ExportReport:
        r"""Write `cards` to `out`, opened as UTF-8 with `newline=""`.

        `decks` are all decks that the cards may name. Nothing is written when
        ContentError (a card cannot go) or UsageError (a bad option) is raised.
        """
