"""A learner whose system refuses every so many calls, in the middle of an answer."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest

from learner import BUTTON, Learner, a_learner, deck_of, use_builtin
from pmflash.collection import Collection
from pmflash.model.event import EventKind
from pmflash.model.failure import StorageError
from pmflash.study.session import Session

STEPS = 60
NUMBERS = (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EACCES)
ACTS = (*["rate"] * 6, "undo", "redo", "suspend", "flag")


class Faults:
    """Lets calls fail by chance, before, after or in the middle of their work."""

    def __init__(self, dice: Random, monkeypatch: pytest.MonkeyPatch) -> None:
        self._dice = dice
        self._are_on = False
        self._patch = monkeypatch

    def strike(self, *names: str) -> None:
        """Let these calls of the system fail while an answer is saved."""
        for name in names:
            self._patch.setattr(os, name, self._failing(getattr(os, name)))

    @contextmanager
    def on(self) -> Iterator[None]:
        """Let them come now."""
        self._are_on = True
        try:
            yield
        finally:
            self._are_on = False

    def _failing(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def failing(*given: Any, **named: Any) -> Any:
            if not self._are_on or self._dice.random() > 0.1:
                return real(*given, **named)
            if real.__name__ == "write":
                descriptor, content = given
                real(descriptor, content[: self._dice.randrange(len(content) + 1)])
            elif real.__name__ == "fsync" and self._dice.random() < 0.5:
                real(*given)
            raise OSError(self._dice.choice(NUMBERS), "refused")

        return failing


@pytest.fixture
def learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Learner:
    """A learner of a hundred cards."""
    use_builtin(tmp_path / "nothing", monkeypatch)
    learner = a_learner(tmp_path)
    learner.writes("decks/biology.yaml", deck_of(100))
    learner.writes("settings.yaml", "new_per_day: 100\n")
    return learner


def after(collection: Collection, session: Session, act: str, dice: Random) -> Session:
    """The session after `act`."""
    if act in {"undo", "redo"}:
        take = collection.undo if act == "undo" else collection.redo
        return take(session)
    assert session.turn is not None
    if act == "rate":
        return collection.answer(session, dice.choice([*BUTTON.values()]), 1000)
    return collection.marked(session, EventKind(act), session.turn.card)


def sit(learner: Learner, dice: Random, faults: Faults) -> int:
    """Do many things with some restarts; return how many were told as saved.

    What the last program knew has to be what the log says.
    """
    collection = learner.opens()
    session, saved = collection.session(), 0
    for act in dice.choices(ACTS, k=STEPS):
        if dice.random() < 0.1:
            collection = learner.opens()
            session = collection.session()
        done = session
        with suppress(StorageError), faults.on():
            done = after(collection, session, act, dice)
        saved += done is not session
        session = collection.refreshed(done)
    again = learner.opens()
    assert again.session() == session
    for card in (card.id for card in session.plan):
        assert again.standing(card) == collection.standing(card)
    return saved


@pytest.mark.parametrize("seed", range(12))
def test_what_is_told_as_saved_is_saved_and_nothing_else(
    learner: Learner, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    dice = Random(seed)
    faults = Faults(dice, monkeypatch)
    faults.strike("open", "write", "fsync")
    saved = sit(learner, dice, faults)
    assert saved == len(learner.saved()) < STEPS
    assert learner.opens().notices == ()


@pytest.mark.parametrize("seed", range(12))
def test_a_line_that_cannot_be_taken_back_either_counts_once(
    learner: Learner, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    dice = Random(seed)
    faults = Faults(dice, monkeypatch)
    faults.strike("open", "write", "fsync", "ftruncate")
    told, saved = sit(learner, dice, faults), learner.saved()
    assert told <= len(saved) <= STEPS
    assert len({event.id for event in saved}) == len(saved)
