"""What is told of review logs that cannot be read whole, or be added to."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pmflash.model.event import Event
from pmflash.model.failure import StorageError
from pmflash.storage.journal_line import study_day_of
from pmflash.storage.journal_reader import Fault, FaultSort
from pmflash.storage.locations import shown_path

_MOST_LINES_NAMED = 5
_TOLD = (FaultSort.DAMAGED, FaultSort.UNKNOWN, FaultSort.MERGED)


def undatable(event: Event) -> StorageError:
    """Return what is wrong when an event could not be read again for its time."""
    if study_day_of(event.day.isoformat()):
        # It is dated behind all others of its day, whatever the clock says.
        return StorageError(
            f"cannot save your answer: a review log has one of {event.day} that was "
            "given in the year 9000, and nothing can come after that",
            "see `pmflash doctor`, which names its line, then delete that line",
        )
    return StorageError(
        f"cannot save your answer: the clock here says it is {event.day}",
        "set the clock of this computer, then try again",
    )


def gone_sentence(path: Path) -> str:
    """Return what is told of a log that was there when it was last read."""
    return (
        f"`{shown_path(path)}` was there and is not any more; `pmflash doctor` says "
        "what copies have of it"
    )


def fault_sentences(
    path: Path, faults: Iterable[Fault], torn: Fault | None
) -> Iterator[str]:
    """Yield what is told of the lines of the log at `path` that do not count."""
    by_sort: dict[FaultSort, list[int]] = {sort: [] for sort in _TOLD}
    for fault in faults:
        if fault.sort in by_sort:
            by_sort[fault.sort].append(fault.line)
    for sort, lines in by_sort.items():
        if lines:
            yield _fault_sentence(path, sort, lines)
    if torn is not None:
        yield (
            f"`{shown_path(path)}` stops in the middle of line {torn.line}, which does "
            "not count"
        )


def _fault_sentence(path: Path, sort: FaultSort, lines: list[int]) -> str:
    named = ", ".join(str(line) for line in lines[:_MOST_LINES_NAMED])
    more = len(lines) - _MOST_LINES_NAMED
    if more > 0:
        named += f" and {more} more"
    subject = f"line {named} is" if len(lines) == 1 else f"lines {named} are"
    stays = "does not count but is kept" if len(lines) == 1 else "do not count but stay"
    return f"`{shown_path(path)}`: {subject} {sort.value}; {stays}"
