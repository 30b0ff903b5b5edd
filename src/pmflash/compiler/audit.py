"""Figures of all files held against each other: what does not add up, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pmflash.compiler.auditing.base import Finding, ledger_of
from pmflash.compiler.auditing.registry import RULES
from pmflash.compiler.auditing.shared.caveat import names_one_of
from pmflash.compiler.auditing.shared.wording import told
from pmflash.compiler.files import CheckedFile
from pmflash.compiler.words import quoted
from pmflash.model.audited import Audited
from pmflash.model.diagnostic import Problem, Severity
from pmflash.model.text import one_line

_LONGEST_SHOWN = 240
"""Characters of a sum that a message shows; the audit shows all of it."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that does not add up, in its file."""

    file: CheckedFile
    finding: Finding
    audited: Audited
    """The same for those who know neither files nor facts."""


def all_found(files: Iterable[CheckedFile]) -> tuple[Found, ...]:
    """Return all that does not add up, in the order of the files."""
    return tuple(
        Found(file, finding, _audited(file, finding))
        for file in files
        for finding in sorted(_findings(file), key=_position)
    )


def add_unexplained(found: Iterable[Found]) -> None:
    """Add a warning to its file for each disagreement that no caveat explains."""
    for each in found:
        if not each.audited.is_explained:
            each.file.problems.append(_unexplained(each.finding))


def _findings(file: CheckedFile) -> Iterator[Finding]:
    for filed in file.facts:
        for found in filed.fact.disagreements():
            # The others are the same number in other units.
            named = [told(number, "") for number in found.worked_out[:1]]
            yield Finding(filed, found, "".join(named))
    ledger = ledger_of(file.facts)
    for rule in RULES:
        yield from rule.findings(ledger)


def _position(finding: Finding) -> int:
    return finding.filed.position


def _audited(file: CheckedFile, finding: Finding) -> Audited:
    filed, found = finding.filed, finding.disagreement
    caveat = filed.fact.caveat
    return Audited(
        fact=f"{filed.origin.id}/{filed.fact.id}",
        disagreement=found,
        caveat=caveat,
        is_explained=names_one_of(caveat, found.worked_out),
        path=file.document.source.path,
        line=file.document.line_of((*filed.where, *found.where)),
    )


def _unexplained(finding: Finding) -> Problem:
    fact, found = finding.filed.fact, finding.disagreement
    named = _shortened(finding.named)
    ending = f"; its caveat does not name {named}" if fact.caveat else ""
    help = f"name {named} in the caveat, with what it belongs to"
    return Problem(
        (*finding.filed.where, *found.where),
        "does-not-add-up",
        f"{fact.kind_name} {quoted(fact.id)}: {_shortened(found.message)}"
        f" ({_shortened(found.arithmetic)}){ending}",
        help
        if fact.caveat
        else f"correct the figure, or add `caveat:` that says so and names {named}",
        Severity.WARNING,
    )


def _shortened(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"
