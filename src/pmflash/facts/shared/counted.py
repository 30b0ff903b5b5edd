"""Names that say how many parts a thing has, such as `Four-P` or `Three-Tier`."""

import re
from dataclasses import dataclass

_WORDS = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_COUNT_BY_WORD = {word: count for count, word in enumerate(_WORDS, 2)}
_NUMBER = f"{'|'.join(_WORDS)}|[1-9][0-9]?"
# Numbers before these are lengths, idioms or names: `90-Day Plan`, `Two-Way Door`.
_NO_PARTS = (
    "(?:second|minute|hour|day|night|week|month|quarter|year|page|percent)s?"
    "|and|by|for|in|of|on|or|out|per|to|way|sided|fold|dimensional|sigma|pizza"
)
_HYPHEN = "[-\u2010\u2011\u2013]"
# With a blank, the number must open the name: `Level 3 review` counts nothing.
_COUNTED = re.compile(
    rf"(?:(?<![\w.,/+$€£¥\u2013-])(?P<number>{_NUMBER}){_HYPHEN}"
    rf"|^(?:(?:the|an?|our|your|its)\s+)?(?P<opening>{_NUMBER})\s+)"
    rf"(?!(?:{_NO_PARTS})\b)(?P<word>[^\W\d_]+)",
    re.IGNORECASE,
)
_LETTER = re.compile("([A-Z])s?")


@dataclass(frozen=True, slots=True)
class NamedCount:
    """How many parts a name promises."""

    count: int
    letter: str
    """The capital with which the parts should start; empty where the name has none."""


def named_count(name: str) -> NamedCount | None:
    """Return what `name` promises; None for a name without a number of parts.

    One is no number of parts: a `One-Page Brief` may have any.
    """
    found = _COUNTED.search(name)
    if found is None:
        return None
    number = (found["number"] or found["opening"]).casefold()
    count = _COUNT_BY_WORD.get(number) or int(number)
    letter = _LETTER.fullmatch(found["word"])
    return NamedCount(count, letter[1] if letter else "") if count > 1 else None


def starts_with(name: str, letter: str) -> bool:
    """Tell whether the first letter of `name` is `letter`, in any case."""
    first = next((sign for sign in name if sign.isalpha()), "")
    return first.casefold() == letter.casefold()
