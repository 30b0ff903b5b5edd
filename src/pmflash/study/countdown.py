"""How long it is to an interview, and what pace meets every card before it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from pmflash.model.settings import Settings
from pmflash.study.history import History
from pmflash.study.index import CardIndex


@dataclass(frozen=True, slots=True)
class Countdown:
    """An interview that is still to come."""

    name: str
    on: date
    days_left: int
    """Study days before it, today included; 0 on the day itself."""
    unseen: int
    """Cards that were not met when today began."""
    needed_per_day: int
    """New cards a day, from today on, that meet all that can be met before it."""
    too_late: int
    """Cards that no pace meets: cards of one fact never come on the same day."""
    new_per_day: int
    """What the learner has chosen."""


def countdown(
    index: CardIndex, history: History, settings: Settings, today: date
) -> Countdown | None:
    """Return how far the interview of `settings` is; None without a coming one."""
    if not settings.interview_on:
        return None
    on = date.fromisoformat(settings.interview_on)
    if on < today:
        return None
    days_left = (on - today).days
    by_fact = _unseen_by_fact(index, history, today)
    unseen = sum(by_fact.values())
    in_time = sum(min(count, days_left) for count in by_fact.values())
    return Countdown(
        name=settings.interview,
        on=on,
        days_left=days_left,
        unseen=unseen,
        needed_per_day=-(-in_time // max(1, days_left)),
        too_late=unseen - in_time,
        new_per_day=settings.new_per_day,
    )


def _unseen_by_fact(index: CardIndex, history: History, today: date) -> Counter[str]:
    """Return how many cards of each fact were not met when `today` began."""
    met_today = {answer.card for answer in history.answers_on(today)}
    reviewed = history.reviewed_cards()
    by_fact: Counter[str] = Counter()
    for card, fact, _ in index:
        if card not in reviewed:
            by_fact[fact] += 1
        elif card in met_today:
            by_fact[fact] += history.standing_before(card, today).state is None
        else:
            standing = history.standing(card)
            by_fact[fact] += standing.state is None and not standing.is_suspended
    return by_fact
