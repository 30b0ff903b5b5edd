"""Where a card stands, figure by figure: to be compared, and told in words."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from pmflash.doctor.shared.words import named
from pmflash.study.proof import Proof, ProvedCard
from pmflash.study.standing import Standing

Figures = dict[str, Any]
"""Named and written as in `state.json`; of what may be missing there none is."""

_MARKS: Figures = {
    "suspended": False,
    "buried_on": None,
    "flagged": False,
    "note": "",
    "rev": 0,
    "spoken": [0, 0],
}
_LABELS = {
    "due_on": "due",
    "interval_days": "interval in days",
    "last_on": "last reviewed",
    "review_count": "reviews",
    "repetitions": "passes in a row",
    "ease_percent": "ease in hundredths",
    "buried_on": "buried",
    "note": "noted",
    "rev": "reviewed at rev",
    "spoken": "last and best spoken seconds",
}
NO_SENSE = (AttributeError, IndexError, KeyError, TypeError, ValueError)
"""What comes of figures that another program wrote in a form of its own."""


def figures_of(card: Standing | ProvedCard, answer_count: int) -> Figures:
    """Return how a card stands, and how many answers to it count."""
    state = card.state
    names = [field.name for field in fields(state)] if state else []
    return {
        "answers": answer_count,
        "due_on": None,
        **{name: _written(getattr(state, name)) for name in names},
        "suspended": card.is_suspended,
        "buried_on": _written(card.buried_on),
        "flagged": card.is_flagged,
        "note": card.note,
        "rev": card.rev,
        "spoken": [card.last_spoken_seconds, card.best_spoken_seconds],
    }


def figures_in(row: list[Any], names: Sequence[str]) -> Figures:
    """Return what a row of `state.json` says; raises `NO_SENSE` when it is none."""
    *values, marks = row if isinstance(row[-1], dict) else [*row, {}]
    # A card without a state has only its answers.
    state = zip(names, values, strict=len(values) > 1)
    return {"due_on": None, **_MARKS, **dict(state), **marks}


def unlike(card: str, found: Figures, proof: Proof) -> str:
    """Return in words where a card is found otherwise than proved; empty if nowhere."""
    true = proof.cards.get(card, ProvedCard())
    proved = figures_of(true, true.answer_count)
    told = "; ".join(
        _told(name, found[name], proved[name])
        for name in proved
        if name in found and found[name] != proved[name]
    )
    return f"{named(card)}: {told}" if told else ""


def _written(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _told(name: str, found: Any, proved: Any) -> str:
    if proved is True:
        return f"not {name}, and by the log it is"
    if proved is False:
        return f"{name}, and by the log it is not"
    label = _LABELS.get(name, name.replace("_", " "))
    return f"{label} {_value(found)}, and by the log {_value(proved)}"


def _value(value: Any) -> str:
    if isinstance(value, list):
        return " and ".join(map(_value, value))
    return "never" if value is None else named(str(value))
