"""Where facts come from: one seed or deck file, as far as its cards show it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """What a file says once for all of its facts."""

    id: str
    """The file's name without its ending; first part of every card id."""
    context: str
    """Company or heading that every prompt names."""
    document: str = ""
    """What the facts restate, such as `Flexport guide`."""
    tags: tuple[str, ...] = ()
