"""`doctor`: proves where every card stands, and names all that is odd in a home."""

import json
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from functools import partial

from pmflash.cli import report
from pmflash.cli.daily_copy import keep_daily_copy
from pmflash.cli.findings import as_records, as_text, headline
from pmflash.clock import Clock, find_clock
from pmflash.collection import Collection
from pmflash.doctor.base import Case, Finding
from pmflash.doctor.registry import findings as findings_of
from pmflash.model.failure import ExitCode, StorageError
from pmflash.model.text import counted
from pmflash.storage.locations import Locations, lasting_path, shown_path
from pmflash.storage.stamps import due_stamp

SUMMARY = "Prove from the review log where every card stands, and find what is wrong."
EXAMPLE = "pmflash doctor --fix"
JSON_VERSION = 1
_MOST_LOOKS = 3


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "--fix", action="store_true", help="put right what can be without any loss"
    )
    parser.add_argument("--json", action="store_true", help="as data, for programs")


def run(arguments: Namespace, locations: Locations) -> ExitCode:
    """Print what was found, and mend it where that was wanted."""
    if not arguments.json:
        home = lasting_path(locations.home)
        looking = f"Looking over {home}: reviews, copies and caches ..."
        report.talk(report.broken(looking))
    clock = find_clock(os.environ)
    case, findings = _looked_over(locations, clock)
    mended, failures = _mended(case, findings if arguments.fix else ())
    if mended or failures:
        case, findings = _looked_over(locations, clock)
    if arguments.json:
        report.data(_json(case, findings, mended))
    else:
        _tell(case, findings, mended)
    for failure in failures:
        report.failure(failure)
    if failures:
        return ExitCode.STORAGE
    return ExitCode.CONTENT if _troubles(findings) else ExitCode.FINE


def _looked_over(
    locations: Locations, clock: Clock
) -> tuple[Case, tuple[Finding, ...]]:
    """Look a home over, and again where something was saved or edited meanwhile."""
    for _ in range(_MOST_LOOKS):
        before = due_stamp(locations, "")
        case = Case(locations, partial(Collection, locations, clock), clock())
        findings = tuple(findings_of(case))
        if due_stamp(locations, "") == before:
            break
    return case, findings


def _mended(
    case: Case, findings: Iterable[Finding]
) -> tuple[tuple[Finding, ...], tuple[StorageError, ...]]:
    """Mend what can be, after a copy of how it was; and why something could not be."""
    mended, failures = [], []
    mends = [(finding, finding.mend) for finding in findings if finding.mend]
    if mends:
        keep_daily_copy(case.locations, case.collection.today())
    for finding, mend in mends:
        try:
            mend()
            mended.append(finding)
        except StorageError as error:
            failures.append(error)
    return tuple(mended), tuple(failures)


def _troubles(findings: Iterable[Finding]) -> int:
    return sum(finding.is_trouble for finding in findings)


def _tell(case: Case, findings: Sequence[Finding], mended: Iterable[Finding]) -> None:
    done = (headline(finding, "mended") for finding in mended)
    for line in (*done, *as_text(findings)):
        report.data(report.broken(line))
    if case.cards_by_files.diagnostics:
        report.wrong_content()
    report.talk(report.broken(_tally(case, findings)))


def _tally(case: Case, findings: Sequence[Finding]) -> str:
    """Return what was looked at, and how it is."""
    troubles = counted(_troubles(findings), "trouble")
    looked = (
        f"{counted(len(case.events), 'event')} in {counted(len(case.logs), 'log')}, "
        f"{counted(len(case.proof.cards), 'card')} with progress, {_copies(case)}"
    )
    if _troubles(findings):
        return f"{troubles}; looked at {looked}."
    if not case.events:
        return f"Healthy: no reviews yet, {_copies(case)}."
    return f"Healthy: {looked}. Every due date and every mark follows from the log."


def _copies(case: Case) -> str:
    count = len(case.copies.usable)
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
        "cards": len(case.proof.cards),
        "copies": len(case.copies.usable),
        "findings": as_records(findings),
        "mended": as_records(mended),
    }
    return json.dumps(document, indent=1)
