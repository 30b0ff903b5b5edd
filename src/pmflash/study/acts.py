"""What a sitting can take back: answers and marks, the last one first."""

from collections.abc import Callable, Sequence

from pmflash.model.event import Event
from pmflash.study.session import Session


def last_act(
    session: Session, marks: Sequence[Event], is_ours: Callable[[str], bool]
) -> Event | None:
    """Return what an undo takes back: the last answer, or a later one of `marks`.

    `is_ours` tells whether the sitting is about a card.
    """
    answer = session.answers[-1] if session.answers else None
    for mark in reversed(marks):
        if answer is not None and (mark.at, mark.id) < (answer.at, answer.id):
            break
        if is_ours(mark.card):
            return mark
    return answer
