"""Numbers in sentences: which stand bare, and whether a noun beside one is its unit."""

import re

from pmflash.compiler.linting.shared.words import (
    NUMBER_WORDS,
    STOP_WORDS,
    is_number,
    tokens,
)

_NUMBER = r"(?:[0-9][0-9,.]*|\w+)"
_BARE = re.compile(
    r"(?:(?:about|around|roughly|at least|at most|up to|over|under|more than"
    r"|less than|exactly|only)\s+|[~≈<>≤≥±+-]\s*)?"
    rf"({_NUMBER})(?:(?:\s*[-–]\s*|\s+(?:to|or|and)\s+)({_NUMBER}))?\s*\.?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[5-9]|20|21)[0-9]{2}")
_SIGNS_BEFORE = tuple("$€£¥#")
_SIGNS_BEHIND = tuple("%°$€£¥")
_BETWEEN_NUMBERS = {"and", "or", "to", "–", "-", "out", "times", "×"}
_RELATIONS = (
    "over under above below least most only exactly around roughly nearly almost"
    " between within after before until up down not equals reaches takes lasts costs"
    " exceeds totals"
)
_NO_NOUNS = STOP_WORDS.union(_RELATIONS.split())


def is_bare_number(text: str) -> bool:
    """Tell whether `text` is a number or two alone: `45`, `about four`, `3 to 4`.

    A year is none.
    """
    found = _BARE.fullmatch(text.strip())
    return found is not None and all(
        _is_numeral(number.casefold()) for number in found.groups() if number
    )


def _is_numeral(number: str) -> bool:
    is_numeral = number[0].isdigit() and not number.strip("0123456789.,")
    return (is_numeral or number in NUMBER_WORDS) and not is_year(number)


def is_year(number: str) -> bool:
    """Tell whether `number` may be meant as a year."""
    return _YEAR.fullmatch(number.rstrip(".")) is not None


def ends_in_noun(text: str) -> bool:
    """Tell whether a number behind `text` is told what it is, as behind `round`."""
    text = text.rstrip()
    if text.endswith(_SIGNS_BEFORE):
        return True
    # Any other mark parts the number from the word in front of it.
    if not text[-1:].isalnum():
        return False
    last = tokens(text)[-1]
    return last not in _NO_NOUNS and not is_number(last)


def starts_with_noun(text: str) -> bool:
    """Tell whether `text` tells what a number in front of it counts."""
    for word in text.split():
        if word.startswith(_SIGNS_BEHIND):
            return True
        first = tokens(word)[:1]
        leads_on = word in _BETWEEN_NUMBERS or any(map(is_number, first))
        # A hyphen joins, as in `[30]-day`; other marks end what is counted.
        if not leads_on:
            is_beside = word[0].isalnum() or word[0] in "-/“\"'"
            return is_beside and (first == ["of"] or not STOP_WORDS.issuperset(first))
        if word[-1] in ".,;:":
            return False
    return False
