"""Two windows on one home, in which anything is done, edited and studied in turns."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from learner import BUTTON, Learner, a_learner, use_builtin
from pmflash.collection import Collection
from pmflash.doctor import standings, state_file
from pmflash.doctor.base import Case, Finding
from pmflash.model.event import EventKind
from pmflash.study.session import Session

STEPS = 40
MARKS = ("suspend", "resume", "bury", "reset", "flag")
ACTS = (
    *(["rate"] * 6),
    *("undo", "undo", "redo", "mark", "rename", "revise", "reword"),
    *("scheduler", "restart", "sleep", "snapshot", "look"),
)


class Desk:
    """A learner at two windows, with an editor beside them."""

    def __init__(self, learner: Learner, dice: Random) -> None:
        self.learner, self.dice = learner, dice
        self.ids = [[f"f{number}"] for number in range(8)]
        """Every id that each fact has had, the present one at the end."""
        self.revs, self.words = [0] * 8, [0] * 8
        self.write()
        self.write_settings("listing")
        self.windows = [learner.opens() for _ in range(2)]
        self.sessions = [window.session() for window in self.windows]

    def write(self) -> None:
        self.learner.writes("decks/biology.yaml", "".join(self.lines()))

    def lines(self) -> Iterator[str]:
        yield "title: Biology\nfacts:\n"
        for number, (*former, name) in enumerate(self.ids):
            asked = f"q: Question {number}?, a: Answer {number}.{self.words[number]}"
            formerly = f"formerly: [{', '.join(former)}]"
            yield f"  - {{id: {name}, {asked}, rev: {self.revs[number]}, {formerly}}}\n"

    def write_settings(self, variant: str) -> None:
        self.learner.writes("settings.yaml", f"new_per_day: 5\nsm2: {variant}\n")

    def does(self, act: str, number: int) -> None:
        """Do something outside of the windows, or in the one of that number."""
        fact = self.dice.randrange(8)
        match act:
            case "rename":
                self.ids[fact].append(f"g{len(self.ids[fact])}-{fact}")
            case "revise":
                self.revs[fact] += 1
            case "reword":
                self.words[fact] += 1
            case "scheduler":
                self.write_settings(self.dice.choice(("text", "listing")))
            case "sleep":
                self.learner.watch.moment += timedelta(days=self.dice.choice((1, 2, 9)))
            case "restart":
                self.windows[number] = self.learner.opens()
                self.sessions[number] = self.windows[number].session()
            case "snapshot":
                self.windows[number].keep_snapshot(at_least=0)
            case _:
                self.sessions[number] = self.after(act, number)
        self.write()

    def after(self, act: str, number: int) -> Session:
        window, session = self.windows[number], self.sessions[number]
        if act not in {"undo", "redo"}:
            session = window.refreshed(session)
        turn = session.turn
        match act:
            case "undo":
                return window.undo(session)
            case "redo":
                return window.redo(session)
            case "mark" if turn:
                mark = EventKind(self.dice.choice(MARKS))
                return window.marked(session, mark, turn.card)
            case "rate" if turn:
                return window.answer(
                    session, self.dice.choice([*BUTTON.values()]), 1000
                )
        return session

    def catches_up(self, number: int) -> tuple[Collection, Session]:
        """What a window knows at its next card."""
        window = self.windows[number]
        session, _ = window.edited(self.sessions[number])
        self.sessions[number] = session = window.refreshed(session)
        return window, session


def known(collection: Collection, session: Session) -> tuple[object, ...]:
    standings = {card: collection.standing(card) for card in collection.logged_cards()}
    return session.today, session.plan, session.answers, standings


def wrong(learner: Learner, collection: Collection) -> list[Finding]:
    """What a window, and another program, know otherwise than the log."""
    case = Case(learner.locations, lambda: collection, learner.watch())
    return [*standings.look(case), *state_file.look(case)]


@pytest.mark.parametrize("seed", range(6))
def test_a_window_knows_at_its_next_card_what_a_start_would_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr("os.fsync", lambda _: None)
    use_builtin(tmp_path / "nothing", monkeypatch)
    dice, learner = Random(seed), a_learner(tmp_path)
    desk = Desk(learner, dice)
    for act in dice.choices(ACTS, k=STEPS):
        number = dice.randrange(2)
        desk.does(act, number)
        window, session = desk.catches_up(number)
        started = learner.opens()
        assert known(window, session) == known(started, started.session())
        for each in (window, started):
            assert wrong(learner, each) == []
