"""How messages quote what an author wrote and suggest what was meant."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from pmflash.model.text import one_line

LONGEST_QUOTE = 60
"""Characters of a text that a message repeats."""
_QUOTE = re.compile("`([^`]*)`")
_MOST_LISTED = 24
_MOST_NEAR = 3


def quoted(text: str) -> str:
    """Return `text` in backticks, on one line and shortened."""
    line = one_line(text[: 4 * LONGEST_QUOTE])
    if len(line) > LONGEST_QUOTE:
        line = line[: LONGEST_QUOTE - 1] + "…"
    return f"`{line}`"


def requoted(message: str) -> str:
    """Return `message` on one line, with all that stands in backticks shortened."""
    return _QUOTE.sub(lambda quote: quoted(quote[1]), one_line(message))


def listed(words: Sequence[str]) -> str:
    """Return all `words` quoted: `a`, `b` and `c`."""
    shown = [quoted(word) for word in words[:_MOST_LISTED]]
    if len(words) > _MOST_LISTED:
        shown.append(f"{len(words) - _MOST_LISTED} more")
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that `word` most resembles, or an empty text."""
    if len(word) > LONGEST_QUOTE:
        return ""
    by_folded = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold(), list(by_folded), n=1)
    # No distance is small from `answer` to `a`, which is what it stands for.
    initial = by_folded.get(word[:1].casefold(), "")
    return by_folded[close[0]] if close else initial


def did_you_mean(word: str, known: Iterable[str], what: str) -> str:
    """Return a help that names the nearest known word, else all of them.

    `what` says what the known words are, as in `kinds`.
    """
    names = sorted(set(known))
    close = nearest(word, names)
    if close:
        return f"did you mean {quoted(close)}?"
    return f"the {what} are {listed(names)}" if names else f"there are no {what} yet"


def did_you_mean_one_of(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return a help that names up to three known words near `word`, or `otherwise`."""
    if len(word) > LONGEST_QUOTE:
        return otherwise
    by_folded = {name.casefold(): name for name in sorted(known)}
    close = get_close_matches(word.casefold(), list(by_folded), n=_MOST_NEAR)
    if not close:
        return otherwise
    *others, last = (quoted(by_folded[name]) for name in close)
    return f"did you mean {', '.join(others)}{' or ' if others else ''}{last}?"
