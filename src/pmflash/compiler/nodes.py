"""YAML events to values with places, and all that pmflash takes no part in.

Slower than events.py and read only where something is wrong. A flaw costs the fact
it is in; only what stops the parser costs the file.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from pmflash.compiler.events import (
    DEEPEST,
    MERGE_KEY,
    Value,
    events_of,
    scalar_value,
    too_deep,
)
from pmflash.compiler.grammar import (
    CURLY_QUOTES,
    STRAIGHT_QUOTES,
    explained,
)
from pmflash.compiler.places import Node, Span
from pmflash.compiler.words import quoted
from pmflash.model.diagnostic import Problem, Severity, Where
from pmflash.model.text import shown

_COMMENT = re.compile(r"[ \t]+(#.*)")
_TEXT_BEHIND_HASH = re.compile(r"#[^\s#!=-]")
_MOST_FLAWS = 100
"""Flaws of one file after which reading it further helps nobody."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """A problem of the YAML itself, with its place."""

    problem: Problem
    span: Span


class _Stop(Exception):
    """Nothing sensible can be read behind this place."""


@dataclass(slots=True)
class PlacedDocument:
    """One document with its places; without a root where it could not be read."""

    value: Value = None
    root: Node | None = None
    flaws: list[Flaw] = field(default_factory=list)
    is_empty: bool = False


def placed_document(text: str, lines: list[str]) -> PlacedDocument:
    """Return the first document in `text` and every flaw on the way."""
    builder = _Builder(text, lines)
    document = PlacedDocument(flaws=builder.flaws)
    try:
        if builder.starts():
            document.value, document.root = builder.document()
        else:
            document.is_empty = True
    except _Stop:
        document.root = None
    # The pure parser lets `chr` refuse an escaped code point.
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        last = Flaw(*explained(error, lines))
        # What was odd on that line is the same mistake.
        before = [flaw for flaw in builder.flaws if flaw.span.line != last.span.line]
        document.flaws = [*before, last]
    return document


class _Builder:
    def __init__(self, text: str, lines: list[str]) -> None:
        self.flaws: list[Flaw] = []
        self._lines = lines
        self._text = text
        self._next: Any = None

    def starts(self) -> bool:
        """Say whether there is a document at all."""
        self._next = events_of(self._text)
        self._next()
        return isinstance(self._next(), DocumentStartEvent)

    def document(self) -> tuple[Value, Node]:
        """Return the first document; a second one is a flaw."""
        value, node = self._value(self._next(), ())
        self._next()
        event = self._next()
        if isinstance(event, DocumentStartEvent):
            self._flaw(
                _span(event),
                (),
                "second-document",
                "a second document starts here, and pmflash reads one from each file",
                "delete the line `---`, or move what follows to a file of its own",
            )
            raise _Stop
        return value, node

    def _value(self, event: Any, where: Where) -> tuple[Value, Node]:
        node = Node(_span(event))
        if isinstance(event, AliasEvent):
            self._flaw(
                node.span,
                where,
                "no-aliases",
                f"`*{event.anchor}` stands for another place, which pmflash ignores",
                "put quotes round text that starts with `*`, or write it out again",
            )
            return None, node
        self._check_start(event, node.span, where)
        if isinstance(event, ScalarEvent):
            node.comment = self._comment_after(event, where)
            return scalar_value(event), node
        if len(where) >= DEEPEST:
            self.flaws.append(Flaw(too_deep(where), node.span))
            raise _Stop
        if isinstance(event, MappingStartEvent):
            return self._fields(node, where), node
        return self._list(node, where), node

    def _check_start(self, event: Any, span: Span, where: Where) -> None:
        if event.anchor is not None:
            self._flaw(
                Span(span.line, span.start, span.line, span.start + 1),
                where,
                "no-anchors",
                f"`&{event.anchor}` names a place, which pmflash ignores",
                "put quotes round text that starts with `&`, or delete the name",
            )
        if event.tag is not None:
            self._flaw(
                span,
                where,
                "no-tags",
                "a value that starts with `!` is a YAML tag, which pmflash ignores",
                "put quotes round text that starts with `!`",
            )

    def _list(self, node: Node, where: Where) -> Value:
        items: list[Value] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            position = len(items)
            item, node.inside[position] = self._value(event, (*where, position))
            items.append(item)
        node.span = _until(node.span, event)
        return items

    def _fields(self, node: Node, where: Where) -> Value:
        fields: dict[str, Value] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._key(event, where)
            inner = (*where, key)
            value, place = self._value(self._next(), inner)
            place.key = _span(event)
            if key == MERGE_KEY and not event.style:
                self._merge_key(place, inner)
            elif key in fields:
                self._repeated(place, inner, node.inside[key])
            elif key:
                fields[key], node.inside[key] = value, place
        node.span = _until(node.span, event)
        return fields

    def _key(self, event: Any, where: Where) -> str:
        if isinstance(event, ScalarEvent) and event.value:
            self._check_start(event, _span(event), where)
            return shown(event.value)
        self._flaw(
            _span(event),
            where,
            "no-field-name",
            "there is no name in front of the colon here",
            "write `name: value`",
        )
        if not isinstance(event, ScalarEvent | AliasEvent):
            self._value(event, (*where, ""))
        return ""

    def _merge_key(self, place: Node, where: Where) -> None:
        self._flaw(
            place.with_key(),
            where,
            "no-merge-keys",
            "`<<` copies fields from elsewhere, which pmflash does not do",
            "write the fields out",
        )

    def _repeated(self, place: Node, where: Where, first: Node) -> None:
        key = where[-1]
        line = (first.key or first.span).line + 1
        owner = " of this fact" if _is_in_a_fact(where) else ""
        self._flaw(
            place.with_key(),
            where,
            "repeated-field",
            f"{quoted(str(key))} is already set on line {line}{owner}",
            "delete one of the two lines",
        )

    def _comment_after(self, event: ScalarEvent, where: Where) -> str:
        span = _span(event)
        if event.style or span.end_line >= len(self._lines):
            return ""
        found = _COMMENT.match(self._lines[span.end_line], span.end)
        if found is None:
            return ""
        comment = found.group(1)
        if _TEXT_BEHIND_HASH.match(comment):
            start = found.start(1)
            self._flaw(
                Span(span.end_line, start, span.end_line, found.end(1)),
                where,
                "comment-not-text",
                f"{quoted(comment)} is a comment here, as it follows a space",
                STRAIGHT_QUOTES
                if event.value.startswith(CURLY_QUOTES)
                else "put quotes round the whole text if it belongs to it",
                Severity.WARNING,
            )
        return comment

    def _flaw(
        self,
        span: Span,
        where: Where,
        slug: str,
        message: str,
        help: str,
        severity: Severity = Severity.ERROR,
    ) -> None:
        self.flaws.append(Flaw(Problem(where, slug, message, help, severity), span))
        if len(self.flaws) >= _MOST_FLAWS:
            raise _Stop


def _is_in_a_fact(where: Where) -> bool:
    return where[:1] == ("facts",) and len(where) > 2


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line, start.column, end.line, end.column)


def _until(span: Span, event: Any) -> Span:
    end = event.end_mark
    return Span(span.line, span.start, end.line, end.column)
