"""What a sitting does: how it answers, and what it can take back."""

from collections.abc import Callable, Sequence
from typing import Any

from pmflash.model.event import LONGEST_ANSWER_MILLISECONDS, Event, EventKind
from pmflash.model.rating import Button
from pmflash.study.session import Session


def answer_details(
    session: Session, button: Button, milliseconds: int, spoken_seconds: int
) -> dict[str, Any]:
    """Return what the log keeps of an answer to what `session` asks.

    A rating in the place of an undone one keeps the time that was spoken for it.
    """
    turn, undone = session.turn, session.undone
    if turn and undone and undone.card == turn.card:
        spoken_seconds = spoken_seconds or undone.spoken_seconds
    # A drill repeats a review of that day, even when the next has begun.
    is_drill = turn is not None and turn.kind is EventKind.DRILL
    return {
        "rating": button.rating,
        "quality": button.quality,
        "milliseconds": min(milliseconds, LONGEST_ANSWER_MILLISECONDS),
        "spoken_seconds": spoken_seconds,
        **({"day": session.today} if is_drill else {}),
    }


def last_act(
    session: Session, marks: Sequence[Event], is_ours: Callable[[str], bool]
) -> Event | None:
    """Return what an undo takes back: the last answer, or a later one of `marks`.

    `is_ours` tells whether the sitting is about a card. Marks from before a cram are
    no part of it.
    """
    answer = session.answers[-1] if session.answers else None
    start = session.wish.start if session.wish.is_cram else None
    for mark in reversed(marks):
        if answer is not None and (mark.at, mark.id) < (answer.at, answer.id):
            break
        if start is not None and mark.at <= start.at:
            break
        if is_ours(mark.card):
            return mark
    return answer
