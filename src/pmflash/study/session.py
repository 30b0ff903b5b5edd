"""A sitting: what is asked next, what is left, and what was answered so far."""

from dataclasses import dataclass, field, replace
from datetime import date

from pmflash.model.event import Event, EventKind
from pmflash.model.rating import DRILL_QUALITY
from pmflash.study.queue import PlannedCard
from pmflash.study.scope import EVERYTHING, Scope

ANSWERED = frozenset({EventKind.REVIEW, EventKind.DRILL})
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
class TakenBack:
    """Something that was undone, and can be done again."""

    act: Event
    by: str
    """Id of the event that undid it."""


@dataclass(frozen=True, slots=True)
class Session:
    """Today's plan and today's answers; everything else follows from the two."""

    today: date
    plan: tuple[PlannedCard, ...]
    answers: tuple[Event, ...] = ()
    """Today's reviews and drill answers of the planned cards, oldest first."""
    scope: Scope = EVERYTHING
    """What the sitting is about."""
    taken_back: tuple[TakenBack, ...] = field(default=(), compare=False)
    """What was undone since the last act, the last of it at the end."""
    skipped: tuple[str, ...] = field(default=(), compare=False)
    """Cards that wait until all others are done, in the order of asking."""
    fresh_skips: int = field(default=0, compare=False)
    """How many of them were skipped since the last act."""

    @property
    def undone(self) -> Event | None:
        """The act that was taken back last: its card is asked again first."""
        return self.taken_back[-1].act if self.taken_back else None

    def after(self, answer: Event) -> "Session":
        """Return the session with one more answer."""
        skipped = tuple(card for card in self.skipped if card != answer.card)
        return replace(
            self,
            answers=(*self.answers, answer),
            taken_back=(),
            skipped=skipped,
            fresh_skips=0,
        )

    def before_last(self, by: str = "") -> "Session":
        """Return the session without its last answer, whose card is asked again."""
        return self.taking_back(TakenBack(self.answers[-1], by))

    def taking_back(self, last: TakenBack) -> "Session":
        """Return the session without its last act."""
        is_answer = last.act.kind in ANSWERED
        return replace(
            self,
            answers=self.answers[:-1] if is_answer else self.answers,
            taken_back=(*self.taken_back, last),
            fresh_skips=0,
        )

    def redoing(self) -> "Session":
        """Return the session with what was taken back last."""
        *rest, last = self.taken_back
        again = (last.act,) if last.act.kind in ANSWERED else ()
        redone = replace(self, answers=(*self.answers, *again), taken_back=tuple(rest))
        undone = redone.undone
        is_over = undone is not None and not redone._asks(undone)
        return replace(redone, taken_back=()) if is_over else redone

    def marked(self) -> "Session":
        """Return the session after a mark, before which nothing can be redone."""
        return replace(self, taken_back=(), fresh_skips=0)

    def skipping(self, card: str) -> "Session":
        """Return the session with `card` behind all others."""
        others = tuple(each for each in self.skipped if each != card)
        count = self.fresh_skips + 1
        return replace(self, skipped=(*others, card), taken_back=(), fresh_skips=count)

    def unskipping(self) -> "Session":
        """Return the session without the last skip."""
        return replace(
            self, skipped=self.skipped[:-1], fresh_skips=self.fresh_skips - 1
        )

    def resuming(self, earlier: "Session") -> "Session":
        """Return the session going on as `earlier`: its skips, what it took back."""
        if earlier.today != self.today:
            return self
        resumed = replace(
            self, skipped=earlier.skipped, fresh_skips=earlier.fresh_skips
        )
        undone = earlier.undone
        if undone is None or not self._asks(undone):
            return resumed
        return replace(resumed, taken_back=earlier.taken_back)

    @property
    def turn(self) -> Turn | None:
        """What is asked now; None when the day is done."""
        undone = self.undone
        if undone is not None and undone.kind in ANSWERED:
            return self._turn_of(undone.card, undone.kind is EventKind.DRILL)
        if undone is not None and self._asks(undone):
            return self._turn_of(undone.card, undone.card in self._pending())
        drill = self._drill()
        waiting = self._first_waiting()
        if waiting is None and not drill:
            return self._first_skipped()
        if waiting is None:
            return _drill_turn(_longest_waiting(drill))
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
        """Tell whether the card of an act is still to be asked in the same way."""
        is_waiting = answer.card not in self._answered()
        if answer.kind is EventKind.DRILL:
            return answer.card in self._pending()
        if answer.kind is EventKind.REVIEW:
            return is_waiting
        is_planned = any(card.id == answer.card for card in self.plan)
        return (is_planned and is_waiting) or answer.card in self._pending()

    def _turn_of(self, card: str, in_drill: bool) -> Turn:
        if in_drill:
            return _drill_turn(card)
        is_new = any(each.is_new for each in self.plan if each.id == card)
        return Turn(card, is_new, EventKind.REVIEW)

    def _answered(self) -> set[str]:
        return {answer.card for answer in self.answers}

    def _first_waiting(self) -> PlannedCard | None:
        passed = {*self._answered(), *self.skipped}
        return next((card for card in self.plan if card.id not in passed), None)

    def _first_skipped(self) -> Turn | None:
        planned, pending = {card.id for card in self.plan}, self._pending()
        answered = self._answered()
        for card in self.skipped:
            if card in pending or (card in planned and card not in answered):
                return self._turn_of(card, card in pending)
        return None

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
        pending = {
            card: place
            for card, place in self._pending().items()
            if card not in self.skipped
        }
        hand = list(pending.items())[:LARGEST_DRILL_HAND]
        return [(place, card) for card, place in hand]


def _longest_waiting(drill: list[tuple[int, str]]) -> str:
    return min(drill)[1]


def _drill_turn(card: str) -> Turn:
    return Turn(card, is_new=False, kind=EventKind.DRILL)
