"""YAML events to plain values, fast and without places; nodes.py takes the odd files.

Every plain scalar stays the text that the author typed, so that `no` and `1:30`
are answers; the field's type decides later what a text means.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from pmflash.model.diagnostic import Problem, Where
from pmflash.model.text import shown

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
NextEvent: TypeAlias = Callable[[], Any]

DEEPEST = 32
"""Levels of lists and fields inside each other."""
MERGE_KEY = "<<"
_NOTHING = frozenset({"", "~", "null"})
_BLOCK_STYLES = ("|", ">")


class OddDocument(Exception):
    """The document needs the careful reader."""


def events_of(text: str) -> NextEvent:
    """Return what yields the events of `text`, from libyaml where there is one."""
    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    return loader(text).get_event


def scalar_value(event: ScalarEvent) -> str | None:
    """Return what a scalar says: its text, or None where nothing was written."""
    text = event.value
    if event.implicit[0]:
        if text in _NOTHING:
            return None
    elif text.isspace():
        return ""
    elif event.style in _BLOCK_STYLES:
        text = text.rstrip("\n")
    return text if text.isprintable() else shown(text)


def too_deep(where: Where = ()) -> Problem:
    """Return what is wrong with lists and fields that nobody could read."""
    return Problem(
        where,
        "too-deep",
        f"this is more than {DEEPEST} levels inside other lists and fields",
        "put quotes round text that is full of `[`, `{` or `-`",
    )


def plain_value(text: str) -> Value:
    """Return the one document in `text`; raises `OddDocument` or `yaml.YAMLError`."""
    next_event = events_of(text)
    next_event()
    if type(next_event()) is not DocumentStartEvent:
        raise OddDocument
    value = _value(next_event(), next_event, 1)
    next_event()
    if type(next_event()) is not StreamEndEvent:
        raise OddDocument
    return value


def _value(event: Any, next_event: NextEvent, depth: int) -> Value:
    sort = type(event)
    if depth > DEEPEST or event.anchor is not None:
        raise OddDocument
    if event.tag is not None:
        raise OddDocument
    if sort is ScalarEvent:
        return scalar_value(event)
    if sort is MappingStartEvent:
        return _fields(next_event, depth)
    return _list(next_event, depth)


def _fields(next_event: NextEvent, depth: int) -> dict[str, Value]:
    fields: dict[str, Value] = {}
    while True:
        event = next_event()
        sort = type(event)
        if sort is MappingEndEvent:
            return fields
        if sort is not ScalarEvent or event.anchor is not None or event.tag is not None:
            raise OddDocument
        key = event.value
        if key in fields or not key or key == MERGE_KEY or not key.isprintable():
            raise OddDocument
        event = next_event()
        if type(event) is ScalarEvent and event.anchor is None and event.tag is None:
            fields[key] = scalar_value(event)
        else:
            fields[key] = _value(event, next_event, depth + 1)


def _list(next_event: NextEvent, depth: int) -> list[Value]:
    items: list[Value] = []
    while True:
        event = next_event()
        if type(event) is SequenceEndEvent:
            return items
        items.append(_value(event, next_event, depth + 1))
