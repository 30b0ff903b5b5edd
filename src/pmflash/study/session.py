"""A sitting: what is asked next, what is left, and what was answered so far."""

from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from pmflash.model.event import Event, EventKind
from pmflash.study.limit import NO_LIMIT, Limit
from pmflash.study.progress import Progress, progress_of
from pmflash.study.queue import PlannedCard
from pmflash.study.scope import EVERYTHING, Scope
from pmflash.study.standing import ANSWERS
from pmflash.study.wish import WHAT_IS_DUE, Wish

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

    @property
    def line(self) -> str:
        """All three in one line, for a shell prompt."""
        return f"{self.due} due, {self.new} new, {self.drill} drill"


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
    """Today's answers to the planned cards, oldest first; of a cram its own alone."""
    scope: Scope = EVERYTHING
    """What the sitting is about."""
    wish: Wish = WHAT_IS_DUE
    """What it is for."""
    limit: Limit = field(default=NO_LIMIT, compare=False)
    """How long it may be, and what was spent of that."""
    taken_back: tuple[TakenBack, ...] = field(default=(), compare=False)
    """What was undone since the last act, the last of it at the end."""
    skipped: tuple[str, ...] = field(default=(), compare=False)
    """Cards that wait until all others are done, in the order of asking."""
    fresh_skips: int = field(default=0, compare=False)
    """How many of them were skipped since the last act."""
    edition: object = field(default=None, compare=False, repr=False)
    """Which edition of the log it is made of, told apart by nothing but identity."""
    _progress: Progress | None = field(
        init=False, default=None, compare=False, repr=False
    )

    @property
    def progress(self) -> Progress:
        """How far the plan has come; worked out once."""
        if self._progress is None:
            found = progress_of(self.plan, self.answers)
            object.__setattr__(self, "_progress", found)
            return found
        return self._progress

    @property
    def undone(self) -> Event | None:
        """What was taken back last: its card is asked first, and it can be redone.

        None after a skip, until that is taken back.
        """
        can_redo = self.taken_back and not self.fresh_skips
        return self.taken_back[-1].act if can_redo else None

    def after(self, answer: Event) -> "Session":
        """Return the session with one more answer."""
        skipped = tuple(card for card in self.skipped if card != answer.card)
        later = replace(
            self,
            answers=(*self.answers, answer),
            limit=self.limit.after(answer),
            taken_back=(),
            skipped=skipped,
            fresh_skips=0,
        )
        progress = self.progress.after(answer, len(self.answers))
        object.__setattr__(later, "_progress", progress)
        return later

    def taking_back(self, last: TakenBack) -> "Session":
        """Return the session without its last act, whose card is asked again."""
        is_answer = last.act.kind in ANSWERS
        return replace(
            self,
            answers=self.answers[:-1] if is_answer else self.answers,
            limit=self.limit.without(last.act) if is_answer else self.limit,
            taken_back=(*self.taken_back, last),
            fresh_skips=0,
        )

    def redoing(self) -> "Session":
        """Return the session with what was taken back last."""
        *rest, last = self.taken_back
        is_answer = last.act.kind in ANSWERS
        return replace(
            self,
            answers=(*self.answers, last.act) if is_answer else self.answers,
            limit=self.limit.after(last.act) if is_answer else self.limit,
            taken_back=tuple(rest),
        )

    def marked(self) -> "Session":
        """Return the session after a mark, before which nothing can be redone."""
        return replace(self, taken_back=(), fresh_skips=0)

    def skipping(self, card: str) -> "Session":
        """Return the session with `card` behind all others."""
        others = tuple(each for each in self.skipped if each != card)
        count = self.fresh_skips + 1
        return replace(self, skipped=(*others, card), fresh_skips=count)

    def unskipping(self) -> "Session":
        """Return the session without the last skip."""
        return replace(
            self, skipped=self.skipped[:-1], fresh_skips=self.fresh_skips - 1
        )

    def resuming(self, earlier: "Session") -> "Session":
        """Return the session going on as `earlier`: its limit, and its skips."""
        if earlier.today != self.today:
            return replace(self, limit=earlier.limit)
        return replace(
            self,
            limit=earlier.limit,
            skipped=earlier.skipped,
            fresh_skips=earlier.fresh_skips,
        )

    def limited(self, minutes: int) -> "Session":
        """Return the session with a limit of so many minutes, 0 for none."""
        return replace(self, limit=Limit(minutes))

    def going_on(self, minutes: int) -> "Session":
        """Return the session with so many minutes more."""
        return replace(self, limit=self.limit.longer(minutes))

    @property
    def is_time_up(self) -> bool:
        """Whether it has taken as long as it may, and there is more to ask."""
        is_going_back = self.undone is not None
        return self.limit.is_reached and not is_going_back and self.turn is not None

    @property
    def turn(self) -> Turn | None:
        """What is asked now; None when the day is done."""
        undone, pending = self.undone, self.progress.pending
        if undone is not None and undone.kind in ANSWERS:
            return self._turn_of(undone.card, undone.kind is EventKind.DRILL)
        if undone is not None and self._asks(undone):
            return self._turn_of(undone.card, undone.card in pending)
        drill = self._drill()
        waiting = self._first_waiting()
        if waiting is None and not drill:
            return self._first_skipped()
        if waiting is None:
            return self._drill_turn(_longest_waiting(drill))
        ripe = [
            (last, card)
            for last, card in drill
            if len(self.answers) - 1 - last >= CARDS_BETWEEN_DRILLS
        ]
        if ripe:
            return self._drill_turn(_longest_waiting(ripe))
        if len(drill) >= LARGEST_DRILL_HAND:
            return self._drill_turn(_longest_waiting(drill))
        return self._first_turn(waiting.id, waiting.is_new)

    @property
    def counts(self) -> Counts:
        """How much is left of each sort."""
        progress = self.progress
        return Counts(progress.new, len(progress.pending), progress.due)

    @property
    def total(self) -> int:
        """How many different cards the day asks."""
        return self.counts.left + self.done

    @property
    def done(self) -> int:
        """How many cards are answered and out of the drill."""
        return self.progress.answered_count - len(self.progress.pending)

    @property
    def learnt(self) -> int:
        """How many cards were met for the first time."""
        return sum(card.is_new for card in self.plan) - self.progress.new

    def _asks(self, act: Event) -> bool:
        """Tell whether the card of an act is still to be asked in the same way."""
        is_waiting = self.progress.is_waiting(act.card)
        is_pending = act.card in self.progress.pending
        if act.kind is EventKind.DRILL:
            return is_pending
        if act.kind is EventKind.REVIEW:
            return is_waiting
        return is_waiting or is_pending

    def _turn_of(self, card: str, in_drill: bool) -> Turn:
        if in_drill:
            return self._drill_turn(card)
        return self._first_turn(card, self.progress.is_new(card))

    def _first_turn(self, card: str, is_new: bool) -> Turn:
        kind = EventKind.CRAM if self.wish.is_cram else EventKind.REVIEW
        return Turn(card, is_new, kind)

    def _drill_turn(self, card: str) -> Turn:
        kind = EventKind.CRAM if self.wish.is_cram else EventKind.DRILL
        return Turn(card, is_new=False, kind=kind)

    def _first_waiting(self) -> PlannedCard | None:
        progress, plan = self.progress, self.plan
        for place in range(progress.first_waiting, len(plan)):
            card = plan[place]
            if card.id not in self.skipped and progress.is_waiting(card.id):
                return card
        return None

    def _first_skipped(self) -> Turn | None:
        progress = self.progress
        for card in self.skipped:
            if card in progress.pending or progress.is_waiting(card):
                return self._turn_of(card, card in progress.pending)
        return None

    def _drill(self) -> list[tuple[int, str]]:
        """The drill's hand: the first cards that went into it, at most ten."""
        pending = self.progress.pending.items()
        left = ((place, card) for card, place in pending if card not in self.skipped)
        return [*islice(left, LARGEST_DRILL_HAND)]


def _longest_waiting(drill: list[tuple[int, str]]) -> str:
    return min(drill)[1]
