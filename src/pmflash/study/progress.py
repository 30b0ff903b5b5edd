"""How far a plan has come: what is answered, what is in drill, what waits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pmflash.model.event import Event
from pmflash.model.rating import DRILL_QUALITY
from pmflash.study.queue import PlannedCard


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a plan stands after some answers; one more answer makes the next one."""

    plan: tuple[PlannedCard, ...]
    answered: frozenset[str]
    pending: Mapping[str, int]
    """Cards not yet known well today, with the place of their last answer."""
    first_waiting: int
    """All cards of the plan before this place are answered."""
    new: int
    """New cards that are not answered."""
    due: int
    """Other cards that are not answered."""
    milliseconds: int
    """Time spent on all answers."""

    def after(self, answer: Event, place: int) -> "Progress":
        """Return where the plan stands when `answer`, at its `place`, is added."""
        card, answered, first = answer.card, self.answered, self.first_waiting
        new, due = self.new, self.due
        if _is_missed(answer):
            # A card that stays in the drill keeps its turn in it.
            pending = {**self.pending, card: place}
        else:
            pending = {each: at for each, at in self.pending.items() if each != card}
        if card not in answered:
            answered = answered | {card}
            is_new = _is_new(self.plan, card, first)
            new, due = new - is_new, due - (not is_new)
            first = _first_waiting(self.plan, answered, first)
        milliseconds = self.milliseconds + answer.milliseconds
        return Progress(self.plan, answered, pending, first, new, due, milliseconds)


def progress_of(plan: tuple[PlannedCard, ...], answers: Sequence[Event]) -> Progress:
    """Return where `plan` stands after `answers`, which are all to cards of it."""
    pending: dict[str, int] = {}
    for place, answer in enumerate(answers):
        if _is_missed(answer):
            pending[answer.card] = place
        else:
            pending.pop(answer.card, None)
    answered = frozenset(answer.card for answer in answers)
    waiting = [card.is_new for card in plan if card.id not in answered]
    new = sum(waiting)
    return Progress(
        plan,
        answered,
        pending,
        _first_waiting(plan, answered, 0),
        new,
        len(waiting) - new,
        sum(answer.milliseconds for answer in answers),
    )


def _is_missed(answer: Event) -> bool:
    return answer.quality is not None and answer.quality < DRILL_QUALITY


def _is_new(plan: Sequence[PlannedCard], card: str, start: int) -> bool:
    """Tell whether `card`, which stands in `plan` from `start` on, is new."""
    for place in range(start, len(plan)):
        if plan[place].id == card:
            return plan[place].is_new
    return False


def _first_waiting(
    plan: Sequence[PlannedCard], answered: frozenset[str], start: int
) -> int:
    while start < len(plan) and plan[start].id in answered:
        start += 1
    return start
