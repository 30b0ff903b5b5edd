"""Events that stand in the logs more than once, and logs that stand there twice."""

from collections import Counter
from collections.abc import Collection, Iterator

from pmflash.doctor.base import Case, Finding
from pmflash.model.event import Event
from pmflash.model.text import counted, one_line
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
                yield _clash(log, line, event)
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
    device = one_line(log.device)
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


def _clash(log: SurveyedLog, line: int, event: Event) -> Finding:
    return Finding(
        "clashing-event",
        f"event `{one_line(event.id)}` says something else in another place, and only "
        "the first of the two counts",
        "compare the two lines; both stay where they are",
        path=log.path,
        line=line,
    )
