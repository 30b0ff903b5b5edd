"""What an edit of facts does to the progress of their cards."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from pmflash.model.card import Card
from pmflash.study.succession import Flow, Side, first_of_each, heirs


@dataclass(frozen=True, slots=True)
class Learnt:
    """A card with progress: what its learner had in it, and has afterwards."""

    card: str
    """The id that it has afterwards, or had when it is gone."""
    reviews: int
    due_on: date | None
    """Where its learner had it before the edit; or finds it, when it comes back."""
    formerly: str = ""
    """The id that it had, where it has another one now."""
    reviews_after: int = 0
    due_on_after: date | None = None
    is_gone: bool = False
    joined: tuple[str, ...] = ()
    """Other ids, of which it gets what was done under them."""
    left_under: tuple[str, ...] = ()
    """Other ids, under which some of what was done to it counts from now on."""
    is_revised: bool = False
    """Whether its fact has a higher `rev` afterwards than at its last review."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Every card that an edit touches, once; only those with progress can lose any."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    """Cards without progress that are gone."""
    returned: tuple[Learnt, ...] = ()
    """Cards that were new or gone, and find progress that waited for them."""
    reworded: tuple[Learnt, ...] = ()
    revised: tuple[Learnt, ...] = ()
    """Cards whose fact has a higher `rev`, due at once."""
    renamed: tuple[Learnt, ...] = ()
    merged: tuple[Learnt, ...] = ()
    """Cards that get what was done under other ids, beside what they had."""
    orphaned: tuple[Learnt, ...] = ()
    """Cards that are gone, or have less progress: it waits for them."""
    kept: int = 0
    """How many cards with progress stay as they are."""

    @property
    def is_nothing(self) -> bool:
        """Whether no card is touched."""
        return self == Changes(kept=self.kept)


Told = Callable[[str, Card | None], bool]
_ADDED, _REMOVED, _KEPT, _NOTHING = "added", "removed", "kept", ""


def changes(
    before: Side,
    after: Side,
    flow: Flow,
    today: date,
    is_told: Told = lambda _, __: True,
) -> Changes:
    """Return what makes `after` of `before`, where progress goes over by `flow`.

    A card is among them when `is_told` of what it was, or of what it is.
    """
    return _Comparison(before, after, flow, today).changes(is_told)


class _Comparison:
    def __init__(self, before: Side, after: Side, flow: Flow, today: date) -> None:
        self._before, self._after = before, after
        self._flow, self._today = flow, today
        self._heir_of = heirs(before, after, flow)
        self._first_of = first_of_each(self._heir_of, before)

    def changes(self, is_told: Told) -> Changes:
        names: dict[str, list[str]] = {_ADDED: [], _REMOVED: []}
        learnt: dict[str, list[Learnt]] = {}
        kept = 0
        for card, heir in self._pairs(is_told):
            sort = self._sort(card, heir)
            if sort == _KEPT:
                kept += 1
            elif sort in names:
                names[sort].append(card or heir or "")
            elif sort:
                learnt.setdefault(sort, []).append(self._learnt(sort, card, heir))
        told = {sort: tuple(cards) for sort, cards in learnt.items()}
        added, removed = (tuple(cards) for cards in names.values())
        return Changes(added, removed, kept=kept, **told)

    def _pairs(self, is_told: Told) -> Iterator[tuple[str | None, str | None]]:
        """Yield each card of before with what it is afterwards, then the new ones."""
        new = (name for name in self._after.cards if name not in self._first_of)
        for card, heir in (*self._heir_of.items(), *((None, name) for name in new)):
            if (card is not None and is_told(card, self._before.cards[card])) or (
                heir is not None and is_told(heir, self._after.cards[heir])
            ):
                yield card, heir

    def _sort(self, card: str | None, heir: str | None) -> str:
        if card is None:
            return "returned" if self._after.has_progress(heir) else _ADDED
        if not self._before.has_progress(card):
            return self._sort_of_new(card, heir)
        if heir is None:
            return "orphaned"
        # Other reviews than before may come to the same standing.
        left, joined = self._flow.left(card, heir), self._flow.joined(heir, card)
        if not left and not joined:
            return self._sort_of_same(card, heir)
        stood, stands = self._before.standing(card), self._after.standing(heir)
        is_less = stands.review_count < stood.review_count
        return "orphaned" if is_less or left else "merged"

    def _sort_of_new(self, card: str, heir: str | None) -> str:
        """Return what happens to a card that had no progress."""
        if heir is None or self._first_of[heir] != card:
            return _REMOVED
        # What another card had is told with that one.
        is_told = any(
            self._heir_of.get(name) == heir and self._before.has_progress(name)
            for name in self._flow.joined(heir, card)
        )
        found = self._after.has_progress(heir) and not is_told
        return "returned" if found else _NOTHING

    def _sort_of_same(self, card: str, heir: str) -> str:
        """Return what happens to a card whose progress stays as it is."""
        old, new = self._before.cards[card], self._after.cards[heir]
        if self._after.is_revised(heir) and not self._before.is_revised(card):
            return "revised"
        if card != heir:
            return "renamed"
        if old is None or new is None:
            return _KEPT
        is_same = (old.prompt, old.answer) == (new.prompt, new.answer)
        return _KEPT if is_same else "reworded"

    def _learnt(self, sort: str, card: str | None, heir: str | None) -> Learnt:
        name, came = heir or card or "", self._flow.comes_from.get(heir or "", [])
        old = card or (name if name in came else came[0])
        before = self._before.stands(card, self._today)
        after = self._after.stands(heir, self._today)
        is_moved = sort in ("merged", "orphaned", "returned")
        return Learnt(
            name,
            *(after if sort == "returned" else before),
            old if old != name else "",
            *after,
            heir is None,
            self._flow.joined(heir, old) if is_moved else (),
            self._flow.left(old, heir) if is_moved else (),
            self._after.is_revised(heir),
        )
