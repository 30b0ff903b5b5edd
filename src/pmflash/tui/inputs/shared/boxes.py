"""Boxes to tick: the letters that do it, and the texts that stand behind them."""

import re
from collections.abc import Sequence

_LETTERS = "abcdefglmnoprtvwxy"
"""One a box; commands keep the letters left out."""
_LISTED = re.compile(r"(?:-|\d+\.) (.*)")


def letters_of(items: Sequence[str]) -> str:
    """Return the letters of the first boxes; of many things, some have none."""
    return _LETTERS[: len(items)]


def texts_of(items: Sequence[str], answer: str) -> tuple[Sequence[str], str] | None:
    """Return the lines of `answer` that list `items`, without marks, and the rest.

    None where it does not begin with one line for each of them.
    """
    lines, count = answer.split("\n"), len(items)
    found = [each[1] for line in lines if (each := _LISTED.fullmatch(line))]
    listed = list(zip(items, found, lines, strict=False))
    is_whole = len(listed) == count and all(
        text.startswith(item) and line.endswith(text) for item, text, line in listed
    )
    return (found[:count], "\n".join(lines[count:])) if is_whole else None
