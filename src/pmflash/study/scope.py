"""Which decks a learner means by the names that were typed."""

from collections.abc import Iterable, Sequence

from pmflash.model.deck import Deck
from pmflash.model.failure import UsageError
from pmflash.model.text import one_line


def scope_of(
    names: Iterable[str], decks: Sequence[Deck], preferred: Iterable[str]
) -> frozenset[str]:
    """Return the ids of the decks called `names`; `preferred` ones when none is.

    Empty means all decks. Raises `UsageError` for a deck that does not exist.
    """
    by_name = {deck.title.casefold(): deck.id for deck in decks}
    by_name |= {deck.id.casefold(): deck.id for deck in decks}
    chosen = set()
    for name in names:
        if name.casefold() not in by_name:
            raise _unknown_deck(name, by_name)
        chosen.add(by_name[name.casefold()])
    # Preferred decks that do not exist stay in: nothing to study is not everything.
    return frozenset(chosen or preferred)


def _unknown_deck(name: str, by_name: dict[str, str]) -> UsageError:
    # Slow to load, and wanted only here.
    from difflib import get_close_matches

    close = get_close_matches(name.casefold(), tuple(by_name), 1)
    known = f"did you mean `{by_name[close[0]]}`?" if close else "see `pmflash due`"
    return UsageError(f"there is no deck called `{one_line(name)}`", known)
