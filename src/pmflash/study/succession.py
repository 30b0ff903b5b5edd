"""The two sides of an edit, and which card of the one is which of the other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pmflash.model.card import Card
from pmflash.model.renames import Renames, present_name
from pmflash.study.history import History
from pmflash.study.standing import UNSEEN, Standing


@dataclass(frozen=True, slots=True)
class Side:
    """The cards as they are on one side of an edit."""

    cards: Mapping[str, Card | None]
    """By their ids; of a card that is None nothing else is known."""
    history: History
    """The review log by the ids that cards have on this side."""
    renames: Renames

    def standing(self, card: str | None) -> Standing:
        """Return where `card` stands; as one never seen when there is none."""
        return UNSEEN if card is None else self.history.standing(card)

    def has_progress(self, card: str | None) -> bool:
        """Tell whether `card` was reviewed, or marked in a way that lasts."""
        at = self.standing(card)
        return bool(at.state or at.is_suspended or at.is_flagged or at.note)

    def stands(self, card: str | None, today: date) -> tuple[int, date | None]:
        """Return how often `card` was reviewed, and when it is due."""
        standing = self.standing(card)
        return standing.review_count, standing.due_on(today, self._rev(card))

    def is_revised(self, card: str | None) -> bool:
        """Tell whether the fact of `card` changed since its last review."""
        return self.standing(card).is_revised(self._rev(card))

    def _rev(self, card: str | None) -> int:
        known = self.cards.get(card or "")
        return known.rev if known else 0


@dataclass(frozen=True, slots=True)
class Flow:
    """Where all that was done to cards counts before an edit, and where after it."""

    goes_to: Mapping[str, list[str]]
    """By each id of before, those under which what it has counts afterwards."""
    comes_from: Mapping[str, list[str]]
    """By each id of afterwards, those under which what it has counted before."""

    def left(self, card: str, heir: str | None) -> tuple[str, ...]:
        """Return under which ids something of `card` is that `heir` does not get."""
        return tuple(name for name in self.goes_to.get(card, ()) if name != heir)

    def joined(self, heir: str | None, card: str) -> tuple[str, ...]:
        """Return of which ids beside `card` something comes to `heir`."""
        come = self.comes_from.get(heir, ()) if heir else ()
        return tuple(name for name in come if name != card)


def flow_of(written: Iterable[str], before: Side, after: Side) -> Flow:
    """Return where that goes which the log has under the `written` ids of cards.

    A log keeps the ids of its time, and only the present facts connect them. So a card
    loses what it had by a `formerly` that is gone, or that stood in a fact now gone.
    """
    goes_to: defaultdict[str, list[str]] = defaultdict(list)
    comes_from: defaultdict[str, list[str]] = defaultdict(list)
    for name in written:
        old, new = (present_name(name, side.renames) for side in (before, after))
        if new not in goes_to[old]:
            goes_to[old].append(new)
            comes_from[new].append(old)
    return Flow(goes_to, comes_from)


def heirs(before: Side, after: Side, flow: Flow) -> dict[str, str | None]:
    """Return which card afterwards each one of before is; None where there is none.

    It is the one whose fact says so. Where none does, as when a fact takes back an
    older id, it is one that gets some of the progress.
    """

    def heir(card: str) -> str | None:
        gets = flow.goes_to.get(card, ()) if before.has_progress(card) else ()
        names = (present_name(card, after.renames), *gets)
        return next((name for name in names if name in after.cards), None)

    return {card: heir(card) for card in before.cards}


def first_of_each(
    heir_of: Mapping[str, str | None], before: Side
) -> dict[str | None, str]:
    """Return by each heir which card of before it is, where several became one.

    That is the one of the same id, or else one with progress.
    """
    first: dict[str | None, str] = {}
    for card, heir in heir_of.items():
        known = first.setdefault(heir, card)
        if card == heir or (known != heir and before.has_progress(card)):
            first[heir] = card
    return first
