"""Two processes of pmflash that rate the cards of one home at the same time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from learner import MORNING, Learner, a_learner, deck_of
from pmflash.storage.journal import Journals

ROUNDS = int(os.environ.get("PMFLASH_TEST_ROUNDS", "100"))
"""Cards that each of the two rates; 1,000 takes some minutes."""

RATING = """
import sys
from pathlib import Path
from pmflash.clock import find_clock
from pmflash.collection import Collection
from pmflash.model.rating import FOUR_BUTTONS
from pmflash.storage.locations import Locations

home, device, deck, other, moment = sys.argv[1:]
folder = Path(home).parent
locations = Locations(Path(home), folder / device, folder, device)
collection = Collection(locations, find_clock({"PMFLASH_NOW": moment}))
session = collection.session(collection.scope([deck]))


def on_disk():
    logs = (Path(home) / "progress").glob("reviews-*.jsonl")
    lines = [line for log in logs for line in log.read_bytes().split(b"\\n")[:-1]]
    return [line for line in lines if f'"card":"{other}/'.encode() in line]


print("ready", flush=True)
sys.stdin.readline()
missed = 0
for number in range(len(session.plan)):
    there = len(on_disk()) if number % 10 == 0 else 0
    session = collection.refreshed(session)
    theirs = collection.session(collection.scope([other])).answers
    missed += len(theirs) < there
    session = collection.answer(session, FOUR_BUTTONS[2], 1000)
sys.exit(missed)
"""


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    """A learner of two decks, each of as many cards as there are rounds."""
    learner = a_learner(tmp_path)
    for deck in ("first", "second"):
        learner.writes(f"decks/{deck}.yaml", deck_of(ROUNDS, deck))
    learner.writes("settings.yaml", f"new_per_day: {2 * ROUNDS}\n")
    return learner


def start(
    learner: Learner, device: str, deck: str, other: str
) -> subprocess.Popen[str]:
    """A process that rates `deck` once it is told, and counts what it did not see."""
    home = str(learner.locations.home)
    words = [home, device, deck, other, MORNING.isoformat()]
    return subprocess.Popen(
        [sys.executable, "-c", RATING, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("second", ["phone", "laptop"])
def test_two_who_review_at_once_lose_nothing_and_see_each_other(
    learner: Learner, second: str
) -> None:
    both = [
        start(learner, "laptop", "first", "second"),
        start(learner, second, "second", "first"),
    ]
    assert [each.stdout and each.stdout.readline() for each in both] == ["ready\n"] * 2
    for each in both:
        assert each.stdin
        each.stdin.write("\n")
        each.stdin.flush()
    assert [each.wait(timeout=600) for each in both] == [0, 0]
    journals = Journals(learner.locations)
    events = journals.read_new()
    assert len({event.card for event in events}) == len(events) == 2 * ROUNDS
    assert journals.notices == ()
    logs = {log.name for log in learner.locations.progress.glob("*.jsonl")}
    assert logs == {"reviews-laptop.jsonl", f"reviews-{second}.jsonl"}
