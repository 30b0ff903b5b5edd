"""The review log as another program reads it, by what the README says and no more."""

import json
import re
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any
from zlib import crc32

import pytest

from builders import DAY_0, an_event
from learner import BUTTON, Learner, a_learner, deck_of, use_builtin
from pmflash.model.event import EventKind
from pmflash.model.rating import SIX_GRADES
from pmflash.scheduling.sm2 import Sm2
from pmflash.storage.journal_line import decode_event, encode_event, encode_header
from pmflash.study.history import History

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
THE_REVIEW_LOG = README.partition("### The review log")[2].partition("\n### ")[0]
CARDS = [f"biology/f{number:02}/answer" for number in range(1, 5)]


# This program knows nothing of pmflash.


def due_dates(progress: Path) -> dict[str, date]:
    """When each card is due that is not new."""
    logs = progress.glob("*reviews-*.jsonl")
    events = {}
    for line in (line for log in logs for line in log.read_bytes().splitlines()):
        body, _, rest = line.rpartition(b',"sum":"')
        if rest == b'%08x"}' % crc32(body) and b'"pmflash"' not in body[:12]:
            event = json.loads(line)
            events[event["id"]] = event

    def is_undone(event: dict[str, Any]) -> bool:
        undos = (each for each in events.values() if each.get("target") == event["id"])
        return any(not is_undone(undo) for undo in undos)

    cards: dict[str, tuple[int, int, Fraction, date]] = {}
    for event in sorted(events.values(), key=lambda each: (each["at"], each["id"])):
        card = event["card"]
        if event["kind"] == "review" and not is_undone(event):
            day = date.fromisoformat(event["day"])
            new = (0, 0, Fraction("2.50"), date.min)
            cards[card] = reviewed(*cards.get(card, new), event["quality"], day)
        elif event["kind"] == "reset" and not is_undone(event):
            cards.pop(card, None)
    return {
        card: on + timedelta(interval) for card, (_, interval, _, on) in cards.items()
    }


def reviewed(
    n: int, interval: int, ease: Fraction, last: date, q: int, day: date
) -> tuple[int, int, Fraction, date]:
    """What SM-2 makes of a card: n, interval, ease, and the day of the review."""
    is_early = last != date.min and day < last + timedelta(interval)
    if q >= 3 and is_early:
        elapsed = max(0, min(interval, (day - last).days))
        grown = max(interval, min(36_500, round(elapsed * ease)))
        return (n, interval, ease, day) if n < 2 else (n + 1, grown, ease, day)
    longer = {0: 1, 1: 6}.get(n) or min(36_500, round(interval * ease))
    n, interval = (0, 1) if q < 3 else (n + 1, longer)
    change = Fraction("0.1") - (5 - q) * (Fraction("0.08") + (5 - q) * Fraction("0.02"))
    return n, interval, max(Fraction("1.30"), ease + change), day


# Here it ends.


@pytest.fixture
def learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Learner:
    """A learner of four cards."""
    use_builtin(tmp_path / "nothing", monkeypatch)
    learner = a_learner(tmp_path)
    learner.writes("decks/biology.yaml", deck_of(4))
    return learner


def study(learner: Learner, dice: Random, grades: str) -> None:
    """Do something on one day: rate, undo, redo, mark."""
    collection = learner.opens()
    session = collection.session()
    buttons = SIX_GRADES if grades == "wozniak" else tuple(BUTTON.values())
    for act in dice.choices(["rate"] * 6 + ["undo", "redo", "reset", "flag"], k=7):
        if act == "rate":
            session = collection.answer(session, dice.choice(buttons), 1000)
        elif act in {"undo", "redo"}:
            take = collection.undo if act == "undo" else collection.redo
            session = take(session)
        else:
            collection.mark(EventKind(act), dice.choice(CARDS))
            session = collection.session()


@pytest.mark.parametrize("grades", ["buttons", "wozniak"])
@pytest.mark.parametrize("seed", range(4))
def test_another_program_works_out_the_same_due_dates(
    learner: Learner, seed: int, grades: str
) -> None:
    learner.writes("settings.yaml", f"grades: {grades}\n")
    dice, day = Random(seed), DAY_0
    for _ in range(12):
        day += timedelta(days=dice.choice([1, 1, 2, 6, 20, -1]))
        learner.watch.morning_of(day)
        learner.locations.device = dice.choice(["laptop", "phone"])
        study(learner, dice, grades)
    collection = learner.opens()
    known = {card: collection.due_on(card) for card in CARDS}
    told = due_dates(learner.locations.progress)
    assert told == {card: due for card, due in known.items() if due}
    assert told


@pytest.mark.parametrize("seed", range(20))
def test_another_program_knows_what_early_and_late_reviews_do(
    tmp_path: Path, seed: int
) -> None:
    dice, day, events = Random(seed), DAY_0, []
    for _ in range(30):
        day += timedelta(days=dice.choice([-2, 0, 1, 3, 6, 15, 40, 400]))
        quality = dice.choice([0, 2, 3, 4, 4, 5, 5])
        events.append(an_event(CARDS[0], day=day, quality=quality))
    log = tmp_path / "reviews-laptop.jsonl"
    log.write_bytes(encode_header("laptop") + b"".join(map(encode_event, events)))
    history = History(Sm2())
    history.add(events)
    state = history.standing(CARDS[0]).state
    assert state is not None
    assert due_dates(tmp_path) == {CARDS[0]: state.due_on}


def test_the_readme_shows_a_line_as_pmflash_writes_it() -> None:
    (line,) = re.findall(r'```json\n({"id":.*)\n```', README)
    event = decode_event(line.encode())
    assert event is not None
    assert event.card == "flexport/four-p/parts"


def test_the_readme_names_every_kind_of_event_and_every_field() -> None:
    fields = ("at", "offset", "day", "kind", "target", "note", "ms", "spoken", "rev")
    for word in (*EventKind, *fields, "sum", "quality"):
        assert f"`{word}`" in THE_REVIEW_LOG
