"""Units brought to a common one, so that figures can be compared and added."""

from decimal import Decimal

from pmflash.model.quantity import CURRENCIES

SCALES = {
    "k": 10**3,
    "thousand": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "million": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "billion": 10**9,
    "t": 10**12,
    "trillion": 10**12,
}
"""What a word or letter behind a number multiplies it by, in small letters."""
_TIMES = {
    "second": ("seconds", 1),
    "minute": ("seconds", 60),
    "hour": ("seconds", 60 * 60),
    "day": ("days", 1),
    "week": ("days", 7),
    "month": ("months", 1),
    "year": ("months", 12),
}
"""Hours do not become days, nor days months: working days and months vary."""


def reduced(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """Return `value` in the smallest unit of its family, and that unit.

    `2.4` of `$ B` is `2400000000` of `$`, `4` of `weeks` is `28` of `days`. A unit of
    no known family, such as `%` or `% of base`, stays as it is.
    """
    common, factor = _common(" ".join(unit.split()))
    return value * factor, common


def _common(unit: str) -> tuple[str, int]:
    scale = unit[1:].strip().casefold()
    if unit[:1] in CURRENCIES and scale in SCALES:
        return unit[0], SCALES[scale]
    return _TIMES.get(unit.casefold().removesuffix("s"), (unit, 1))
