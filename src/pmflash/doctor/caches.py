"""Caches that say something else than what they were made from."""

from collections.abc import Iterator
from functools import partial

from pmflash.doctor.base import Case, Finding
from pmflash.model.failure import StorageError
from pmflash.storage.caches import drop_caches
from pmflash.storage.card_cache import load_cards
from pmflash.storage.cards import Cards
from pmflash.storage.due_cache import load_due_line
from pmflash.storage.stamps import DUE_HOUR, content_stamp, due_stamp

_HELP = "`pmflash doctor --fix` makes it anew"


def look(case: Case) -> Iterator[Finding]:
    """Yield the caches that are in use and wrong."""
    mend = partial(drop_caches, case.locations)
    if not _are_cards_right(case):
        message = "the cached cards are not those that the files become"
        yield Finding("wrong-card-cache", message, _HELP, mend=mend)
    key = due_stamp(case.locations, case.moment.strftime(DUE_HOUR))
    line = load_due_line(case.locations, key)
    collection = case.collection
    if line not in {None, collection.session(collection.scope(())).counts.line}:
        message = "`due --short` says something else than today's screen"
        yield Finding("wrong-due-line", message, _HELP, mend=mend)


def _are_cards_right(case: Case) -> bool:
    cached = load_cards(case.locations, content_stamp(case.locations))
    try:
        return cached is None or _all_of(cached) == _all_of(case.cards_by_files)
    except StorageError:
        return False


def _all_of(cards: Cards) -> tuple[object, ...]:
    about = (cards.decks, cards.diagnostics, cards.settings, dict(cards.renames))
    return (*about, cards.replaced, cards.index, tuple(cards.cards()))
