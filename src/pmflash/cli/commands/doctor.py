"""`doctor`: proves every due date from the log, and names all that is odd in a home."""

import json
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence

from pmflash.cli import report
from pmflash.clock import find_clock
from pmflash.collection import Collection
from pmflash.doctor.base import Case, Finding
from pmflash.doctor.registry import CHECKS
from pmflash.model.failure import ExitCode
from pmflash.model.text import counted
from pmflash.storage.backup_file import copies
from pmflash.storage.locations import Locations, shown_path

SUMMARY = "Prove every due date from the review log, and find what is wrong."
EXAMPLE = "pmflash doctor --fix"
JSON_VERSION = 1
_MOST_DETAILS = 20


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "--fix", action="store_true", help="put right what can be without any loss"
    )
    parser.add_argument("--json", action="store_true", help="as data, for programs")


def run(arguments: Namespace, locations: Locations) -> ExitCode:
    """Print what was found, and mend it where that was wanted."""
    case = _case(locations)
    findings = _findings(case)
    mended: list[Finding] = []
    if arguments.fix:
        for finding in findings:
            if finding.mend is not None:
                finding.mend()
                mended.append(finding)
        case = _case(locations)
        findings = _findings(case)
    if arguments.json:
        report.data(_json(case, findings, mended))
    else:
        for line in (*_text(findings), *(f"mended: {_headline(e)}" for e in mended)):
            report.data(line)
        report.talk(_tally(case, findings))
    return ExitCode.CONTENT if _troubles(findings) else ExitCode.FINE


def _case(locations: Locations) -> Case:
    clock = find_clock(os.environ)
    return Case(locations, Collection(locations, clock), clock())


def _findings(case: Case) -> tuple[Finding, ...]:
    return tuple(finding for look in CHECKS for finding in look(case))


def _troubles(findings: Iterable[Finding]) -> int:
    return sum(finding.is_trouble for finding in findings)


def _text(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        yield _headline(finding)
        if len(finding.details) > 1 or finding.line == 0:
            yield from (f"    {each}" for each in finding.details[:_MOST_DETAILS])
            more = len(finding.details) - _MOST_DETAILS
            if more > 0:
                yield f"    and {more:,} more, with --json"
        if finding.help:
            yield f"  = help: {finding.help}"


def _headline(finding: Finding) -> str:
    place = shown_path(finding.path) if finding.path else ""
    place += f":{finding.line}" if finding.line else ""
    label = f"{'trouble' if finding.is_trouble else 'note'}[{finding.rule}]"
    return f"{f'{place}: ' if place else ''}{label}: {finding.message}"


def _tally(case: Case, findings: Sequence[Finding]) -> str:
    """Return what was looked at, and how it is."""
    looked = (
        f"{counted(len(case.events), 'event')} in {counted(len(case.logs), 'log')}, "
        f"{counted(len(case.proved), 'card')} with progress, {_copies(case)}"
    )
    troubles = _troubles(findings)
    if troubles:
        return f"{counted(troubles, 'trouble')}; looked at {looked}."
    return f"Healthy: {looked}. Every due date follows from the log."


def _copies(case: Case) -> str:
    count = len(copies(case.locations.backups))
    return "1 copy" if count == 1 else f"{count or 'no'} copies"


def _json(case: Case, findings: Sequence[Finding], mended: Sequence[Finding]) -> str:
    document = {
        "version": JSON_VERSION,
        "is_healthy": not _troubles(findings),
        "events": len(case.events),
        "logs": [
            {
                "path": shown_path(log.path),
                "device": log.device,
                "events": len(log.events),
            }
            for log in case.logs
        ],
        "cards": len(case.proved),
        "copies": len(copies(case.locations.backups)),
        "findings": [_record(finding) for finding in findings],
        "mended": [_record(finding) for finding in mended],
    }
    return json.dumps(document, indent=1)


def _record(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "is_trouble": finding.is_trouble,
        "message": finding.message,
        "help": finding.help,
        "path": shown_path(finding.path) if finding.path else "",
        "line": finding.line,
        "details": list(finding.details),
        "is_mendable": finding.mend is not None,
    }
