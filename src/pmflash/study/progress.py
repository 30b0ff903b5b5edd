"""How far a plan has come: what is answered, what is in drill, what waits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pmflash.model.event import Event
from pmflash.model.rating import DRILL_QUALITY
from pmflash.study.queue import PlannedCard


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a plan stands after some answers; one more answer makes the next one.

    That takes no longer in a large plan than in a small one.
    """

    plan: tuple[PlannedCard, ...]
    places: Mapping[str, int]
    """Where each card stands in the plan."""
    answered: int
    """A bit for each place in the plan, set when its card is answered."""
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

    @property
    def answered_count(self) -> int:
        """How many cards of the plan are answered."""
        return len(self.plan) - self.new - self.due

    def is_waiting(self, card: str) -> bool:
        """Tell whether a card is planned and not answered."""
        place = self.places.get(card)
        return place is not None and not self.answered >> place & 1

    def is_new(self, card: str) -> bool:
        """Tell whether a card was planned as a new one."""
        place = self.places.get(card)
        return place is not None and self.plan[place].is_new

    def after(self, answer: Event, at: int) -> "Progress":
        """Return where the plan stands with `answer`, the one at that place, added."""
        card, answered, first = answer.card, self.answered, self.first_waiting
        new, due = self.new, self.due
        if _is_missed(answer):
            # A card that stays in the drill keeps its turn in it.
            pending = {**self.pending, card: at}
        else:
            pending = {each: at for each, at in self.pending.items() if each != card}
        if self.is_waiting(card):
            answered |= 1 << self.places[card]
            new, due = new - self.is_new(card), due - (not self.is_new(card))
            first = _first_waiting(answered, first)
        milliseconds = self.milliseconds + answer.milliseconds
        plan, places = self.plan, self.places
        return Progress(plan, places, answered, pending, first, new, due, milliseconds)


def progress_of(plan: tuple[PlannedCard, ...], answers: Sequence[Event]) -> Progress:
    """Return where `plan` stands after `answers`, which are all to cards of it."""
    places = {card.id: place for place, card in enumerate(plan)}
    pending: dict[str, int] = {}
    for at, answer in enumerate(answers):
        if _is_missed(answer):
            pending[answer.card] = at
        else:
            pending.pop(answer.card, None)
    known = {answer.card for answer in answers}
    waiting = [card.is_new for card in plan if card.id not in known]
    new, due = waiting.count(True), waiting.count(False)
    marks = "".join("01"[card.id in known] for card in reversed(plan))
    answered = int(marks or "0", 2)
    first = _first_waiting(answered, 0)
    spent = sum(answer.milliseconds for answer in answers)
    return Progress(plan, places, answered, pending, first, new, due, spent)


def _is_missed(answer: Event) -> bool:
    return answer.quality is not None and answer.quality < DRILL_QUALITY


def _first_waiting(answered: int, start: int) -> int:
    while answered >> start & 1:
        start += 1
    return start
