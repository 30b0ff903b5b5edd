"""What is known follows from the set of all reviews, however their files came to be."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import DAY_0, an_event
from pmflash.doctor.shared.figures import figures_of
from pmflash.model.event import Event, EventKind
from pmflash.model.rating import FOUR_BUTTONS
from pmflash.scheduling.sm2 import Sm2
from pmflash.storage.journal import Journals
from pmflash.storage.journal_line import encode_event, encode_header
from pmflash.storage.locations import Locations
from pmflash.study.history import History
from pmflash.study.proof import proof_of
from pmflash.study.tally import tallied

CARDS = ("deck/a/answer", "deck/b/answer")
DAYS = tuple(DAY_0 + timedelta(days=ahead) for ahead in (0, 1, 7))
FILES = ("laptop", "phone", "laptop (conflicted copy)")
UNHURRIED = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)


@st.composite
def logs(draw: st.DrawFn) -> list[Event]:
    """Events of several devices: at the same instants, and on clocks that disagree."""
    events: list[Event] = []
    for serial in range(draw(st.integers(1, 14))):
        day = draw(st.sampled_from(DAYS))
        plain = an_event(
            draw(st.sampled_from(CARDS)),
            id=f"{draw(st.integers(0, 9))}{serial:015x}",
            day=day,
            at=f"{day}T{draw(st.integers(6, 9)):02}:00:00.000000Z",
            rating=None,
            quality=None,
        )
        events.append(draw(filled(plain, events)))
    return events


@st.composite
def filled(draw: st.DrawFn, plain: Event, earlier: list[Event]) -> Event:
    """A review, a mark, or an undo of anything, of another undo for example."""
    kind = draw(st.sampled_from([*EventKind, *[EventKind.UNDO] * 8]))
    if kind is EventKind.UNDO and earlier:
        target = draw(st.sampled_from(earlier))
        return plain._replace(kind=kind, card=target.card, target=target.id)
    if kind in {EventKind.REVIEW, EventKind.DRILL, EventKind.CRAM, EventKind.UNDO}:
        button = draw(st.sampled_from(FOUR_BUTTONS))
        kind = EventKind.REVIEW if kind is EventKind.UNDO else kind
        rated: dict[str, Any] = {"rating": button.rating, "quality": button.quality}
        return plain._replace(kind=kind, **rated)
    note = draw(st.sampled_from(["", "why?"])) if kind is EventKind.NOTE else ""
    return plain._replace(kind=kind, note=note)


@st.composite
def ways_apart(draw: st.DrawFn) -> tuple[list[Event], list[list[Event]]]:
    """A log, and the same events split, shuffled and doubled over several files."""
    events = draw(logs())
    files: list[list[Event]] = [[] for _ in FILES]
    for event in draw(st.permutations(events)):
        for number in draw(st.sets(st.integers(0, 2), min_size=1)):
            files[number] += [event] * draw(st.integers(1, 2))
    return events, files


def told(history: History) -> Iterator[object]:
    """Everything that a history says."""
    for card in CARDS:
        yield history.standing(card)
        yield [history.standing_before(card, day) for day in DAYS]
        yield history.events_of(card)
        yield history.answer_count(card)
    for day in DAYS:
        yield history.answers_on(day)
        yield history.marks_on(day)
        yield history.done_on(day)
        yield history.last_at(day)
    yield history.study_days()
    yield tallied(history, date(2026, 2, 1))


def history_of(events: list[Event]) -> History:
    history = History(Sm2())
    history.add(events)
    return history


@UNHURRIED
@given(ways_apart())
def test_how_the_reviews_are_filed_changes_nothing(
    apart: tuple[list[Event], list[list[Event]]],
) -> None:
    events, files = apart
    with TemporaryDirectory() as folder:
        home = Path(folder)
        locations = Locations(home, home, home, "laptop")
        locations.progress.mkdir()
        journals, history = Journals(locations), History(Sm2())
        for name, part in zip(FILES, files, strict=True):
            log = locations.progress / f"reviews-{name}.jsonl"
            log.write_bytes(encode_header(name) + b"".join(map(encode_event, part)))
            # One file after the other arrives while pmflash runs, and is made use of.
            history.add(journals.read_new())
            list(told(history))
        assert list(told(history)) == list(told(history_of(events)))
        at_once = History(Sm2())
        at_once.add(Journals(locations).read_new())
        assert list(told(at_once)) == list(told(history))


@UNHURRIED
@given(logs(), st.integers(1, 4))
def test_logs_that_are_concatenated_and_cut_anywhere_hold_the_same(
    events: list[Event], count: int
) -> None:
    lines = [encode_header("laptop"), *map(encode_event, events)]
    content = b"".join([*lines, *lines[count:]])
    with TemporaryDirectory() as folder:
        home = Path(folder)
        locations = Locations(home, home, home, "laptop")
        locations.progress.mkdir()
        log = locations.progress / "reviews-laptop.jsonl"
        # A log that grows while it is read, at first by half a line.
        whole, journals = len(content), Journals(locations)
        found: list[Event] = []
        for length in range(1, whole + 331, 331):
            log.write_bytes(content[:length])
            found += journals.read_new()
        log.write_bytes(content)
        found += journals.read_new()
    assert list(told(history_of(found))) == list(told(history_of(events)))
    assert len(found) == len(events)


@UNHURRIED
@given(logs(), st.randoms(use_true_random=False))
def test_the_order_in_which_reviews_arrive_changes_nothing(
    events: list[Event], dice: Any
) -> None:
    shuffled = dice.sample(events, len(events))
    history = History(Sm2())
    for event in shuffled:
        history.add([event])
        list(told(history))
    assert list(told(history)) == list(told(history_of(events)))


@UNHURRIED
@given(logs(), st.sampled_from([{}, {"deck/a": "deck/c"}, {"deck/a": "deck/b"}]))
def test_what_is_known_is_what_the_doctor_proves(
    events: list[Event], renames: dict[str, str]
) -> None:
    history = History(Sm2(), renames)
    history.add(events)
    proof = proof_of(events, Sm2(), renames)
    assert proof.cards.keys() == history.reviewed_cards()
    assert proof.study_days == history.study_days()
    for name, card in proof.cards.items():
        known = figures_of(history.standing(name), history.answer_count(name))
        assert figures_of(card, card.answer_count) == known
        counting = tuple(event for event in proof.counting if event.card == name)
        assert counting == history.events_of(name)
