"""Texts brought to one form, so that only differences that matter are left."""

import re
from unicodedata import combining, normalize

_LONGEST = 1000
"""Longer than any typed answer; normalizing hostile texts takes too long above it."""
_MARKS = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032`\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    }
)
_ARTICLE = re.compile(r"(?:an?|the) (?=\S)")
_INNER_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_SMALL_NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_DIGITS_OF = {word: str(number) for number, word in enumerate(_SMALL_NUMBERS)}
_SMALL_NUMBER = re.compile(rf"\b(?:{'|'.join(_SMALL_NUMBERS)})\b")


def unified(text: str) -> str:
    """Return `text` in small letters, one kind of dash, quote and space, and digits."""
    text = normalize("NFKC", text[:_LONGEST]).casefold().translate(_MARKS)
    # Small letters are not always in the normal form of their capitals.
    text = " ".join(normalize("NFKC", text).split())
    return _SMALL_NUMBER.sub(lambda found: _DIGITS_OF[found.group()], text)


def folded(text: str) -> str:
    """Return what `text` says, whatever its case, typography, article and full stop."""
    said = _INNER_HYPHEN.sub(" ", unified(text)).strip(" '\"").rstrip(" .'\"")
    return said[found.end() :] if (found := _ARTICLE.match(said)) else said


def unaccented(text: str) -> str:
    """Return `text` without the accents on its letters."""
    apart = normalize("NFKD", text)
    return "".join(letter for letter in apart if not combining(letter))
