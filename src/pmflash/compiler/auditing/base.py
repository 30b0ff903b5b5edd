"""The contract of a rule across facts, and the ledger of one file that it reads."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from pmflash.compiler.files import FiledFact
from pmflash.model.disagreement import Disagreement
from pmflash.model.measured import Statement
from pmflash.model.units import reduced

ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Stated:
    """One numeric statement with the fact that makes it and whose figure it is."""

    filed: FiledFact
    owner: str
    statement: Statement
    low: Decimal
    """Lower end in `unit`, or the only number."""
    high: Decimal
    unit: str
    """The unit of both ends: one that figures of a measure have in common."""

    @property
    def text(self) -> str:
        """What the fact states, as the answer of a card shows it."""
        return self.statement.text

    @property
    def is_about(self) -> bool:
        """Whether the fact calls its number an approximate one."""
        basis = getattr(self.filed.fact, "basis", "")
        return ABOUT in (self.statement.comparator, basis)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule has found, and the fact whose caveat has to speak of it."""

    filed: FiledFact
    disagreement: Disagreement
    named: str
    """What comes out instead, as an author would name it: `$3 M to $5 M`."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The facts of one file, and the numbers that they state, by measure."""

    facts: tuple[FiledFact, ...]
    _stated: Mapping[str, tuple[Stated, ...]]
    _first: Mapping[tuple[str, str], Stated]

    @property
    def measures(self) -> Iterable[str]:
        """Every measure of which the file states a number."""
        return self._stated.keys()

    def stated(self, measure: str) -> tuple[Stated, ...]:
        """Return the numbers stated of `measure`, in the order of the file."""
        return self._stated.get(measure, ())

    def first(self, measure: str, owner: str) -> Stated | None:
        """Return the first number that is stated of `measure` for `owner`."""
        return self._first.get((measure, owner))


class Rule(Protocol):
    """Recomputes figures from those of other facts; `name` is kebab-case, for ever."""

    name: str

    def findings(self, ledger: Ledger) -> Iterator[Finding]:
        """Yield what does not add up in one file."""


def ledger_of(facts: Iterable[FiledFact]) -> Ledger:
    """Return the ledger of one file's facts."""
    kept = tuple(facts)
    by_measure: defaultdict[str, list[Stated]] = defaultdict(list)
    first: dict[tuple[str, str], Stated] = {}
    for filed in kept:
        measure = filed.fact.measure
        stated = _stated(filed) if measure else None
        if stated is not None:
            by_measure[measure].append(stated)
            first.setdefault((measure, stated.owner), stated)
    return Ledger(
        kept, {name: tuple(stated) for name, stated in by_measure.items()}, first
    )


def owner_of(filed: FiledFact) -> str:
    """Return whose figures a fact states: its own `owner`, or its file's context."""
    return filed.fact.owner or filed.origin.context


def _stated(filed: FiledFact) -> Stated | None:
    statement = filed.fact.statement()
    if statement is None or statement.low is None:
        return None
    low, unit = reduced(statement.low, statement.unit)
    high = low if statement.high is None else reduced(statement.high, statement.unit)[0]
    return Stated(filed, owner_of(filed), statement, low, high, unit)
