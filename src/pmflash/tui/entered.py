"""What was entered for the last answers, so that an undo brings that back as well."""

from pmflash.model.card import Card
from pmflash.tui.inputs.base import Input

MOST_KEPT = 200
"""Undos that go back further find the card with nothing entered."""


class Entered:
    """Inputs by the id of the answer that ended them."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Card, Input]] = {}

    def keep(self, answer: str, card: Card, entered: Input) -> None:
        """Remember what was `entered` for `card` before it was rated."""
        self._kept[answer] = card, entered
        if len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]

    def of(self, answer: str, card: Card, empty: Input) -> Input:
        """Return what was entered then; `empty` when that does not fit any more."""
        then, entered = self._kept.get(answer, (None, empty))
        # The card may be another one by now, or be asked in another way.
        is_same = then == card and type(entered) is type(empty)
        return entered if is_same else empty
