"""What an edit of facts does to the progress of their cards."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pmflash.model.card import Card
from pmflash.model.renames import Renames, present_name
from pmflash.study.history import History
from pmflash.study.standing import Standing


@dataclass(frozen=True, slots=True)
class Learnt:
    """A card that was reviewed, with what its learner has in it."""

    card: str
    reviews: int
    due_on: date | None
    """Where its learner had it before the edit."""
    formerly: str = ""
    """The id that it had, where it has another one now."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Every card that an edit touches, once; only those reviewed can be lost."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    """Cards that were never reviewed, and are gone."""
    returned: tuple[Learnt, ...] = ()
    """Cards that come back, and find their progress."""
    reworded: tuple[Learnt, ...] = ()
    revised: tuple[Learnt, ...] = ()
    """Cards whose fact has a higher `rev`, due at once."""
    renamed: tuple[Learnt, ...] = ()
    orphaned: tuple[Learnt, ...] = ()
    """Cards that are gone, and whose progress waits for them."""
    kept: int = 0
    """How many cards with progress stay as they are."""

    @property
    def is_nothing(self) -> bool:
        """Whether no card is touched."""
        return self == Changes(kept=self.kept)


_SORTS = ("returned", "reworded", "revised", "renamed", "orphaned")


def changes(
    before: Mapping[str, Card | None],
    after: Mapping[str, Card],
    history: History,
    renames: Renames,
    today: date,
) -> Changes:
    """Return what makes `after` of `before`, by card ids, which `renames` connect.

    Of a card that is None nothing but its id is known. `history` knows all of them by
    the ids that they have afterwards.
    """
    there = {present_name(card, renames): card for card in before}
    found: dict[str, list[Learnt]] = {name: [] for name in _SORTS}
    added, removed, kept = [], [], 0
    for card in dict.fromkeys((*there, *after)):
        standing = history.standing(card)
        formerly = there.get(card)
        old, new = before.get(formerly or ""), after.get(card)
        if not standing.review_count:
            added += [card] if formerly is None else []
            removed += [formerly] if formerly and new is None else []
        elif sort := _sort(card, formerly, standing, old, new):
            found[sort].append(_learnt(card, formerly, standing, old, today))
        else:
            kept += 1
    lists = {name: tuple(cards) for name, cards in found.items()}
    return Changes(tuple(added), tuple(removed), kept=kept, **lists)


def _sort(
    card: str,
    formerly: str | None,
    standing: Standing,
    old: Card | None,
    new: Card | None,
) -> str:
    """Return which list a card with progress goes to; empty when it stays as it is."""
    if new is None:
        return "orphaned"
    if formerly is None:
        return "returned"
    was_revised = old is not None and standing.is_revised(old.rev)
    if standing.is_revised(new.rev) and not was_revised:
        return "revised"
    if formerly != card:
        return "renamed"
    if old is None or (old.prompt, old.answer) == (new.prompt, new.answer):
        return ""
    return "reworded"


def _learnt(
    card: str, formerly: str | None, standing: Standing, old: Card | None, today: date
) -> Learnt:
    due_on = standing.due_on(today, old.rev if old else 0)
    former = formerly if formerly and formerly != card else ""
    return Learnt(card, standing.review_count, due_on, former)
