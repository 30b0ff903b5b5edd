"""Makes a past: the events before an instant are replaced by what they came to."""

from bisect import bisect_left
from collections.abc import Mapping
from datetime import date, timedelta
from operator import attrgetter
from typing import Any

from pmflash.model.event import Event
from pmflash.model.past import Past
from pmflash.scheduling.base import Scheduler
from pmflash.study.rows import row_of, standing_of
from pmflash.study.standing import ANSWERS, UNSEEN, replayed
from pmflash.study.undos import Undos

_AT, _DAY = attrgetter("at"), attrgetter("day")
_NOTHING = Past("", date.min, {}, frozenset(), ())


def folded(
    cards: Mapping[str, list[Event]],
    undos: Undos,
    before: Past | None,
    until: str,
    scheduler: Scheduler[Any],
) -> Past:
    """Return the past up to `until` of a log whose events since `before` are `cards`.

    Those of each card are in order. What is folded already stays so.
    """
    before = before or _NOTHING
    until = max(until, before.until)
    until_day, rows, days = before.until_day, {**before.cards}, {*before.study_days}
    roots = {undos.root(undo) for undo in undos}
    kept: list[Event] = []
    for card, events in cards.items():
        place = bisect_left(events, until, key=_AT)
        kept += events[place:]
        if place == 0:
            continue
        old = events[:place]
        counting = undos.counting(old)
        answers = [event for event in counting if event.kind in ANSWERS]
        row = rows.get(card)
        standing = standing_of(row, scheduler.state_type) if row else UNSEEN
        standing = replayed(standing, counting, scheduler)
        rows[card] = row_of(standing, len(answers) + (row[0] if row else 0))
        days.update(event.day for event in answers)
        until_day = max(until_day, max(old, key=_DAY).day + timedelta(days=1))
        # What is folded already is not taken back by any undo that is known here.
        roots.difference_update(event.id for event in old)
    kept += [undo for undo in undos if undos.root(undo) in roots]
    return Past(until, until_day, rows, frozenset(days), tuple(kept))
