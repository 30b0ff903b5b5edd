"""Figures as one file states them, and short ways to ask what a rule makes of them."""

from typing import Any

from builders import FLEXPORT
from fact_builders import a_fact
from pmflash.compiler.auditing.base import Ledger, Rule, Stated, ledger_of
from pmflash.compiler.files import FiledFact
from pmflash.facts.base import Fact


def a_figure(measure: str, value: str, unit: str, **fields: Any) -> Fact:
    """A figure named for its measure."""
    named = {"id": measure, "of": measure, "measure": measure, **fields}
    return a_fact("figure", value=value, unit=unit, **named)


def a_band(measure: str, low: str, high: str, unit: str, **fields: Any) -> Fact:
    """A band named for its measure."""
    named = {"id": measure, "of": measure, "measure": measure, **fields}
    return a_fact("band", low=low, high=high, unit=unit, **named)


def a_ledger(*facts: Fact) -> Ledger:
    """The ledger of a file with these facts."""
    return ledger_of(
        FiledFact(fact, FLEXPORT, position) for position, fact in enumerate(facts)
    )


def stated(fact: Fact) -> Stated:
    """What a ledger says of one numeric fact."""
    (only,) = a_ledger(fact).stated(fact.measure)
    return only


def found(rule: Rule, *facts: Fact) -> list[tuple[str, str]]:
    """Fact and arithmetic of everything the rule finds."""
    return [
        (finding.filed.fact.id, finding.disagreement.arithmetic)
        for finding in rule.findings(a_ledger(*facts))
    ]


def worked_out(rule: Rule, *facts: Fact) -> list[str]:
    """The numbers that come out instead, in plain digits."""
    return [
        f"{number.normalize():f}"
        for finding in rule.findings(a_ledger(*facts))
        for number in finding.disagreement.worked_out
    ]
