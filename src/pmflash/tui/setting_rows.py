"""What can be chosen: one line a setting, with how it is entered and what it does."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, get_args, get_type_hints

from pmflash.model.settings import Settings
from pmflash.model.text import counted, one_line


class Sort(Enum):
    """How a setting is entered."""

    NUMBER = auto()
    CHOICE = auto()
    """One of the few words that its type names."""
    DAY = auto()
    TEXT = auto()
    DECKS = auto()
    THEME = auto()
    KEYS = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One setting."""

    name: str
    """As settings.yaml has it."""
    sort: Sort
    told: str
    """What it does, in a sentence or two."""


_MINUTES = "After so many minutes a sitting asks whether to go on; 0 for never."
_SM2 = (
    "How SM-2 rounds and treats failures: listing as in its author's program, "
    "text as in the steps that he published."
)
_GRADES = "buttons rates from Again to Easy, wozniak with SM-2's own grades, 0 to 5."
_ANSWERING = "modes lets you enter what a card asks for, reveal just turns every card."
_KEYS = (
    "Other keys, by the name of what they do. Enter opens settings.yaml, where they "
    "are written; the README lists the names under Other keys."
)

ROWS = (
    Row("decks", Sort.DECKS, "Which decks to study; with none ticked, all of them."),
    Row("new_per_day", Sort.NUMBER, "New cards a day at most, of all decks together."),
    Row("reviews_per_day", Sort.NUMBER, "Reviews a day at most, of all decks."),
    Row("minutes_per_sitting", Sort.NUMBER, _MINUTES),
    Row("day_starts_at", Sort.NUMBER, "The hour at which a study day begins, 0 to 23."),
    Row("sm2", Sort.CHOICE, _SM2),
    Row("grades", Sort.CHOICE, _GRADES),
    Row("answering", Sort.CHOICE, _ANSWERING),
    Row("interview_on", Sort.DAY, "The day of your next interview."),
    Row("interview", Sort.TEXT, "What you call that interview."),
    Row("theme", Sort.THEME, "What pmflash looks like."),
    Row("keys", Sort.KEYS, _KEYS),
)
"""Every field of `Settings`, in the order of the README."""

ROW_BY_NAME = {row.name: row for row in ROWS}
_KINDS = get_type_hints(Settings)
_DEFAULT = Settings()
_ALL, _NONE = "all", "none"


def choices_of(name: str) -> tuple[str, ...]:
    """Return the words that a setting may be."""
    return get_args(_KINDS[name])


def value_words(row: Row, settings: Settings) -> str:
    """Return what a setting is now, on one line."""
    value: Any = getattr(settings, row.name)
    match row.sort:
        case Sort.DECKS:
            return ", ".join(map(one_line, value)) or _ALL
        case Sort.KEYS:
            return f"of {counted(len(value), 'action')}" if value else _NONE
        case _:
            return one_line(str(value)) or _NONE


def default_words(row: Row, settings: Settings) -> str:
    """Return what a setting is at first, where it is something else now."""
    is_changed = getattr(settings, row.name) != getattr(_DEFAULT, row.name)
    return f"default {value_words(row, _DEFAULT)}" if is_changed else ""
