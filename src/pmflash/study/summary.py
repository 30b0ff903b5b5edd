"""What a sitting came to, in figures."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pmflash.model.event import Event, EventKind
from pmflash.model.rating import Rating


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures of one study day."""

    cards: int
    answers: int
    milliseconds: int
    by_rating: Mapping[Rating, int]
    """Answers of every kind by rating."""
    recalled: int
    """Reviews not rated again."""
    reviews: int
    """Answers outside drills and crams, without first meetings."""
    missed: tuple[tuple[str, int], ...]
    """Cards rated again, with how often; the most often missed first."""


def summarise(
    answers: Sequence[Event], first_met: Container[str] = frozenset()
) -> Summary:
    """Return the figures of `answers`, in order; `first_met` are cards met today.

    Nobody recalls a card at the first meeting, so that is no review here.
    """
    reviews = [
        answer
        for answer in answers
        if answer.kind is EventKind.REVIEW and answer.card not in first_met
    ]
    again = Counter(answer.card for answer in answers if answer.rating is Rating.AGAIN)
    counted = Counter(answer.rating for answer in answers)
    return Summary(
        cards=len({answer.card for answer in answers}),
        answers=len(answers),
        milliseconds=sum(answer.milliseconds for answer in answers),
        by_rating={rating: counted[rating] for rating in Rating},
        recalled=sum(answer.rating is not Rating.AGAIN for answer in reviews),
        reviews=len(reviews),
        missed=tuple(again.most_common()),
    )


def streak_days(study_days: Iterable[date], today: date) -> int:
    """Return how many days in a row were studied, up to today or yesterday."""
    days = set(study_days)
    day = today if today in days else today - timedelta(days=1)
    length = 0
    while day in days:
        length += 1
        day -= timedelta(days=1)
    return length


def longest_streak_days(study_days: Iterable[date]) -> int:
    """Return the most days in a row that were ever studied."""
    longest = length = 0
    before = None
    for day in sorted(set(study_days)):
        follows = before is not None and (day - before).days == 1
        length = length + 1 if follows else 1
        longest, before = max(longest, length), day
    return longest
