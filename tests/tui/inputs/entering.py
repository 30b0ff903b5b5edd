"""Keys into an input without any screen around it."""

from pmflash.tui.first_frame import wrapped
from pmflash.tui.inputs.base import Input

WIDTH = 60
_CHARACTERS = {"space": " ", "comma": ",", "full_stop": ".", "minus": "-"}
_NAMES = {character: name for name, character in _CHARACTERS.items()}


def press(entered: Input, *keys: str) -> tuple[bool, ...]:
    """Press keys by their names; return which of them the input took."""
    return tuple(entered.take(key, _character(key)) for key in keys)


def typed(entered: Input, text: str) -> None:
    """Type `text` character by character."""
    press(entered, *(_NAMES.get(character, character) for character in text))


def drawn(entered: Input, width: int = WIDTH) -> list[str]:
    """The lines of an input, without their looks."""
    return [line.text.rstrip() for line in entered.lines(width, wrapped)]


def _character(key: str) -> str | None:
    return _CHARACTERS.get(key, key if len(key) == 1 else None)
