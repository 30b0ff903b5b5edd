"""The turns of phrase that prompts and answers have in common."""

from collections.abc import Iterable
from itertools import islice
from zlib import crc32

from pmflash.model.nearness import did_you_mean, near

_ARTICLES = {"a", "an", "the"}
_POSSESSIVES = {"his", "her", "its", "my", "our", "their", "your"}
_POINTERS = {"any", "each", "every", "some", "that", "these", "this", "those"}
_QUESTION_WORDS = {"how", "what", "when", "where", "which", "who", "why"}
_MOST_LISTED = 24
_DETERMINERS = _ARTICLES | _POSSESSIVES | _POINTERS | _QUESTION_WORDS


def the(noun: str) -> str:
    """Return `noun` with its article, unless it brings its own or is a name's."""
    first = noun.split(maxsplit=1)[0]
    owned = first.endswith(("'s", "’s", "s'", "s’"))
    return noun if owned or first.casefold() in _DETERMINERS else f"the {noun}"


def bare(noun: str) -> str:
    """Return `noun` without a leading `the`, to stand after a number."""
    return noun[4:] if noun[:4].casefold() == "the " else noun


def opened(text: str) -> str:
    """Return `text` with a capital in front, as a sentence begins."""
    return text[:1].upper() + text[1:]


def detailed(name: str, detail: str) -> str:
    """Return `name` and its `detail` on one line."""
    return f"{name} – {' '.join(detail.split())}" if detail else name


def listed(lines: Iterable[str], ordered: bool = False) -> str:
    """Return `lines` below each other, numbered or with dashes."""
    if ordered:
        return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
    return "\n".join(f"- {line}" for line in lines)


def paragraphs(*texts: str) -> str:
    """Return those of `texts` that are not empty, each on a line of its own."""
    return "\n".join(text for text in texts if text)


def in_parentheses(text: str) -> str:
    """Return ` (text)` to go behind something, or nothing for no text."""
    return f" ({text})" if text else ""


def steady_pick(fact_id: str, count: int) -> int:
    """Return a number below `count` that a fact keeps for ever."""
    return crc32(fact_id.encode()) % count


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the help for an unknown `word`: the closest known one, or all."""
    folded = {name.casefold(): name for name in known}
    close = near(word, folded.values())
    if close:
        return did_you_mean(f"`{close[0]}`")
    names = [f"`{name}`" for name in islice(folded.values(), _MOST_LISTED)]
    if len(folded) > _MOST_LISTED:
        names.append(f"or {len(folded) - _MOST_LISTED} more")
    return "use one of " + ", ".join(names)
