"""A content file as it was found: its place and its bytes, not yet understood."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a content file is for."""

    SEED = "seed"
    DECK = "deck"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The raw content of one YAML file."""

    role: Role
    id: str
    """The file's name without its ending."""
    path: str
    """As shown in messages."""
    raw: bytes
    is_builtin: bool = False
