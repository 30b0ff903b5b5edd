"""Text as it is shown: what files and people wrote, made safe, counts and lists."""

import re
from collections.abc import Sequence

_ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\t"
    "\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"
    "\ud800-\udfff]"
)
_TAB = "    "
_CONTROL_PICTURES = 0x2400
_DELETE_PICTURE = "\u2421"
_REPLACEMENT = "\ufffd"


def shown(text: str) -> str:
    """Return `text` with every character that could act on a terminal made visible.

    Line feeds stay. ESC becomes its picture, C1 and bidi controls become their
    code point in angle brackets, a lone surrogate becomes U+FFFD.
    """
    if _ACTING.search(text) is None:
        return text
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ACTING.sub(lambda found: _picture(found.group()), unified)


def one_line(text: str) -> str:
    """Return `text` safe to show and on a single line, for titles and messages."""
    return " ".join(shown(text).split())


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 card`, `1,204 cards`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def joined(items: Sequence[str], word: str = "and") -> str:
    """Return items in a row: `a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def _picture(character: str) -> str:
    code = ord(character)
    if character == "\t":
        return _TAB
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    if code == 0x7F:
        return _DELETE_PICTURE
    if 0xD800 <= code <= 0xDFFF:
        return _REPLACEMENT
    return f"<U+{code:04X}>"
