"""What numbers a caveat names, so that it counts only for what it speaks of."""

import re
from collections.abc import Iterable
from decimal import Decimal

_WORDS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_VALUES = {word: Decimal(number) for number, word in enumerate(_WORDS, 1)}
_SCALES = {
    "k": Decimal(10) ** 3,
    "thousand": Decimal(10) ** 3,
    "m": Decimal(10) ** 6,
    "million": Decimal(10) ** 6,
    "b": Decimal(10) ** 9,
    "billion": Decimal(10) ** 9,
}
# The bounds keep a page of digits from becoming a number.
_NUMBER = re.compile(
    r"(?<![\w.])(?P<digits>[0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{1,18})"
    r"(?P<fraction>\.[0-9]{1,9})?(?![0-9]|\.[0-9])"
    r"(?:\s?(?P<scale>[kKMB]|thousand|million|billion)(?!\w))?"
)
_WORD = re.compile(rf"(?<!\w)(?:{'|'.join(_WORDS)})(?!\w)", re.IGNORECASE)
_ROOM = Decimal("0.01")


def names_one_of(caveat: str, worked_out: Iterable[Decimal]) -> bool:
    """Tell whether `caveat` names a number within a hundredth of one worked out."""
    named = named_numbers(caveat)
    return any(
        abs(number - value) <= _ROOM * abs(value)
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
    return Decimal(digits) * _SCALES.get((found["scale"] or "").lower(), Decimal(1))
