"""Cards as plain records: the shape of `compile --json` and of the card cache."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from pmflash.model.card import Card, ClozeSegment, Variant
from pmflash.model.mode import MODES, Mode

Record = dict[str, Any]

_MODE_BY_NAME = {mode.name: mode for mode in MODES}
_NESTED = {"mode", "cloze", "variants"}
_PLAIN_FIELDS = tuple(field.name for field in fields(Card) if field.name not in _NESTED)


def card_record(card: Card) -> Record:
    """Return `card` as a dictionary that JSON can hold."""
    record: Record = {name: getattr(card, name) for name in _PLAIN_FIELDS}
    record["mode"] = _mode_record(card.mode)
    if card.cloze:
        record["cloze"] = [
            [segment.text, segment.hidden, segment.hint] for segment in card.cloze
        ]
    if card.variants:
        record["variants"] = [_variant_record(variant) for variant in card.variants]
    return record


def card_from_record(record: Mapping[str, Any]) -> Card:
    """Return the card that `card_record` wrote, also after a trip through JSON."""
    values = {name: record[name] for name in _PLAIN_FIELDS}
    values["decks"] = tuple(values["decks"])
    values["tags"] = tuple(values["tags"])
    values["builds_on"] = tuple(values["builds_on"])
    values["mode"] = _mode_from_record(record["mode"])
    values["cloze"] = tuple(
        ClozeSegment(*segment) for segment in record.get("cloze", ())
    )
    values["variants"] = tuple(
        Variant(each["prompt"], each["answer"], _mode_from_record(each["mode"]))
        for each in record.get("variants", ())
    )
    return Card(**values)


def _variant_record(variant: Variant) -> Record:
    mode = _mode_record(variant.mode)
    return {"prompt": variant.prompt, "answer": variant.answer, "mode": mode}


def _mode_record(mode: Mode) -> Record:
    values = {field.name: getattr(mode, field.name) for field in fields(mode)}
    return {"name": mode.name, **values}


def _mode_from_record(record: Mapping[str, Any]) -> Mode:
    values = {name: _as_tuple(value) for name, value in record.items()}
    return _MODE_BY_NAME[values.pop("name")](**values)


def _as_tuple(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return tuple(_as_tuple(inner) for inner in value)
    return value
