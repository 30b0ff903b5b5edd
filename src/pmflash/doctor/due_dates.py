"""Every due date, proved from the log; and cards that are not there to be asked."""

from collections.abc import Iterator
from functools import partial

from pmflash.doctor.base import Case, Finding
from pmflash.model.text import counted, one_line
from pmflash.scheduling.base import CardState
from pmflash.storage.caches import drop_caches


def look(case: Case) -> Iterator[Finding]:
    """Yield the cards that would be asked on another day than the log says."""
    wrong = []
    for card in sorted(case.proved.keys() | case.collection.logged_cards()):
        found, proved = case.collection.standing(card).state, case.proved.get(card)
        if found != proved:
            days = f"due {_day(found)}, and by the log {_day(proved)}"
            wrong.append(f"{one_line(card)}: {days}")
    if wrong:
        yield Finding(
            "wrong-due-date",
            f"{counted(len(wrong), 'card')} not where the log puts them",
            "`pmflash doctor --fix` reads the log anew",
            details=tuple(wrong),
            mend=partial(drop_caches, case.locations),
        )


def _day(state: CardState | None) -> str:
    return "never" if state is None else state.due_on.isoformat()
