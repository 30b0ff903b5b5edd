"""A line that is typed: its text, and the place of the cursor in it."""

import re

from pmflash.model.cells import cells
from pmflash.tui.inputs.base import Ink

LONGEST_TEXT = 400
"""So much may be typed or pasted; nobody means to type more."""

CURSOR = "_"
_LAST_WORD = re.compile(r"\S*\s*$")

Stretches = tuple[tuple[str, Ink], ...]


class Field:
    """Text with a cursor; keys of every line editor move and delete."""

    def __init__(self) -> None:
        self.text = ""
        self._at = 0

    def take(self, key: str, character: str | None) -> bool:
        """Type or edit; a space begins no text, and turns the card instead."""
        if character is not None and character.isprintable():
            if character.isspace() and not self.text:
                return False
            self.insert(character)
            return True
        return self._edited(key) or self._moved(key)

    def insert(self, text: str) -> None:
        """Put `text` where the cursor is, as much of it as is readable and fits."""
        readable = "".join(filter(str.isprintable, text))
        new = readable[: LONGEST_TEXT - len(self.text)]
        self.text = self.text[: self._at] + new + self.text[self._at :]
        self._at += len(new)

    def drawn(self, width: int, has_cursor: bool) -> Stretches:
        """Return the text, as much of it around the cursor as fits `width` cells."""
        before, after = self.text[: self._at], self.text[self._at :]
        if not has_cursor:
            before, after = self.text, ""
        under = after[:1] or (CURSOR if has_cursor else "")
        rest = after[1:]
        while before and cells(before) > width - max(1, cells(under)):
            before = before[1:]
        room = width - cells(before) - cells(under)
        while rest and cells(rest) > room:
            rest = rest[:-1]
        ink = Ink.CURSOR if after else Ink.MARK
        filling = " " * (room - cells(rest))
        shown = ((before, Ink.BOLD), (under, ink), (rest, Ink.BOLD))
        return (*shown, (filling, Ink.PLAIN))

    def _edited(self, key: str) -> bool:
        before, after = self.text[: self._at], self.text[self._at :]
        match key:
            case "backspace" | "ctrl+h":
                before = before[:-1]
            case "delete":
                after = after[1:]
            case "ctrl+u":
                before = after = ""
            case "ctrl+w":
                before = _LAST_WORD.sub("", before)
            case _:
                return False
        self.text, self._at = before + after, len(before)
        return True

    def _moved(self, key: str) -> bool:
        places = {
            "left": max(0, self._at - 1),
            "right": min(len(self.text), self._at + 1),
            "home": 0,
            "ctrl+a": 0,
            "end": len(self.text),
            "ctrl+e": len(self.text),
        }
        self._at = places.get(key, self._at)
        return key in places
