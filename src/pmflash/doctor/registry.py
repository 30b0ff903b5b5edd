"""Every check of a home. Add one: write one module, add one line here."""

from pmflash.doctor import (
    caches,
    clocks,
    due_dates,
    files,
    gone_cards,
    lines,
    lost_events,
    same_events,
)
from pmflash.doctor.base import Check

CHECKS: tuple[Check, ...] = (
    due_dates.look,
    lines.look,
    lost_events.look,
    same_events.look,
    files.look,
    caches.look,
    clocks.look,
    gone_cards.look,
)
