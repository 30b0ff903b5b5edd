from itertools import product

from builders import DAY_0, an_event
from pmflash.model.event import Event, EventKind
from pmflash.model.rating import Rating
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.history import History
from pmflash.study.proof import proved_states

CARD = "flexport/a/answer"
MOVES = ("good", "again", "undo", "undo-first", "reset", "drill")


def played(moves: tuple[str, ...]) -> list[Event]:
    """The events of a learner who does this."""
    events = [an_event(CARD)]
    for move in moves:
        target = events[0 if move == "undo-first" else -1].id
        if move.startswith("undo"):
            plain = an_event(CARD, kind=EventKind.UNDO, target=target)
        elif move in {"reset", "drill"}:
            plain = an_event(CARD, kind=EventKind(move))
        else:
            plain = an_event(CARD, rating=Rating(move))
        events.append(plain)
    return events


def test_both_replays_agree_on_every_short_history() -> None:
    for moves in product(MOVES, repeat=4):
        events = played(moves)
        history = History(Sm2())
        history.add(events)
        proved = proved_states(reversed(events), Sm2(), {})
        assert proved == {CARD: history.standing(CARD).state}, moves


def test_a_thousand_undos_of_undos_are_followed() -> None:
    assert proved_states(played(("undo",) * 1001), Sm2(), {}) == {CARD: None}
    (state,) = proved_states(played(("undo",) * 1002), Sm2(), {}).values()
    assert state is not None


def test_what_was_learnt_under_a_former_name_counts() -> None:
    proved = proved_states([an_event(CARD)], Sm2(), {"flexport/a": "flexport/b"})
    state = proved["flexport/b/answer"]
    assert state is not None
    assert state.last_on == DAY_0


def test_events_that_undo_each_other_end_the_proof_all_the_same() -> None:
    first = an_event(CARD, kind=EventKind.UNDO, id="1", target="2")
    second = an_event(CARD, kind=EventKind.UNDO, id="2", target="1")
    assert proved_states([first, second, an_event(CARD)], Sm2(), {})[CARD] is not None
