"""How many cells of a terminal a text fills, known without the screens' library."""

from unicodedata import combining, east_asian_width

_WIDE = frozenset({"W", "F"})


def cells(text: str) -> int:
    """Return the width of `text`, which is on one line."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(letter) else 2 if east_asian_width(letter) in _WIDE else 1
        for letter in text
    )
