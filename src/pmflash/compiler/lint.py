"""Good cards: what the rules for them find, each at its fact."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pmflash.compiler.files import CheckedFile, FiledFact
from pmflash.compiler.linting.base import Examined, Finding, Rule
from pmflash.compiler.linting.registry import RULES
from pmflash.compiler.words import did_you_mean, quoted
from pmflash.model.card import Card
from pmflash.model.diagnostic import Problem, Severity, Where

_NAMES = tuple(rule.name for rule in RULES)


def add_lint(
    files: Iterable[CheckedFile], cards: Mapping[FiledFact, tuple[Card, ...]]
) -> None:
    """Add a warning to its file for each card that is not a good one."""
    facts = tuple(
        Examined(file, filed, cards[filed]) for file in files for filed in file.facts
    )
    for examined in facts:
        examined.file.problems += _unknown_rules(examined)
    for rule in RULES:
        for finding in _once_a_place(rule, facts):
            if rule.name not in finding.examined.fact.allow:
                finding.examined.file.problems.append(_told(rule, finding))


def _unknown_rules(examined: Examined) -> Iterator[Problem]:
    for position, name in enumerate(examined.fact.allow):
        if name not in _NAMES:
            yield Problem(
                (*examined.filed.where, "allow", position),
                "unknown-rule",
                f"there is no rule {quoted(name)} for good cards",
                did_you_mean(name, _NAMES, "rules"),
                Severity.WARNING,
            )


def _once_a_place(rule: Rule, facts: Sequence[Examined]) -> Iterator[Finding]:
    """Yield the first finding at each place: cards made from it share its flaw."""
    told: set[tuple[FiledFact, Where]] = set()
    for finding in rule.findings(facts):
        place = (finding.examined.filed, finding.flaw.where)
        if place not in told:
            told.add(place)
            yield finding


def _told(rule: Rule, finding: Finding) -> Problem:
    flaw = finding.flaw
    return Problem(
        (*finding.examined.filed.where, *flaw.where),
        rule.name,
        flaw.message,
        flaw.help,
        Severity.WARNING,
    )
