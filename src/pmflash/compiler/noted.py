"""Facts whose cards the learner found wrong, each at its place."""

from collections.abc import Iterable, Iterator, Mapping

from pmflash.compiler.files import CheckedFile, FiledFact
from pmflash.compiler.words import quoted
from pmflash.model.card import Card
from pmflash.model.diagnostic import Problem, Severity
from pmflash.model.text import one_line


def add_noted(
    files: Iterable[CheckedFile],
    cards: Mapping[FiledFact, tuple[Card, ...]],
    notes: Mapping[str, str],
) -> None:
    """Add a warning to its file for each of `notes`, which go by the ids of cards."""
    for file in files:
        for filed in file.facts:
            file.problems += _noted(filed, cards[filed], notes)


def _noted(
    filed: FiledFact, cards: Iterable[Card], notes: Mapping[str, str]
) -> Iterator[Problem]:
    for card in cards:
        if card.id in notes:
            yield Problem(
                (*filed.where, "id"),
                "noted",
                f"you noted on card {quoted(card.id)}: {one_line(notes[card.id])}",
                "correct the fact, then empty the note: `n` on the card, which"
                " `b` and `is:noted` find",
                Severity.WARNING,
            )
