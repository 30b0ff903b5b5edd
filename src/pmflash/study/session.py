"""A sitting: what is asked next, what is left, and what was answered so far."""

from dataclasses import dataclass, field, replace
from datetime import date

from pmflash.model.event import Event, EventKind
from pmflash.model.rating import DRILL_QUALITY
from pmflash.study.queue import PlannedCard
from pmflash.study.scope import EVERYTHING, Scope

CARDS_BETWEEN_DRILLS = 5
LARGEST_DRILL_HAND = 10


@dataclass(frozen=True, slots=True)
class Turn:
    """The card to ask now, and whether it is asked in the drill."""

    card: str
    is_new: bool
    kind: EventKind


@dataclass(frozen=True, slots=True)
class Counts:
    """What is left: new cards, cards in drill, due reviews."""

    new: int
    drill: int
    due: int

    @property
    def left(self) -> int:
        """All that is left."""
        return self.new + self.drill + self.due


@dataclass(frozen=True, slots=True)
class Session:
    """Today's plan and today's answers; everything else follows from the two."""

    today: date
    plan: tuple[PlannedCard, ...]
    answers: tuple[Event, ...] = ()
    """Today's reviews and drill answers of the planned cards, oldest first."""
    scope: Scope = EVERYTHING
    """What the sitting is about."""
    undone: Event | None = field(default=None, compare=False)
    """The answer that was taken back just now: its card is asked again first."""

    def after(self, answer: Event) -> "Session":
        """Return the session with one more answer."""
        return replace(self, answers=(*self.answers, answer), undone=None)

    def before_last(self) -> "Session":
        """Return the session without its last answer, whose card is asked again."""
        return replace(self, answers=self.answers[:-1], undone=self.answers[-1])

    def resuming(self, earlier: "Session") -> "Session":
        """Return the session asking first what `earlier` does after an undo."""
        undone = earlier.undone
        if undone is None or earlier.today != self.today:
            return self
        asked_again = replace(self, undone=undone)
        return asked_again if self._asks(undone) else self

    @property
    def turn(self) -> Turn | None:
        """What is asked now; None when the day is done."""
        if self.undone is not None:
            card = self.undone.card
            is_new = any(each.is_new for each in self.plan if each.id == card)
            is_review = self.undone.kind is EventKind.REVIEW
            return Turn(card, is_new and is_review, self.undone.kind)
        drill = self._drill()
        waiting = self._first_waiting()
        if waiting is None:
            return _drill_turn(_longest_waiting(drill)) if drill else None
        ripe = [
            (last, card)
            for last, card in drill
            if len(self.answers) - 1 - last >= CARDS_BETWEEN_DRILLS
        ]
        if ripe:
            return _drill_turn(_longest_waiting(ripe))
        if len(drill) >= LARGEST_DRILL_HAND:
            return _drill_turn(_longest_waiting(drill))
        return Turn(waiting.id, waiting.is_new, EventKind.REVIEW)

    @property
    def counts(self) -> Counts:
        """How much is left of each sort."""
        answered = self._answered()
        waiting = [card for card in self.plan if card.id not in answered]
        new = sum(card.is_new for card in waiting)
        return Counts(new, len(self._pending()), len(waiting) - new)

    @property
    def total(self) -> int:
        """How many different cards the day asks."""
        return self.counts.left + self.done

    @property
    def done(self) -> int:
        """How many cards are answered and out of the drill."""
        return len(self._answered()) - len(self._pending())

    def _asks(self, answer: Event) -> bool:
        """Tell whether the card of `answer` is still to be asked in the same way."""
        if answer.kind is EventKind.DRILL:
            return answer.card in self._pending()
        return answer.card not in self._answered()

    def _answered(self) -> set[str]:
        return {answer.card for answer in self.answers}

    def _first_waiting(self) -> PlannedCard | None:
        answered = self._answered()
        return next((card for card in self.plan if card.id not in answered), None)

    def _pending(self) -> dict[str, int]:
        """Cards not yet known well today, with the place of their last answer."""
        pending: dict[str, int] = {}
        for place, answer in enumerate(self.answers):
            if answer.quality is not None and answer.quality < DRILL_QUALITY:
                pending[answer.card] = place
            else:
                pending.pop(answer.card, None)
        return pending

    def _drill(self) -> list[tuple[int, str]]:
        """The drill's hand: the first cards that went into it, at most ten."""
        pending = self._pending()
        hand = list(pending.items())[:LARGEST_DRILL_HAND]
        return [(place, card) for card, place in hand]


def _longest_waiting(drill: list[tuple[int, str]]) -> str:
    return min(drill)[1]


def _drill_turn(card: str) -> Turn:
    return Turn(card, is_new=False, kind=EventKind.DRILL)
