"""`state.json`, where other programs read how cards stand, held to its own words."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any
from zlib import crc32

from pmflash.doctor.base import Case, Finding, first_of_each
from pmflash.doctor.shared.figures import NO_SENSE, figures_in, unlike
from pmflash.doctor.shared.words import named
from pmflash.model.event import Event
from pmflash.model.text import counted
from pmflash.scheduling.registry import SCHEDULER_BY_NAME
from pmflash.storage.caches import drop_caches
from pmflash.storage.locations import state_file
from pmflash.storage.snapshot import stated
from pmflash.study.proof import Proof, proof_of


def look(case: Case) -> Iterator[Finding]:
    """Yield whether it says something else than the logs that it was made from."""
    path, mend = state_file(case.locations), partial(drop_caches, case.locations)
    if not path.exists():
        return
    record = stated(case.locations)
    try:
        wrong = tuple(_wrong_cards(record, _proof(case, record)))
    except NO_SENSE:
        yield Finding(
            "unused-state",
            "the logs that this was made from are others by now, as after a restore or "
            "a sync, or it is damaged: pmflash does not go by it, nor should others",
            "nothing is lost: it is made anew when you leave a review, and `pmflash "
            "doctor --fix` removes it",
            is_trouble=False,
            path=path,
            mend=mend,
        )
        return
    if wrong:
        yield Finding(
            "wrong-state",
            f"other programs read of {counted(len(wrong), 'card')} here what the log "
            "does not say",
            "no review is lost: `pmflash doctor --fix` removes it, and it is made anew "
            "when you leave a review",
            path=path,
            details=wrong,
            mend=mend,
        )


def _proof(case: Case, record: Mapping[str, Any]) -> Proof:
    """Return what follows from the part of the logs that the file covers."""
    covered = {each["file"]: each for each in record["logs"]}
    if not covered.keys() <= {log.path.name for log in case.logs}:
        raise ValueError("a log is gone")
    events: list[Event] = []
    for log in case.logs:
        if part := covered.get(log.path.name):
            if crc32(log.content[: part["bytes"]]) != int(part["sum"], 16):
                raise ValueError("another log")
            events += [event for line, event in log.events if line <= part["lines"]]
    scheduler = SCHEDULER_BY_NAME[record["scheduler"]]
    return proof_of(first_of_each(events).values(), scheduler, record["renames"])


def _wrong_cards(record: Mapping[str, Any], proof: Proof) -> Iterator[str]:
    rows, names = record["cards"], record["fields"]
    for card in sorted(rows.keys() | proof.cards.keys()):
        try:
            wrong = unlike(card, figures_in(rows.get(card, [0]), names), proof)
        except NO_SENSE:
            wrong = f"{named(card)}: nothing that can be read"
        if wrong:
            yield wrong
