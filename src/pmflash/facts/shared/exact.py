"""Decimal arithmetic with room to spare, and results as short as they can be."""

from decimal import ROUND_HALF_UP, Context, Decimal

EXACT = Context(prec=60)
"""Wide enough for sums of any two numbers that authors may write."""

# What a division leaves in the last of 60 digits must not tip a rounding.
_STEADY = Context(prec=50)


def trimmed(value: Decimal) -> Decimal:
    """Return `value` without the zeros that end its decimals."""
    return EXACT.add(EXACT.normalize(value), 0)


def to_decimals(value: Decimal, places: int) -> Decimal:
    """Return `value` with so many decimals, halves rounded up."""
    last_place = Decimal(1).scaleb(-places)
    near = _STEADY.plus(value).quantize(last_place, ROUND_HALF_UP, EXACT)
    # Nobody writes `-0.00`.
    return EXACT.add(near, 0)


def is_all_of(shown: Decimal, value: Decimal) -> bool:
    """Tell whether `shown` is all of `value`, and nothing was rounded away."""
    return _STEADY.plus(value) == shown
