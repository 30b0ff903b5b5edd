"""Where every card stands, worked out anew from the bare log in the plainest way.

Nothing here is shared with the replay that the screens go by, but for the scheduler:
when both agree, neither has forgotten or invented anything.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter
from typing import Any

from pmflash.model.event import Event, EventKind
from pmflash.model.renames import Renames, present_name
from pmflash.scheduling.base import CardState, Scheduler


def proved_states(
    events: Iterable[Event], scheduler: Scheduler[Any], renames: Renames
) -> dict[str, CardState | None]:
    """Return the state of every card that `events`, each given once, speak of."""
    ordered = sorted(events, key=lambda event: (event.at, event.id))
    undos: defaultdict[str, list[str]] = defaultdict(list)
    for event in ordered:
        if event.kind is EventKind.UNDO:
            undos[event.target].append(event.id)
    undone = _undone(undos)
    states: dict[str, CardState | None] = {}
    for event in ordered:
        if event.kind is EventKind.UNDO:
            continue
        card = present_name(event.card, renames)
        before = states.setdefault(card, None)
        if event.id in undone:
            continue
        if event.kind is EventKind.RESET:
            states[card] = None
        elif event.kind is EventKind.REVIEW and event.quality is not None:
            states[card] = scheduler.review(before, event.quality, event.day)
    return states


def _undone(undos: Mapping[str, list[str]]) -> frozenset[str]:
    """Return what is taken back: by an undo that is not taken back itself."""
    order: TopologicalSorter[str] = TopologicalSorter(undos)
    # After that error the sorter still yields all that is in no ring.
    with suppress(CycleError):
        order.prepare()
    undone: set[str] = set()
    while ready := order.get_ready():
        for name in ready:
            if any(undo not in undone for undo in undos.get(name, ())):
                undone.add(name)
        order.done(*ready)
    return frozenset(undone)
