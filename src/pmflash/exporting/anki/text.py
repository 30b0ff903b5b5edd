"""Text as Anki's fields take it: HTML in which nothing acts."""

import re
from collections.abc import Iterable
from html import escape
from unicodedata import normalize

from pmflash.model.card import ClozeSegment

_LINE_BREAK = re.compile("\r\n|[\r\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_TO_CLEAN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
_BLANK = re.compile("[\\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2060\ufeff]*")

# Anki plays, typesets or removes what these brackets open.
_ACTING_BRACKET = re.compile(
    r"\[(?=sound:|anki:|latex\]|\$\$?\]|\[type:)", re.IGNORECASE
)
_OPENS_A_HOLE = re.compile(r"\{\{|\{\Z")
_ENDS_A_HOLE = re.compile(r"\{\{|\{\Z|\}\}|\}\Z|::|:\Z")


def plain(text: str) -> str:
    r"""Return `text` in NFC, its lines ended by `\n`, without control characters.

    A tab becomes a space and a lone surrogate U+FFFD.
    """
    if _TO_CLEAN.search(text) is not None:
        text = _LINE_BREAK.sub("\n", text).replace("\t", " ")
        text = _SURROGATE.sub("\ufffd", _CONTROL.sub("", text))
    return normalize("NFC", text)


def is_blank(text: str) -> bool:
    """Tell whether a learner would see nothing of `text`."""
    return _BLANK.fullmatch(text) is not None


def as_html(text: str) -> str:
    """Return `text` as the HTML that shows it letter by letter."""
    escaped = escape(plain(text), quote=False)
    return _ACTING_BRACKET.sub("&#91;", escaped).replace("\n", "<br>")


def as_cloze(segments: Iterable[ClozeSegment]) -> str:
    """Return a cloze text whose hidden segments are all Anki's cloze 1."""
    return "".join(
        _hole(segment)
        if segment.hidden
        else _OPENS_A_HOLE.sub(_entities, as_html(segment.text))
        for segment in segments
    )


def _hole(segment: ClozeSegment) -> str:
    parts = (segment.text, segment.hint) if segment.hint else (segment.text,)
    inside = "::".join(_ENDS_A_HOLE.sub(_entities, as_html(part)) for part in parts)
    return f"{{{{c1::{inside}}}}}"


def _entities(found: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in found.group())
