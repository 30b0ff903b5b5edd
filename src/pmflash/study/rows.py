"""A card's standing as a row of JSON, and back."""

from collections.abc import Collection
from dataclasses import fields
from datetime import date
from functools import lru_cache
from typing import Any

from pmflash.model.past import Row
from pmflash.scheduling.base import CardState
from pmflash.study.standing import Standing

_MARK_TYPES = {
    "suspended": bool,
    "buried_on": str,
    "flagged": bool,
    "note": str,
    "rev": int,
    "spoken": list,
}
_day = lru_cache(maxsize=4096)(date.fromisoformat)


def row_fields(state_type: type[CardState]) -> tuple[str, ...]:
    """Return what the places of a row mean.

    One more place holds what few cards have: marks, the fact's `rev`, and how long it
    was spoken, the last time and the best one.
    """
    return ("answers", *(field.name for field in fields(state_type)))


def are_rows(rows: Collection[Any], state_type: type[CardState]) -> bool:
    """Tell whether all of `rows`, which are any JSON, can be rows of such states."""
    if not {type(row) for row in rows} <= {list}:
        return False
    kinds = [str if field.type is date else field.type for field in fields(state_type)]
    shapes = {(int,), (int, dict), (int, *kinds), (int, *kinds, dict)}
    if not {tuple(map(type, row)) for row in rows} <= shapes:
        return False
    dated = [1 + place for place, kind in enumerate(kinds) if kind is str]
    whole = [row for row in rows if len(row) > len(kinds)]
    days = {row[place] for row in whole for place in dated}
    marks = [row[-1] for row in rows if type(row[-1]) is dict]
    try:
        return all(map(_day, days)) and all(map(_are_marks, marks))
    except (KeyError, ValueError, TypeError):
        return False


def row_of(standing: Standing, answer_count: int) -> Row:
    """Return what is to be remembered of a card; without a state, that is not there."""
    row: Row = [answer_count]
    if standing.state is not None:
        names = row_fields(type(standing.state))[1:]
        values = (getattr(standing.state, name) for name in names)
        row += [each.isoformat() if isinstance(each, date) else each for each in values]
    marks = _marks_of(standing)
    return [*row, marks] if marks else row


def standing_of(row: Row, state_type: type[CardState]) -> Standing:
    """Return the standing that became `row`."""
    marks = row[-1] if isinstance(row[-1], dict) else None
    _, *values = row[:-1] if marks else row
    state = None
    if values:
        due_on, interval_days, last_on, *others = values
        state = state_type(_day(due_on), interval_days, _day(last_on), *others)
    if marks is None:
        return Standing(state)
    buried_on = marks.get("buried_on")
    return Standing(
        state,
        marks.get("suspended", False),
        buried_on and _day(buried_on),
        marks.get("flagged", False),
        marks.get("note", ""),
        marks.get("rev", 0),
        *marks.get("spoken", (0, 0)),
    )


def _marks_of(standing: Standing) -> dict[str, Any]:
    marks = {
        "suspended": standing.is_suspended,
        "buried_on": standing.buried_on and standing.buried_on.isoformat(),
        "flagged": standing.is_flagged,
        "note": standing.note,
        "rev": standing.rev,
        "spoken": _spoken(standing),
    }
    return {name: value for name, value in marks.items() if value}


def _are_marks(marks: dict[str, Any]) -> bool:
    if "buried_on" in marks:
        _day(marks["buried_on"])
    last, best = marks.get("spoken", (0, 0))
    return type(last) is type(best) is int and all(
        type(value) is _MARK_TYPES[name] for name, value in marks.items()
    )


def _spoken(standing: Standing) -> list[int]:
    times = [standing.last_spoken_seconds, standing.best_spoken_seconds]
    return times if any(times) else []
