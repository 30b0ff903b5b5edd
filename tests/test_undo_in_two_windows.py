"""Undo and redo in two windows that know of each other late, against a plain stack."""

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from learner import BUTTON, Learner, a_learner, deck_of, use_builtin
from pmflash.collection import ChangedElsewhere, Collection
from pmflash.model.event import Event, EventKind
from pmflash.study.session import Session
from pmflash.study.standing import Standing

CARDS = tuple(f"biology/f{n:02}/answer" for n in range(1, 7))
MARKS = (EventKind.SUSPEND, EventKind.BURY, EventKind.FLAG)
BROWSED = (EventKind.RESET, EventKind.RESUME, EventKind.NOTE, *MARKS)
WINDOW = st.integers(0, 1)


@dataclass
class Window:
    """A window of pmflash, and the session on its screen, which may be out of date."""

    collection: Collection
    session: Session
    seen: dict[str, Standing] = field(default_factory=dict)
    """Where cards stood when the learner looked at them last."""

    def show(self) -> None:
        self.seen = {card: self.collection.standing(card) for card in CARDS}


@dataclass
class Day:
    """What a learner would expect: what was done in order, and what was taken back."""

    done: list[Event] = field(default_factory=list)
    undone: list[Event] = field(default_factory=list)
    lines: int = 0

    def do(self, act: Event) -> None:
        self.done.append(act)
        self.undone.clear()

    def undo(self) -> None:
        self.undone.append(self.done.pop())

    def redo(self) -> None:
        self.done.append(self.undone.pop())

    def standing(self, card: str) -> tuple[bool, bool, bool, bool, str]:
        """Whether a card is reviewed, suspended, buried and flagged, and its note."""
        reviewed = suspended = buried = flagged = False
        note = ""
        for act in self.done:
            if act.card != card:
                continue
            match act.kind:
                case EventKind.REVIEW:
                    reviewed = True
                case EventKind.RESET:
                    reviewed = False
                case EventKind.SUSPEND:
                    suspended = True
                case EventKind.RESUME:
                    suspended = buried = False
                case EventKind.BURY:
                    buried = True
                case EventKind.FLAG:
                    flagged = not flagged
                case EventKind.NOTE:
                    note = act.note
        return reviewed, suspended, buried, flagged, note


class TwoWindows(RuleBasedStateMachine):
    """Two windows, of which either may be left and started again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr("os.fsync", lambda _: None)
        place = Path(self.folder.name)
        use_builtin(place / "nothing", self.patch)
        self.learner: Learner = a_learner(place)
        self.learner.writes("decks/biology.yaml", deck_of(len(CARDS)))
        self.day = Day()
        self.windows = [self.opened() for _ in range(2)]

    def opened(self) -> Window:
        collection = self.learner.opens()
        window = Window(collection, collection.session())
        window.show()
        return window

    def teardown(self) -> None:
        self.patch.undo()
        self.folder.cleanup()

    def new_event(self) -> Event | None:
        """The event that was saved since the last look, where there is one."""
        saved = self.learner.saved()
        count, self.day.lines = len(saved) - self.day.lines, len(saved)
        assert count in {0, 1}
        return saved[-1] if count else None

    @rule(number=WINDOW)
    def restart(self, number: int) -> None:
        self.windows[number] = self.opened()

    @rule(number=WINDOW)
    def look(self, number: int) -> None:
        window = self.windows[number]
        window.session = window.collection.refreshed(window.session)
        window.show()

    @rule(number=WINDOW)
    def skip(self, number: int) -> None:
        window = self.windows[number]
        if window.session.turn is not None:
            window.session = window.session.skipping(window.session.turn.card)

    @rule(number=WINDOW, label=st.sampled_from(sorted(BUTTON)))
    def rate(self, number: int, label: str) -> None:
        window = self.windows[number]
        turn = window.session.turn
        if turn is None:
            return
        try:
            after = window.collection.answer(window.session, BUTTON[label], 1000)
        except ChangedElsewhere:
            assert self.new_event() is None
            self.look(number)
            assert window.session.turn != turn
            return
        event = self.new_event()
        assert event is not None
        assert (event.card, event.kind) == (turn.card, turn.kind)
        window.session = after
        self.day.do(event)

    @rule(number=WINDOW, kind=st.sampled_from(MARKS))
    def mark(self, number: int, kind: EventKind) -> None:
        window = self.windows[number]
        self.look(number)
        if window.session.turn is None:
            return
        card = window.session.turn.card
        window.session = window.collection.marked(window.session, kind, card)
        self.take_mark()

    @rule(number=WINDOW, kind=st.sampled_from(BROWSED), card=st.sampled_from(CARDS))
    def browse(self, number: int, kind: EventKind, card: str) -> None:
        window = self.windows[number]
        note = f"note {self.day.lines}" if kind is EventKind.NOTE else ""
        window.collection.mark(kind, card, note)
        window.session = window.collection.session()
        self.take_mark()

    @rule(number=WINDOW, card=st.sampled_from(CARDS[:2]))
    def switch(self, number: int, card: str) -> None:
        window = self.windows[number]
        seen = window.seen[card]
        *_, is_flagged, _ = self.day.standing(card)
        try:
            window.collection.mark(EventKind.FLAG, card, seen=seen)
        except ChangedElsewhere:
            assert self.new_event() is None
            assert seen.is_flagged != is_flagged
        else:
            assert seen.is_flagged == is_flagged
            self.take_mark()
        window.session = window.collection.session()
        window.show()

    def take_mark(self) -> None:
        event = self.new_event()
        assert event is not None
        self.day.do(event)

    @rule(number=WINDOW)
    def undo(self, number: int) -> None:
        window = self.windows[number]
        if window.session.fresh_skips:
            window.session = window.session.unskipping()
            return
        last = window.collection.last_act(window.session)
        window.session = window.collection.undo(window.session)
        if self.new_event() is not None:
            assert self.day.done[-1] == last
            self.day.undo()
        else:
            assert last is None or self.day.done[-1:] != [last]

    @rule(number=WINDOW)
    def redo(self, number: int) -> None:
        window = self.windows[number]
        undone = window.session.undone
        window.session = window.collection.redo(window.session)
        if self.new_event() is not None:
            assert self.day.undone[-1] == undone
            self.day.redo()
        else:
            assert undone is None or self.day.undone[-1:] != [undone]

    @invariant()
    def every_start_knows_what_was_done(self) -> None:
        self.check(self.opened())

    @invariant()
    def every_window_that_looks_knows_what_was_done(self) -> None:
        for window in self.windows:
            collection = window.collection
            now = Window(collection, collection.refreshed(window.session))
            assert now.session == collection.session()
            self.check(now)

    def check(self, window: Window) -> None:
        collection, session, day = window.collection, window.session, self.day
        assert [each.act for each in session.taken_back] == day.undone
        assert collection.last_act(session) == (day.done[-1] if day.done else None)
        for card in CARDS:
            now = collection.standing(card)
            told = (
                now.state is not None,
                now.is_suspended,
                now.buried_on is not None,
                now.is_flagged,
                now.note,
            )
            assert told == day.standing(card)


TwoWindows.TestCase.settings = settings(
    max_examples=15, stateful_step_count=25, deadline=None
)
test_two_windows_undo_and_redo_as_one_would = TwoWindows.TestCase
