"""Events that stand in the logs more than once, and logs that stand there twice."""

from collections import Counter
from collections.abc import Collection, Iterator

from pmflash.doctor.base import Case, Finding
from pmflash.doctor.shared.words import named
from pmflash.model.text import counted
from pmflash.storage.locations import shown_path
from pmflash.storage.survey import SurveyedLog


def look(case: Case) -> Iterator[Finding]:
    """Yield copies of logs, as sync programs leave them, and what stands twice."""
    times = Counter(event.id for log in case.logs for _, event in log.events)
    at_home = {
        event.id
        for log in case.logs
        if log.is_under_its_own_name
        for _, event in log.events
    }
    for log in case.logs:
        if log.device and not log.is_under_its_own_name:
            yield _copied(log, at_home)
        for line, event in log.events:
            if times[event.id] > 1 and case.events[event.id] != event:
                yield _clash(case, log, line, event.id)
    repeated = sum(count > 1 for count in times.values())
    if repeated:
        yield Finding(
            "repeated-event",
            f"{counted(repeated, 'event')} in more than one place; each counts once",
            "nothing needs to be done",
            is_trouble=False,
        )


def _copied(log: SurveyedLog, at_home: Collection[str]) -> Finding:
    alone = sum(event.id not in at_home for _, event in log.events)
    device = named(log.device)
    if alone:
        told = f"{counted(alone, 'event')} that its own log lacks; they count"
        help = "keep it"
    else:
        told, help = "nothing that its own log lacks", "you may delete it"
    return Finding(
        "copied-log",
        f"this is a second log of the device `{device}`, with {told}",
        help,
        is_trouble=False,
        path=log.path,
    )


def _clash(case: Case, log: SurveyedLog, line: int, event_id: str) -> Finding:
    first = next(
        f"{shown_path(each.path)}:{number}"
        for each in case.logs
        for number, event in each.events
        if event.id == event_id
    )
    return Finding(
        "clashing-event",
        f"event `{named(event_id)}` says something else in {first}, which counts; this "
        "does not",
        "compare the two lines: both stay where they are, and if this one is right, "
        "delete the other",
        path=log.path,
        line=line,
    )
