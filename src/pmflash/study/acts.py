"""What a sitting does: how it answers, what it can take back, and what it has."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pmflash.model.event import LONGEST_ANSWER_MILLISECONDS, Event, EventKind
from pmflash.model.rating import Button
from pmflash.study.history import MARKS, History
from pmflash.study.session import Session, TakenBack
from pmflash.study.standing import ANSWERS


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


def with_taken_back(
    session: Session, history: History, is_ours: Callable[[str], bool]
) -> Session:
    """Return `session` with what was undone since its last act, as the log has it.

    `is_ours` tells whether the sitting is about a card.
    """
    start, is_cram = session.wish.start, session.wish.is_cram
    since = start.at if start and is_cram else ""
    planned = {card.id for card in session.plan}

    def concerns(act: Event) -> bool:
        if act.at <= since:
            return False
        if act.kind in MARKS:
            return act.card in planned or is_ours(act.card)
        is_answer = act.kind in ANSWERS and (act.kind is EventKind.CRAM) == is_cram
        return is_answer and act.card in planned

    day = history.done_on(session.today)
    undos = _undos_since_last(day, concerns)
    if not undos:
        return session
    targets = {undo.target for undo in undos}
    acts = {act.id: act for act in day if act.id in targets and concerns(act)}
    today = session.today
    answers = (*history.answers_on(today), *session.answers)
    counting = (*answers, *history.marks_on(today))
    taken = _last_in_order(_taken_back(undos, acts), counting)
    return replace(session, taken_back=tuple(taken))


def _undos_since_last(
    day: Sequence[Event], concerns: Callable[[Event], bool]
) -> list[Event]:
    first = next((n for n, each in enumerate(day) if each.kind is EventKind.UNDO), None)
    if first is None:
        return []
    undos: list[Event] = []
    for event in reversed(day[first:]):
        if event.kind is EventKind.UNDO:
            undos.append(event)
        elif concerns(event):
            break
    return undos[::-1]


def _taken_back(
    undos: Sequence[Event], acts: Mapping[str, Event]
) -> tuple[TakenBack, ...]:
    taken: list[TakenBack] = []
    for undo in undos:
        act = acts.get(undo.target)
        left = [
            each
            for each in taken
            if each.by != undo.target and each.act.id != undo.target
        ]
        # Undone in two windows, an act would stay undone if one of them redid it.
        if act is not None and len(left) == len(taken):
            left.append(TakenBack(act, undo.id))
        taken = left
    return tuple(taken)


def _last_in_order(
    taken: Sequence[TakenBack], counting: Sequence[Event]
) -> list[TakenBack]:
    """Return those at the end of `taken` that can be redone one after the other.

    A redo puts an act back to its time, so that it would change what was done to its
    card later, in another window or on another device, or by the redo before it. What
    stands earlier hinders none: the card may have been rated on two devices.
    """
    latest: dict[str, tuple[str, str]] = {}
    for each in counting:
        place = each.at, each.id
        latest[each.card] = max(place, latest.get(each.card, place))
    found: list[TakenBack] = []
    for taken_back in reversed(taken):
        act = taken_back.act
        place = act.at, act.id
        if latest.get(act.card, place) > place:
            break
        latest[act.card] = place
        found.append(taken_back)
    return found[::-1]
