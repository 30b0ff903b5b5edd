"""The keys that the learner chose, put in the place of those that actions have."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from textual.app import App
from textual.keys import key_to_character

from pmflash.model.keys import FIXED_KEYS
from pmflash.tui.actions import Action
from pmflash.tui.entered import Entered

_SHOWN = {
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "esc",
    "delete": "del",
    "insert": "ins",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
}


class Keymap:
    """Keys by action; empty where the learner changed nothing."""

    def __init__(self, chosen: Iterable[tuple[str, tuple[str, ...]]] = ()) -> None:
        self._keys = {name: ",".join(keys) for name, keys in chosen}

    @property
    def for_textual(self) -> dict[str, str]:
        """The keys as Textual takes them, by the id of a binding."""
        return self._keys

    def of(self, action: Action) -> Action:
        """Return `action` with the keys that it has now."""
        keys = self._keys.get(action.called)
        if keys is None or FIXED_KEYS & {*action.keys.split(",")}:
            return action
        return replace(action, keys=keys, shown_key=shown_key(keys.split(",")[0]))


class KeymapApp(App[None]):
    """An application whose keys may have been changed."""

    keymap = Keymap()
    entered: Entered
    """What was entered for the last answers."""


def is_text(key: str) -> bool:
    """Tell whether a key types something where letters are text."""
    return key == "space" or _character(key) is not None


def shown_key(key: str) -> str:
    """Return a key as footer and help write it: `^y`, `?`, `PgDn`, `F2`."""
    if key in _SHOWN:
        return _SHOWN[key]
    *held, last = key.split("+")
    if held:
        return ("^" if held == ["ctrl"] else "⇧") + shown_key(last)
    if last[1:].isdigit():
        return last.upper()
    return _character(last) or last


@lru_cache(maxsize=128)
def _character(key: str) -> str | None:
    character = None if "+" in key else key_to_character(key)
    # Unicode calls some control characters as keys are called.
    return character if character and character.isprintable() else None
