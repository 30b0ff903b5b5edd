"""Sums of stated figures, to hold against the total that is stated with them."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from pmflash.model.units import reduced

_ONE = Decimal(1)


def added(terms: Iterable[Decimal]) -> tuple[Decimal, str]:
    """Return the sum of `terms` and how it is written out, as in `1 + 2`."""
    known = tuple(terms)
    return sum(known, Decimal(0)), " + ".join(f"{term:,f}" for term in known)


def finest(units: Sequence[str]) -> str | None:
    """Return the first smallest one of `units`; None where no sum could mix them."""
    families = {reduced(_ONE, unit)[1] for unit in units}
    if len(families) > 1:
        return None
    return min(units, key=lambda unit: reduced(_ONE, unit)[0])


def converted(value: Decimal, unit: str, other: str) -> Decimal:
    """Return `value` of `unit` in an `other` unit that is not larger."""
    return reduced(value, unit)[0] / reduced(_ONE, other)[0]


def nameable(value: Decimal, unit: str) -> tuple[Decimal, ...]:
    """Return the numbers by which a caveat may name `value`: as it is, and in full."""
    return tuple(dict.fromkeys((value, reduced(value, unit)[0])))
