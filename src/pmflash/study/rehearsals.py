"""How long a script took each time that it was spoken against the clock."""

from collections.abc import Sequence
from dataclasses import replace

from pmflash.answering.base import Verdict
from pmflash.model.event import Event
from pmflash.model.rating import DRILL_QUALITY


def beside_earlier(verdict: Verdict, events: Sequence[Event]) -> Verdict:
    """Return the verdict on a rehearsal with the times of those among `events`.

    The best is the shortest one that was rated Good or Easy: one that left out beats
    is not better for being short.
    """
    spoken = [event for event in events if event.spoken_seconds]
    if not spoken:
        return verdict
    told = [f"last time {spoken[-1].spoken_seconds} s"]
    good = [each.spoken_seconds for each in spoken if _is_good(each)]
    told += [f"best {min(good)} s"] if good else []
    return replace(verdict, remark="; ".join([verdict.remark, ", ".join(told)]))


def _is_good(event: Event) -> bool:
    return event.quality is not None and event.quality >= DRILL_QUALITY
