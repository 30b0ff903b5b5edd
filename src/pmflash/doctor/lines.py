"""Lines of the review logs that do not count: damaged, unknown or torn."""

from collections.abc import Iterator
from functools import partial

from pmflash.doctor.base import Case, Finding
from pmflash.doctor.shared.words import lines_named
from pmflash.storage.causes import cannot
from pmflash.storage.device import known_device
from pmflash.storage.journal_reader import FaultSort
from pmflash.storage.journal_writer import journal_name, mend_end
from pmflash.storage.locations import Locations
from pmflash.storage.survey import SurveyedLog

_HELP = "`pmflash doctor --fix` {}; so does the next answer"
_NOT_OURS = "its own device mends it at its next answer"
_SORTS = {
    FaultSort.DAMAGED: (
        "damaged-line",
        "what stood there is lost, unless a copy has it, as `missing-event` then says, "
        "or `--fix` has brought it back. You may delete such lines, on the device that "
        "writes the log, to be told no more",
    ),
    FaultSort.UNKNOWN: (
        "unknown-line",
        "nothing is lost: update pmflash on this device, and they count",
    ),
    FaultSort.MERGED: (
        "merge-mark",
        "nothing is lost: the lines of both sides count. Delete the marks if you like",
    ),
}


def look(case: Case) -> Iterator[Finding]:
    """Yield the lines that do not count, and ends that are not whole."""
    own = journal_name(known_device(case.locations))
    for log in case.logs:
        yield from _faults(log)
        is_own = log.path.name == own
        mend = partial(_mend, case.locations) if is_own else None
        torn = [fault for fault in log.faults if fault.sort is FaultSort.TORN]
        if torn:
            yield Finding(
                "torn-end",
                "the last line is torn, as by a power cut, and does not count",
                _HELP.format("sets it aside") if is_own else _NOT_OURS,
                is_trouble=is_own,
                path=log.path,
                line=torn[0].line,
                mend=mend,
            )
        elif log.is_unended and is_own:
            yield Finding(
                "unended-line",
                "the last line counts, and only its end is missing",
                _HELP.format("adds it"),
                path=log.path,
                mend=mend,
            )


def _faults(log: SurveyedLog) -> Iterator[Finding]:
    for sort, (rule, help) in _SORTS.items():
        lines = [fault.line for fault in log.faults if fault.sort is sort]
        if lines:
            what = "line is" if len(lines) == 1 else "lines are"
            yield Finding(
                rule,
                f"{len(lines):,} {what} {sort.value}, and so not counted",
                help,
                is_trouble=sort is not FaultSort.MERGED,
                path=log.path,
                line=lines[0],
                details=lines_named(lines),
            )


def _mend(locations: Locations) -> None:
    device = known_device(locations)
    try:
        mend_end(locations.progress, device)
    except OSError as error:
        path = locations.progress / journal_name(device)
        raise cannot("mend", path, error) from error
