"""Names of facts that their authors left without one."""

from collections.abc import Collection
from zlib import crc32

from pmflash.compiler.events import Value
from pmflash.facts.base import Fact, slug

_LONGEST = 48
"""Characters of an id that is made from a text."""


def short_slug(text: str) -> str:
    """Return `text` as an id of whole words, shortened; may be empty."""
    name = slug(text[: 8 * _LONGEST])
    if len(name) <= _LONGEST:
        return name
    return name[: _LONGEST + 1].rpartition("-")[0] or name[:_LONGEST]


def made_id(raw: dict[str, Value], model: type[Fact], taken: Collection[str]) -> str:
    """Return an id from the first text that is the kind's own, not yet `taken`."""
    own = (name for name in model.model_fields if name not in Fact.model_fields)
    texts = (value for name in own if isinstance(value := raw.get(name), str))
    text = next(texts, "")
    # Scripts without ASCII letters still get an id that order does not change.
    base = short_slug(text) or f"fact-{crc32(text.encode()):08x}"
    name, count = base, 1
    while name in taken:
        count += 1
        name = f"{base}-{count}"
    return name
