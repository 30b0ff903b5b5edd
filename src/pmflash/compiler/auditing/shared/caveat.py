"""What numbers a caveat names, so that it counts only for what it speaks of."""

import re
from collections.abc import Iterable
from decimal import Decimal

from pmflash.model.units import SCALES

_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_VALUES = {word: Decimal(number) for number, word in enumerate(_WORDS)}
_LETTERS = "kKMBT"
"""Scales of one letter, in the case that tells them from other words."""
_SCALE_WORDS = "|".join(word for word in SCALES if len(word) > 1)
# The bounds keep a page of digits from becoming a number.
_NUMBER = re.compile(
    r"(?<![\w.])(?P<digits>[0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{1,18})"
    r"(?P<fraction>\.[0-9]{1,9})?(?![0-9]|\.[0-9])"
    rf"(?:\s?(?P<scale>[{_LETTERS}]|(?i:{_SCALE_WORDS}))(?!\w))?"
)
_WORD = re.compile(rf"(?<!\w)(?:{'|'.join(_WORDS)})(?!\w)", re.IGNORECASE)
_ROOM = Decimal("0.01")


def names_one_of(caveat: str, worked_out: Iterable[Decimal]) -> bool:
    """Tell whether `caveat` names a number within a hundredth of one worked out.

    Caveats have no signs: `2 fewer` names -2.
    """
    named = named_numbers(caveat)
    return any(
        abs(number - abs(value)) <= _ROOM * abs(value)
        for value in worked_out
        for number in named
    )


def named_numbers(text: str) -> frozenset[Decimal]:
    """Return the numbers in `text`: `$1.68 M` is 1,680,000, `11 %` and `eleven` 11."""
    numerals = (_value(found) for found in _NUMBER.finditer(text))
    words = (_VALUES[found.group().lower()] for found in _WORD.finditer(text))
    return frozenset((*numerals, *words))


def _value(found: re.Match[str]) -> Decimal:
    digits = found["digits"].replace(",", "") + (found["fraction"] or "")
    return Decimal(digits) * SCALES.get((found["scale"] or "").lower(), 1)
