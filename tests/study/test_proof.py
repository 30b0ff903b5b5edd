import ast
from dataclasses import replace
from datetime import timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from builders import DAY_0, an_event
from pmflash.doctor.shared.figures import figures_of
from pmflash.model.event import Event, EventKind
from pmflash.model.rating import Rating
from pmflash.model.renames import NO_RENAMES
from pmflash.scheduling.sm2 import Sm2
from pmflash.study import proof
from pmflash.study.history import History
from pmflash.study.proof import Proof, ProvedCard, proof_of

CARD = "flexport/a/answer"
ACTS: dict[str, dict[str, Any]] = {
    "good": {"rating": Rating.GOOD},
    "again": {"rating": Rating.AGAIN, "rev": 2},
    "spoken well": {"rating": Rating.GOOD, "spoken_seconds": 30},
    "spoken badly": {"rating": Rating.HARD, "spoken_seconds": 20},
    "spoken unrated": {"rating": None, "quality": None, "spoken_seconds": 15},
    "drill": {"kind": EventKind.DRILL, "spoken_seconds": 25},
    "cram": {"kind": EventKind.CRAM, "rating": Rating.AGAIN, "spoken_seconds": 10},
    "suspend": {"kind": EventKind.SUSPEND},
    "resume": {"kind": EventKind.RESUME},
    "bury": {"kind": EventKind.BURY},
    "reset": {"kind": EventKind.RESET},
    "flag": {"kind": EventKind.FLAG},
    "note": {"kind": EventKind.NOTE, "note": "why?"},
    "no note": {"kind": EventKind.NOTE},
}
MOVES = (*ACTS, "undo", "undo-first")
CHANGES: dict[str, dict[str, Any]] = {
    "drill": {
        "answer_count": 2,
        "last_spoken_seconds": 25,
        "best_spoken_seconds": 25,
    },
    "cram": {"answer_count": 2, "last_spoken_seconds": 10},
    "suspend": {"is_suspended": True},
    "bury": {"buried_on": DAY_0 + timedelta(days=1)},
    "reset": {"state": None},
    "flag": {"is_flagged": True},
    "note": {"note": "why?"},
}
"""What acts make of a card that was reviewed once."""


def played(moves: tuple[str, ...]) -> list[Event]:
    """The events of a learner who does this, a day each."""
    events: list[Event] = [an_event(CARD)]
    for day, move in enumerate(moves, 1):
        target = events[0 if move == "undo-first" else -1].id
        act = ACTS.get(move, {"kind": EventKind.UNDO, "target": target})
        events.append(an_event(CARD, day=DAY_0 + timedelta(days=day), **act))
    return events


def proved(events: list[Event]) -> Proof:
    return proof_of(reversed(events), Sm2(), NO_RENAMES)


def replayed(events: list[Event]) -> History:
    history = History(Sm2())
    history.add(events)
    return history


def test_both_replays_agree_on_every_short_history() -> None:
    for moves in product(MOVES, repeat=3):
        events = played(moves)
        history, found = replayed(events), proved(events)
        card = found.cards[CARD]
        assert figures_of(card, card.answer_count) == figures_of(
            history.standing(CARD), history.answer_count(CARD)
        ), moves
        assert found.study_days == history.study_days(), moves
        assert found.counting == history.events_of(CARD), moves


@pytest.mark.parametrize("act", CHANGES)
def test_a_mark_shows_in_the_proof_until_it_is_undone(act: str) -> None:
    before = proved(played(())).cards[CARD]
    after = replace(before, **CHANGES[act])
    assert proved(played((act,))).cards == {CARD: after}
    assert proved(played((act, "undo"))).cards == {CARD: before}
    assert proved(played((act, "undo", "undo"))).cards == {CARD: after}


def test_the_proof_shares_only_nouns_and_schedulers_with_what_it_proves() -> None:
    tree = ast.parse(Path(proof.__file__).read_text(encoding="utf-8"))
    found = (node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    ours = {name for name in found if name and name.startswith("pmflash.")}
    assert {name.split(".")[1] for name in ours} == {"model", "scheduling"}


def test_a_thousand_undos_of_undos_are_followed() -> None:
    assert proved(played(("undo",) * 1001)).cards == {CARD: ProvedCard()}
    assert proved(played(("undo",) * 1002)).cards[CARD].answer_count == 1


def test_what_was_learnt_under_a_former_name_counts() -> None:
    event = an_event(CARD)
    found = proof_of([event], Sm2(), {"flexport/a": "flexport/b"})
    assert found.cards["flexport/b/answer"].answer_count == 1
    assert found.counting == (event._replace(card="flexport/b/answer"),)


def test_events_that_undo_each_other_end_the_proof_all_the_same() -> None:
    first = an_event(CARD, kind=EventKind.UNDO, id="1", target="2")
    second = an_event(CARD, kind=EventKind.UNDO, id="2", target="1")
    found = proved([first, second, an_event(CARD)])
    assert found.cards[CARD].state is not None
