"""Sums of stated figures, to hold against the total that is stated with them."""

from collections.abc import Iterable
from decimal import Decimal

from pmflash.model.units import reduced


def added(terms: Iterable[Decimal]) -> tuple[Decimal, str]:
    """Return the sum of `terms` and how it is written out, as in `1 + 2`."""
    known = tuple(terms)
    return sum(known, Decimal(0)), " + ".join(f"{term:,f}" for term in known)


def nameable(value: Decimal, unit: str) -> tuple[Decimal, ...]:
    """Return the numbers by which a caveat may name `value`: as it is, and in full."""
    return tuple(dict.fromkeys((value, reduced(value, unit)[0])))
