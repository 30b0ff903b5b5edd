"""Two owners of one measure, and which of them a comparing fact puts first."""

from collections.abc import Iterator
from decimal import Decimal

from pmflash.compiler.auditing.base import Ledger, Stated


def compared(ledger: Ledger, ending: str) -> Iterator[tuple[Stated, Stated, Stated]]:
    """Yield each number whose measure has `ending`, with the two that it compares."""
    for measure in ledger.measures:
        plain = measure.removesuffix(ending)
        if plain != measure:
            for stated in ledger.stated(measure):
                if pair := two_owners(ledger, plain, stated):
                    yield stated, *pair


def two_owners(
    ledger: Ledger, measure: str, bearer: Stated
) -> tuple[Stated, Stated] | None:
    """Return what two owners state of `measure`, the one `bearer` speaks of first.

    None where it is not two of them, or their units cannot be brought together.
    """
    by_owner: dict[str, Stated] = {}
    for stated in ledger.stated(measure):
        by_owner.setdefault(stated.owner, stated)
    if len(by_owner) != 2:
        return None
    one, other = by_owner.values()
    if one.unit != other.unit:
        return None
    is_swapped = (
        bearer.owner == other.owner
        if bearer.owner in by_owner
        else _height(other) > _height(one)
    )
    return (other, one) if is_swapped else (one, other)


def _height(stated: Stated) -> Decimal:
    return stated.low + stated.high
