"""Text that would drive a terminal or a renderer that believed it."""

import json
import re

ESCAPE, BELL = "\x1b", "\x07"

HARMLESS = (
    "[R]esponsible",
    "[/done]",
    "[@click=app.quit]x[/]",
    "[1]",
    "[x for x in y]",
    "[bold red]b[/bold red]",
    "[link=https://a.b]c[/link]",
    "\\[escaped]",
    "[[double]]",
    "{0} {name!r:>{width}}",
    "%s %(name)s %n",
    "<script>alert(1)</script>",
    "<b>&amp; &#27;</b>",
    "*a* **b** _c_ `d`",
    "# not a heading",
    "$PATH $accent ${HOME}",
    "~/x; rm -rf .",
    ":smile: :warning:",
    "'single' \"double\"",
    "漢字かなカナ",
    "👩\u200d💻 🇩🇪",
    "e\u0301a\u0308 combining",
    "שלום عربي",
)
"""Shown exactly as it is written."""

ACTING = (
    f"{ESCAPE}[2J cleared",
    f"{ESCAPE}]52;c;cHduZWQ={BELL} clipboard",
    f"{ESCAPE}]0;title{ESCAPE}\\ done",
    f"{ESCAPE}[?1049l left",
    f"{ESCAPE}P$q{ESCAPE}\\ device",
    f"a{BELL}b bell",
    "\x9b2J\x9d52;c;x\x9c eight bits",
    "\u202edcba\u202c mirrored",
    "a\rb\x08c\x7f carriage",
)
"""Shown with every acting character made visible."""

PAYLOADS = (*HARMLESS, *ACTING)
GROUPS = tuple(PAYLOADS[start : start + 4] for start in range(0, len(PAYLOADS), 4))
"""As many as the summary has room for."""
LONG_WORD = "Donaudampfschifffahrt" * 500

_FIELDS = (
    ("q", "front"),
    ("a", "back"),
    ("why", "reason"),
    ("caveat", "caveat"),
    ("source", "source"),
)
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u202a-\u202e]")


def deck_with(payload: str) -> str:
    """A deck with one card that carries `payload` in every text, and one mistake."""
    title = quoted(payload)
    card = (
        "id: card",
        *(f"{field}: {quoted(f'{word} {payload} ends')}" for field, word in _FIELDS),
        f"tags: [{quoted(f'tag {payload} ends')}]",
    )
    lines = (
        f"title: {title}",
        f"context: {quoted(f'of {payload}')}",
        f"document: {title}",
        f"tags: [{title}]",
        "facts:",
        f"  - {{{', '.join(card)}}}",
        f"  - {{id: broken, q: Why?, a: b, {quoted(f'x{payload}')}: c}}",
    )
    return "\n".join(lines)


def file_name(payload: str) -> str:
    """The name of a file whose author likes `payload`, without its ending."""
    return payload.replace("/", "∕")


def quoted(text: str) -> str:
    """Return `text` for YAML in double quotes, every acting character as an escape."""
    return _NOT_IN_YAML.sub(
        lambda found: f"\\u{ord(found.group()):04x}",
        json.dumps(text, ensure_ascii=False),
    )
