"""A deck: a named set of facts that a learner studies together."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deck:
    """What the screens show of a deck; its cards name it by `id`."""

    id: str
    """The file's name without its ending."""
    title: str
    path: str
    """Where it was read from, as shown to the learner."""
    card_count: int = 0
