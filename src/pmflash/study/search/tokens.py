"""A search cut into its signs, words, quotations and fields, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from pmflash.study.search.error import SearchError

QUOTE = '"'
_SPACE = re.compile(r"\s*")
_FIELD = re.compile(r"([^\W\d_]+)(<=|>=|[:<>=])")
_WORD = re.compile(r'[^\s()"]+')
_SIGNS = frozenset("()-")
_LINKS = frozenset({"or", "and"})


class Sort(Enum):
    """What a token is."""

    SIGN = "sign"
    """A parenthesis, or the hyphen of a `-not`."""
    LINK = "link"
    """`or`, or `and`, which changes nothing."""
    WORDS = "words"
    """A word, or words in quotes, to be looked for."""
    FIELD = "field"
    """A field with its operator and value, such as `ease<2`."""


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a search."""

    sort: Sort
    text: str
    """The sign, the link in lower case, the words, or the value of a field."""
    start: int
    end: int
    field: str = ""
    operator: str = ""
    value_start: int = 0
    """Where the value of a field begins."""


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of `text`; raises `SearchError`, like all that is read from it.

    Quoted texts come without their quotes.
    """
    place = _after_space(text, 0)
    while place < len(text):
        token = _token(text, place)
        yield token
        place = _after_space(text, token.end)


def _token(text: str, start: int) -> Token:
    letter = text[start]
    if letter in _SIGNS:
        return Token(Sort.SIGN, letter, start, start + 1)
    if letter == QUOTE:
        words, end = _quoted(text, start)
        return Token(Sort.WORDS, words, start, end)
    if found := _FIELD.match(text, start):
        name, operator = found.groups()
        value, end = _value(text, found.end())
        if not value:
            message = f"nothing follows `{found[0]}`"
            help = "write its value right behind it"
            raise SearchError(message, start, max(end, found.end()), help)
        return Token(
            Sort.FIELD, value, start, end, name.casefold(), operator, found.end()
        )
    word = _WORD.match(text, start)
    # Whatever begins no sign, space or quotation begins a word.
    end = word.end() if word else start + 1
    link = text[start:end].casefold()
    if link in _LINKS:
        return Token(Sort.LINK, link, start, end)
    return Token(Sort.WORDS, text[start:end], start, end)


def _value(text: str, start: int) -> tuple[str, int]:
    if text[start : start + 1] == QUOTE:
        return _quoted(text, start)
    found = _WORD.match(text, start)
    return (found[0], found.end()) if found else ("", start)


def _quoted(text: str, start: int) -> tuple[str, int]:
    end = text.find(QUOTE, start + 1)
    if end < 0:
        raise SearchError(
            "the quote is not closed", start, len(text), 'write a second `"` after it'
        )
    return text[start + 1 : end].strip(), end + 1


def _after_space(text: str, place: int) -> int:
    found = _SPACE.match(text, place)
    return found.end() if found else place
