"""Progress of cards that no fact makes any more."""

from collections.abc import Iterator

from pmflash.doctor.base import Case, Finding
from pmflash.doctor.shared.words import named
from pmflash.model.text import counted
from pmflash.study.proof import ProvedCard


def look(case: Case) -> Iterator[Finding]:
    """Yield the cards that were answered or marked, and whose facts are gone."""
    gone = [
        f"{named(card)}: {counted(proved.answer_count, 'answer')}"
        for card, proved in sorted(case.proof.cards.items())
        if card not in case.card_ids and proved != ProvedCard()
    ]
    if gone:
        yield Finding(
            "gone-card",
            f"{counted(len(gone), 'card')} with progress but without a fact",
            "nothing is lost: it is kept for when the fact comes back. One with a new "
            "id takes it over by `formerly`; one with a mistake is in `pmflash check`",
            is_trouble=False,
            details=tuple(gone),
        )
