"""Keys that a learner may change: what each screen can do, and under which keys."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

_READING = {"down": "down,j", "up": "up,k"}
_PAGES = {"page-down": "pagedown", "page-up": "pageup"}
_LISTED = {
    **_READING,
    **_PAGES,
    "first": "g,home",
    "last": "G,end",
    "preview-down": "J",
    "preview-up": "K",
}
_EVERYWHERE = {"quit": "q", "palette": "ctrl+p"}
_HELP = {"help": "question_mark"}

KEYS_OF_SCREENS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "today": {
            **_READING,
            "stats": "s",
            "browse": "b",
            "plan": "p",
            "settings": "comma",
            "problems": "exclamation_mark",
            "theme": "t",
            "ahead": "a",
            **_HELP,
            **_EVERYWHERE,
        },
        "review": {
            "undo": "u,ctrl+t",
            "redo": "ctrl+r",
            "hint": "h,f2",
            "edit": "e",
            "about": "i",
            "suspend": "z",
            "skip": "s",
            "bury": "b",
            "flag": "f",
            "note": "n",
            **_READING,
            **_PAGES,
            "help": "question_mark,f1",
            **_EVERYWHERE,
        },
        "summary": {
            "drill": "r",
            "more": "m",
            "ahead": "a",
            "undo": "u",
            **_READING,
            **_PAGES,
            **_HELP,
            **_EVERYWHERE,
        },
        "time-up": {"more": "m", "undo": "u", **_HELP, **_EVERYWHERE},
        "browse": {
            "search": "slash",
            **_LISTED,
            "suspend": "z",
            "flag": "f",
            "note": "n",
            "reset": "r",
            "undo": "u",
            **_HELP,
            **_EVERYWHERE,
        },
        "statistics": {
            "longer": "right,l",
            "shorter": "left,h",
            **_READING,
            **_PAGES,
            **_HELP,
            **_EVERYWHERE,
        },
        "plan": {
            "day": "d",
            "name": "n",
            "remove": "x",
            "settings": "comma",
            **_READING,
            **_PAGES,
            **_HELP,
            **_EVERYWHERE,
        },
        "settings": {"edit": "e", **_LISTED, **_HELP, **_EVERYWHERE},
        "problems": {
            "edit": "e",
            "look-again": "r",
            **_LISTED,
            **_HELP,
            **_EVERYWHERE,
        },
        "decks": {**_LISTED, **_HELP, **_EVERYWHERE},
        "page": {**_READING, **_PAGES, **_EVERYWHERE},
    }
)
"""What can have other keys, by screen, with the keys it has at first.

A `page` is what is only read: the help, a card's history.
"""

FIXED_KEYS = frozenset(
    {"space", "enter", "escape", "ctrl+c", "ctrl+q", "ctrl+z", *"0123456789"}
)
"""Keys that reveal, rate, go back and leave, whatever else is changed."""

_SENT_AS_OTHERS = "hijm"
"""Terminals send these, held with Ctrl, as Backspace, Tab, a new line and Enter."""

_MOVING = ("up", "down", "left", "right", "home", "end")
NAMED_KEYS = (
    *_MOVING,
    *("pageup", "pagedown", "insert", "delete", "backspace", "tab"),
    *(f"f{number}" for number in range(1, 13)),
    *(f"{held}+{key}" for held in ("ctrl", "shift") for key in _MOVING),
)
_WITH_CTRL = re.compile(rf"ctrl\+[a-z](?<![{_SENT_AS_OTHERS}])")

# Textual's names, where they are not those of Unicode.
_RENAMED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}


def key_called(text: str) -> str | None:
    """Return the key that an author writes as `text`, by its lasting name.

    None for what is no key, or reaches no program through a terminal.
    """
    if len(text) == 1:
        return _name_of(text) if text.isprintable() else None
    name = text.casefold()
    is_known = name in NAMED_KEYS or name in FIXED_KEYS or _WITH_CTRL.fullmatch(name)
    return name if is_known else None


def _name_of(character: str) -> str:
    if character.isalnum():
        return character
    if character == " ":
        return "space"
    name = unicodedata.name(character, character)
    name = name.lower().replace("-", "_").replace(" ", "_")
    return _RENAMED.get(name, name)
