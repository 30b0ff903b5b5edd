"""What was meant by a word that is not known: the words like it, and the question."""

from collections.abc import Iterable

from pmflash.model.text import joined

_LONGEST = 200
"""Nobody mistypes a word longer than this, and it would be slow to compare."""


def near(word: str, known: Iterable[str], most: int = 1) -> tuple[str, ...]:
    """Return the known words like `word`, in any case, the nearest first."""
    if len(word) > _LONGEST:
        return ()
    # Slow to load, and wanted only after a mistake.
    from difflib import get_close_matches

    by_folded = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold(), list(by_folded), most)
    return tuple(by_folded[each] for each in close)


def did_you_mean(*quoted: str) -> str:
    """Return the question whether one of these words, in backticks, was meant."""
    return f"did you mean {joined(quoted, 'or')}?"
