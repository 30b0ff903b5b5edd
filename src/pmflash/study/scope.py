"""Which cards a sitting is about, and what a learner means by names that were typed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pmflash.model.deck import Deck
from pmflash.model.failure import UsageError
from pmflash.model.filing import Filing
from pmflash.model.text import one_line

NO_TAGS = "give facts `tags:` first"
_MOST_LISTED = 24


@dataclass(frozen=True, slots=True)
class Scope:
    """A choice among all cards that some deck studies; by default all of them."""

    decks: frozenset[str] = frozenset()
    """Ids of the decks that count; empty for all."""
    tags: frozenset[str] = frozenset()
    """A card has at least one of these; empty for any card."""
    search: str = ""
    """What the cards were searched by, as it was typed."""
    cards: frozenset[str] | None = None
    """Ids of the cards that the search found; None without a search."""

    def deck_of(self, filing: Filing) -> str | None:
        """Return the deck through which cards filed so are in scope, if any.

        What a search found does not matter here.
        """
        if self.tags and self.tags.isdisjoint(filing.tags):
            return None
        for deck in filing.decks:
            if not self.decks or deck in self.decks:
                return deck
        return None

    @property
    def is_found_empty(self) -> bool:
        """Whether a search found no card at all."""
        return self.cards is not None and not self.cards

    def has(self, card: str, filing: Filing) -> bool:
        """Tell whether a card is in scope."""
        is_found = self.cards is None or card in self.cards
        return is_found and self.deck_of(filing) is not None


EVERYTHING = Scope()


def decks_called(
    names: Iterable[str], decks: Sequence[Deck], preferred: Iterable[str]
) -> frozenset[str]:
    """Return the ids of the decks called `names`; `preferred` ones when none is.

    Empty means all decks. Raises `UsageError` for a deck that does not exist.
    """
    by_name = deck_names(decks)
    chosen = set()
    for name in names:
        if name.casefold() not in by_name:
            help = did_you_mean(name, by_name) or "see `pmflash due`"
            raise UsageError(f"there is no deck called `{one_line(name)}`", help)
        chosen.add(by_name[name.casefold()])
    # Preferred decks that do not exist stay in: nothing to study is not everything.
    return frozenset(chosen or preferred)


def deck_names(decks: Sequence[Deck]) -> dict[str, str]:
    """Return the ids of decks by all that they go by, in lower case."""
    by_title = {deck.title.casefold(): deck.id for deck in decks}
    return by_title | {deck.id.casefold(): deck.id for deck in decks}


def tags_called(names: Iterable[str], filings: Iterable[Filing]) -> frozenset[str]:
    """Return the tags called `names` among those of cards that are studied.

    Raises `UsageError` for a tag that no such card has.
    """
    known = {tag for filing in {*filings} if filing.decks for tag in filing.tags}
    chosen: set[str] = set()
    for name in names:
        found = {tag for tag in known if tag.casefold() == name.casefold()}
        if not found:
            help = did_you_mean(name, {tag.casefold(): tag for tag in known})
            raise UsageError(
                f"no card of your decks is tagged `{one_line(name)}`",
                help or offered(known) or NO_TAGS,
            )
        chosen |= found
    return frozenset(chosen)


def did_you_mean(name: str, by_name: Mapping[str, str]) -> str:
    """Return the question after the nearest known name; empty when none is near."""
    from pmflash.model import nearness

    close = nearness.near(name, by_name)
    meant = (f"`{one_line(by_name[each])}`" for each in close)
    return nearness.did_you_mean(*meant) if close else ""


def offered(known: Collection[str]) -> str:
    """Return the words that let a learner choose among what is known, or nothing."""
    named = [f"`{one_line(name)}`" for name in sorted(known)[:_MOST_LISTED]]
    if len(known) > _MOST_LISTED:
        named.append(f"{len(known) - _MOST_LISTED} more")
    return f"choose among {', '.join(named)}" if named else ""
