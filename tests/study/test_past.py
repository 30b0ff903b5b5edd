"""A history that knows a past must answer like one that was told everything."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import DAY_0, an_event
from histories import told, told_of_day
from pmflash.model.event import Event, EventKind
from pmflash.model.failure import StorageError
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.history import History

CARDS = ("flexport/a/x", "flexport/a/y", "flexport/b/x")
DAYS = tuple(DAY_0 + timedelta(days=number) for number in range(8))
LAST_FIRST = (DAYS[-1] + timedelta(days=1), *DAYS[::-1], DAY_0 - timedelta(days=1))
"""So that a history is asked of its past only in the end."""
RENAMES = {"flexport/a": "flexport/b", "flexport/b": "flexport/c"}
KINDS = tuple(kind for kind in EventKind if kind is not EventKind.UNDO)
PLAIN_KINDS = (EventKind.REVIEW,) * 6


def instant(day: date, minute: int) -> str:
    return f"{day}T08:{minute:02}:00.000000Z"


@st.composite
def logs(draw: Callable[..., Any]) -> tuple[Event, ...]:
    """Reviews, marks and undos of events before, after, unknown, and of each other."""
    events = []
    count = draw(st.integers(1, 14))
    for number in range(count):
        at_day = draw(st.sampled_from(DAYS))
        # A day may lie behind or ahead of the clock: drills, and the date line.
        day = at_day + timedelta(days=draw(st.sampled_from((0, 0, 0, 0, -1, 1))))
        if draw(st.integers(0, 3)) == 0:
            kind, target = EventKind.UNDO, f"{draw(st.integers(0, count)):04x}"
            quality = None
        else:
            kind, target = draw(st.sampled_from(KINDS + PLAIN_KINDS)), ""
            quality = draw(st.sampled_from((None, *range(6))))
        events.append(
            an_event(
                draw(st.sampled_from(CARDS)),
                id=f"{number:04x}",
                kind=kind,
                target=target,
                at=instant(at_day, draw(st.integers(0, 3))),
                day=day,
                quality=quality,
                note=draw(st.sampled_from(("", "which figure?"))),
                spoken_seconds=draw(st.sampled_from((0, 0, 60, 90))),
                rev=draw(st.integers(0, 2)),
            )
        )
    return tuple(draw(st.permutations(events)))


def from_scratch(events: Sequence[Event], renames: dict[str, str]) -> History:
    history = History(Sm2(), renames)
    history.add(events)
    return history


steps = st.lists(
    st.tuples(st.sampled_from(("add", "ask", "fold")), st.sampled_from(DAYS)),
    max_size=12,
)


@settings(max_examples=400, deadline=None)
@given(logs(), steps, st.sampled_from(({}, RENAMES)), st.integers(1, 4))
def test_whatever_arrives_when_a_past_changes_no_answer(
    events: tuple[Event, ...],
    steps: list[tuple[str, date]],
    renames: dict[str, str],
    portion: int,
) -> None:
    known: list[Event] = []

    def read_all() -> tuple[Event, ...]:
        return tuple(known)

    history = from_scratch((), renames)
    arriving = list(events)
    for step, day in (*steps, *[("add", DAY_0)] * len(events)):
        if step == "add":
            known += (new := arriving[:portion])
            del arriving[:portion]
            history.add(new)
        elif step == "fold":
            past = history.past(day.isoformat())
            history = History(Sm2(), renames, past, read_all)
        scratch = from_scratch(known, renames)
        if step == "ask":
            assert told_of_day(history, day) == told_of_day(scratch, day)
        cards = scratch.reviewed_cards()
        assert history.reviewed_cards() == cards
        assert [*map(history.standing, cards)] == [*map(scratch.standing, cards)]
    assert told(history, LAST_FIRST) == told(from_scratch(known, renames), LAST_FIRST)


def folded(events: Sequence[Event], until: date, *known: Event) -> History:
    """A history of `events` that knows only those from `until` on by heart."""
    past = from_scratch(events, {}).past(until.isoformat())
    return History(Sm2(), {}, past, lambda: unread(*events, *known))


def unread(*events: Event) -> tuple[Event, ...]:
    raise StorageError("was read again", "")


def on(day: date, card: str = CARDS[0], **changes: Any) -> Event:
    return an_event(card, at=instant(day, 0), day=day, **changes)


def undo_of(event: Event, day: date) -> Event:
    kind = EventKind.UNDO
    return on(day, event.card, kind=kind, target=event.id, rating=None, quality=None)


def test_a_usual_day_reads_nothing_again() -> None:
    events = [on(DAYS[0]), on(DAYS[1], CARDS[1]), on(DAYS[4])]
    history, scratch = folded(events, DAYS[3]), from_scratch(events, {})
    review, later = on(DAYS[5]), on(DAYS[5], CARDS[1], kind=EventKind.DRILL)
    undo = undo_of(review, DAYS[5])
    for each in (history, scratch):
        each.add([review, later])
        each.add([undo])
    assert told_of_day(history, DAYS[5]) == told_of_day(scratch, DAYS[5])
    assert [*map(history.standing, CARDS)] == [*map(scratch.standing, CARDS)]
    assert [*map(history.answer_count, CARDS)] == [*map(scratch.answer_count, CARDS)]
    assert history.study_days() == scratch.study_days()


def test_a_past_may_end_later_and_never_earlier() -> None:
    events = [on(day) for day in DAYS]
    history = folded(events, DAYS[3])
    assert history.past(DAYS[5].isoformat()) == from_scratch(events, {}).past(
        DAYS[5].isoformat()
    )
    assert history.past(DAYS[1].isoformat()).until == DAYS[3].isoformat()


@pytest.mark.parametrize(
    "event",
    [on(DAYS[1]), undo_of(on(DAYS[1]), DAYS[4]), on(DAYS[1])._replace(day=DAYS[5])],
)
def test_what_reaches_behind_the_past_reads_everything(event: Event) -> None:
    history = folded([on(DAYS[0]), on(DAYS[4])], DAYS[3])
    with pytest.raises(StorageError, match="was read again"):
        history.add([event])


def test_a_failure_to_read_everything_changes_nothing() -> None:
    events = [on(DAYS[0]), on(DAYS[4])]
    history = folded(events, DAYS[3])
    with pytest.raises(StorageError):
        history.add([on(DAYS[1]), on(DAYS[5], CARDS[1])])
    assert history.reviewed_cards() == {CARDS[0]}
    assert history.standing(CARDS[0]) == from_scratch(events, {}).standing(CARDS[0])
