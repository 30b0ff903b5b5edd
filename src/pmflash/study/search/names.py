"""Names that a search may use, and how one that was typed finds those it means."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from pmflash.model.text import one_line
from pmflash.study.scope import did_you_mean, offered

_ANY = "*"


def _nothing() -> frozenset[str]:
    return frozenset()


@dataclass(frozen=True, slots=True)
class Names:
    """What can be named; what is slow to gather is asked for when it is used."""

    decks: Mapping[str, str] = field(default_factory=dict)
    """Ids of decks by their ids and titles, in lower case."""
    tags: Callable[[], frozenset[str]] = _nothing
    kinds: Callable[[], frozenset[str]] = _nothing


def by_folded_name(names: Iterable[str]) -> dict[str, str]:
    """Return `names` by what they are in lower case."""
    return {name.casefold(): name for name in names}


def meant(typed: str, known: Mapping[str, str]) -> frozenset[str]:
    """Return what `typed` means among what is `known`; a `*` ends the start of a name.

    Raises `LookupError` with a help when it means nothing.
    """
    name = typed.casefold()
    if name.endswith(_ANY):
        stem = name.removesuffix(_ANY)
        found = {known[each] for each in known if each.startswith(stem)}
    else:
        found = {known[name]} if name in known else set()
    if not found:
        names = known.values()
        raise LookupError(did_you_mean(name, known) or offered({*names}))
    return frozenset(found)


def quoted(name: str) -> str:
    """Return `name` as messages show what was typed."""
    return f"`{one_line(name)}`"
