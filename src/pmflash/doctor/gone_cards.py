"""Progress of cards that no fact makes any more."""

from collections.abc import Iterator

from pmflash.doctor.base import Case, Finding
from pmflash.model.text import counted, one_line


def look(case: Case) -> Iterator[Finding]:
    """Yield the cards that were reviewed, and whose facts are gone."""
    gone = []
    for card in case.proved:
        times = case.collection.standing(card).review_count
        if times and card not in case.card_ids:
            gone.append(f"{one_line(card)}: {counted(times, 'review')}")
    if gone:
        yield Finding(
            "gone-card",
            f"{counted(len(gone), 'card')} with progress but without a fact",
            "their progress is kept for when the fact comes back; one with a new id "
            "takes it over by `formerly`",
            is_trouble=False,
            details=tuple(sorted(gone)),
        )
