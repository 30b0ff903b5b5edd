"""How messages quote what an author wrote and suggest what was meant."""

import re
from collections.abc import Iterable, Sequence

from pmflash.model import nearness
from pmflash.model.nearness import near
from pmflash.model.text import joined, one_line

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
    return joined(shown)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that `word` most resembles, or an empty text."""
    names = {name.casefold(): name for name in known}
    # No distance is small from `answer` to `a`, which is what it stands for.
    initial = names.get(word[:1].casefold(), "")
    return next(iter(near(word, names.values())), initial)


def did_you_mean(word: str, known: Iterable[str], what: str) -> str:
    """Return a help that names the nearest known word, else all of them.

    `what` says what the known words are, as in `kinds`.
    """
    names = sorted(set(known))
    close = nearest(word, names)
    if close:
        return nearness.did_you_mean(quoted(close))
    return f"the {what} are {listed(names)}" if names else f"there are no {what} yet"


def did_you_mean_one_of(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return a help that names up to three known words near `word`, or `otherwise`."""
    close = near(word, sorted(known), _MOST_NEAR)
    return nearness.did_you_mean(*map(quoted, close)) if close else otherwise
