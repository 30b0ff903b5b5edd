"""`progress/state.json`: where the cards stand, so that a start reads only what is new.

The review logs are the truth. Other programs may read it; to us it is a cache that is
thrown away at the slightest doubt.
"""

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pmflash import __version__
from pmflash.model.collector import collector_paused
from pmflash.model.past import Past, Row
from pmflash.storage.covered import Covered
from pmflash.storage.journal_line import event_of, event_record, is_sealed, sealed
from pmflash.storage.journal_reader import Fault, FaultSort, Position
from pmflash.storage.locations import Locations, state_file
from pmflash.storage.regular_file import read_regular
from pmflash.storage.stamps import replay_mark
from pmflash.storage.whole_file import replace_file

FORMAT = 1
"""Raise it whenever the file changes its shape for other programs."""
_MOST_FAULT_BYTES = 1 << 16
"""Logs more damaged than that are read anew each time."""
_DAMAGE = (
    *(OSError, ValueError, TypeError, KeyError),
    *(AttributeError, IndexError, RecursionError),
)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the review logs said when they were last read."""

    logs: tuple[Covered, ...]
    past: Past


@collector_paused()
def load_snapshot(locations: Locations, terms: Mapping[str, Any]) -> Snapshot | None:
    """Return what was saved under the same `terms`; None for anything else."""
    try:
        record = _record(state_file(locations))
        if any(record.get(name) != value for name, value in _all(terms).items()):
            return None
        return Snapshot(tuple(map(_log, record["logs"])), _past(record))
    except _DAMAGE:
        return None


def save_snapshot(
    locations: Locations,
    terms: Mapping[str, Any],
    snapshot: Snapshot,
    now: Mapping[str, Row],
) -> None:
    """Keep `snapshot` under `terms`, unless there is no home yet or no room for it.

    `terms` is what the replay depended on beside the logs. `now` has a row for each
    card that is in `snapshot.past.kept`, and tells other programs where it stands.
    """
    past = snapshot.past
    if sum(len(f.raw) for log in snapshot.logs for f in log.faults) > _MOST_FAULT_BYTES:
        return
    with contextlib.suppress(OSError):
        record = {
            **_all(terms),
            "cards": {**past.cards, **now},
            "logs": [_log_record(log) for log in snapshot.logs],
            "until": past.until,
            "until_day": past.until_day.isoformat(),
            "before": {card: past.cards.get(card) for card in now},
            "study_days": sorted(day.isoformat() for day in past.study_days),
            "events": [event_record(event) for event in past.kept],
        }
        if locations.progress.is_dir():
            replace_file(state_file(locations), sealed(record), is_cache=True)


def stated(locations: Locations) -> dict[str, Any]:
    """Return what it says to other programs; nothing when they cannot read it."""
    try:
        return _record(state_file(locations))
    except _DAMAGE:
        return {}


def _record(path: Path) -> dict[str, Any]:
    content = read_regular(path).removesuffix(b"\n")
    record = json.loads(content) if is_sealed(content) else {}
    return record if isinstance(record, dict) else {}


def _all(terms: Mapping[str, Any]) -> dict[str, Any]:
    about = {"pmflash": "state", "format": FORMAT, "version": __version__}
    return {**about, "code": replay_mark(), **terms}


def _past(record: dict[str, Any]) -> Past:
    cards = _typed(dict, record["cards"])
    for card, row in record["before"].items():
        if row is None:
            del cards[card]
        else:
            cards[card] = row
    return Past(
        _typed(str, record["until"]),
        date.fromisoformat(record["until_day"]),
        cards,
        frozenset(map(date.fromisoformat, record["study_days"])),
        tuple(map(event_of, record["events"])),
    )


def _typed(kind: type[T], value: Any) -> T:
    if type(value) is not kind:
        raise TypeError(f"not of {kind}")
    return value


def _log_record(log: Covered) -> dict[str, Any]:
    position = log.position
    return {
        "file": log.name,
        "bytes": position.offset,
        "lines": position.lines,
        "sum": f"{position.sum:08x}",
        "end": position.anchor.decode("latin-1"),
        "stamp": log.stamp,
        "faults": [
            (each.line, each.sort.name, each.raw.decode("latin-1"))
            for each in log.faults
        ],
    }


def _log(record: dict[str, Any]) -> Covered:
    position = Position(
        inode=0,
        offset=_typed(int, record["bytes"]),
        lines=_typed(int, record["lines"]),
        anchor=record["end"].encode("latin-1"),
        sum=int(record["sum"], 16),
    )
    faults = tuple(
        Fault(_typed(int, line), FaultSort[sort], raw.encode("latin-1"))
        for line, sort, raw in record["faults"]
    )
    return Covered(
        _typed(str, record["file"]), position, faults, tuple(record["stamp"])
    )
