"""Statements of several owners held beside each other: whose is higher, whose equal."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from pmflash.facts.base import names
from pmflash.model.measured import Measured, Peers, Statement
from pmflash.model.units import reduced

Ends = tuple[Decimal, Decimal]
"""Lower and upper end of what is stated; the same for a single number."""


def seed_of(measured: Measured) -> str:
    """Return the id of the file in which the statement stands."""
    return measured.fact.partition("/")[0]


def stated_across(
    peers: Peers, measure: str, seeds: Iterable[str]
) -> tuple[Measured, ...]:
    """Return all statements of `measure` in `seeds`, in the order of these."""
    by_seed: dict[str, list[Measured]] = {seed: [] for seed in seeds}
    for measured in peers.get(measure, ()):
        seed = seed_of(measured)
        if seed in by_seed:
            owned = replace(measured, owner=measured.owner or seed)
            by_seed[seed].append(owned)
    return tuple(measured for found in by_seed.values() for measured in found)


def first_of_each_owner(stated: Iterable[Measured]) -> tuple[Measured, ...]:
    """Return one statement for each owner, the first that it makes."""
    first: dict[str, Measured] = {}
    for measured in stated:
        first.setdefault(measured.owner, measured)
    return tuple(first.values())


def common_ends(stated: Sequence[Measured]) -> Mapping[str, Ends] | None:
    """Return the ends by owner, all in one unit; None where they have none in common.

    Percentages count as such whatever they are a share of.
    """
    found: dict[str, Ends] = {}
    units = set()
    for measured in stated:
        ends = _ends(measured.statement)
        if ends is None:
            return None
        low, high, unit = ends
        found[measured.owner] = low, high
        units.add(unit)
    return found if len(units) == 1 else None


def units_apart(stated: Iterable[Measured]) -> tuple[str, ...]:
    """Return one unit of each family, as written, where only units are in the way."""
    written: dict[str, str] = {}
    for measured in stated:
        ends = _ends(measured.statement)
        if ends is None:
            return ()
        written.setdefault(ends[2], measured.statement.unit)
    return tuple(written.values()) if len(written) > 1 else ()


def telling(stated: Sequence[Measured]) -> Iterator[Measured]:
    """Yield those of `stated` that show their owner, though they do not name it.

    What another owner states too, be it in other words or units, shows none.
    """
    owners: defaultdict[Hashable, set[str]] = defaultdict(set)
    for measured in stated:
        for told in _told(measured.statement):
            owners[told].add(measured.owner)
    for measured in stated:
        statement = measured.statement
        is_named = names(statement.text, measured.owner)
        if not is_named and all(len(owners[told]) == 1 for told in _told(statement)):
            yield measured


def _ends(statement: Statement) -> tuple[Decimal, Decimal, str] | None:
    if statement.low is None or statement.high is None:
        return None
    low, unit = reduced(statement.low, statement.unit)
    high, _ = reduced(statement.high, statement.unit)
    return low, high, "%" if unit.startswith("%") else unit


def _told(statement: Statement) -> Iterator[Hashable]:
    """Yield what says the same when it is equal, whatever the wording."""
    yield " ".join(statement.text.casefold().split()).rstrip(".")
    if (ends := _ends(statement)) is not None:
        yield (*ends, statement.comparator)
