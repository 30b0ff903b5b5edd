"""What a look over a home has found, as text: for people and for programs."""

from collections.abc import Iterator, Sequence

from pmflash.doctor.base import Finding
from pmflash.storage.locations import shown_path

_MOST_DETAILS = 20


def as_text(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield each finding with what it is about, and what to do."""
    for finding in findings:
        yield headline(finding, "trouble" if finding.is_trouble else "note")
        yield from (f"    {each}" for each in finding.details[:_MOST_DETAILS])
        more = len(finding.details) - _MOST_DETAILS
        if more > 0:
            yield f"    and {more:,} more, with --json"
        if finding.help:
            yield f"  = help: {finding.help}"


def headline(finding: Finding, label: str) -> str:
    """Return place, label, rule and sentence on one line."""
    place = shown_path(finding.path) if finding.path else ""
    place += f":{finding.line}" if finding.line else ""
    return f"{f'{place}: ' if place else ''}{label}[{finding.rule}]: {finding.message}"


def as_records(findings: Sequence[Finding]) -> list[dict[str, object]]:
    """Return findings as JSON has them."""
    return [
        {
            "rule": finding.rule,
            "is_trouble": finding.is_trouble,
            "message": finding.message,
            "help": finding.help,
            "path": shown_path(finding.path) if finding.path else "",
            "line": finding.line,
            "details": list(finding.details),
            "is_mendable": finding.mend is not None,
        }
        for finding in findings
    ]
