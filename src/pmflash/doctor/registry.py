"""Every check of a home. Add one: write one module, add one line here."""

from collections.abc import Iterator

from pmflash.doctor import (
    caches,
    clocks,
    files,
    gone_cards,
    lines,
    lost_events,
    merging,
    same_events,
    standings,
    state_file,
)
from pmflash.doctor.base import Case, Check, Finding

CHECKS: tuple[Check, ...] = (
    state_file.look,
    standings.look,
    lines.look,
    lost_events.look,
    same_events.look,
    files.look,
    merging.look,
    caches.look,
    clocks.look,
    gone_cards.look,
)


def findings(case: Case) -> Iterator[Finding]:
    """Yield all that is found."""
    for look in CHECKS:
        yield from look(case)
