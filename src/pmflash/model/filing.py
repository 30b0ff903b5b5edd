"""Under what a card is filed: all that choosing cards for a day needs beside its id."""

from typing import NamedTuple


class Filing(NamedTuple):
    """What many cards share; loaded for every card at each start."""

    decks: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    builds_on: tuple[str, ...] = ()
    """Full ids of facts to be met before the card is introduced."""
    rev: int = 0
    """Raised by its author when the fact itself has changed."""
