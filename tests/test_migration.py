"""Homes written by earlier versions, and by later ones that we must not touch."""

import json
import shutil
from pathlib import Path

import pytest

from learner import Learner, Watch, use_builtin
from pmflash.model.event import EventKind
from pmflash.model.failure import StorageError
from pmflash.scheduling.sm2 import ease_percent
from pmflash.storage.journal_line import FORMAT, encode_header
from pmflash.storage.locations import Locations
from pmflash.study.standing import Standing

HOMES = Path(__file__).parent / "homes"
VERSIONS = sorted(folder.name for folder in HOMES.iterdir() if folder.is_dir())


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def learner(version: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Learner:
    """A learner whose home an earlier version has left."""
    use_builtin(tmp_path / "nothing", monkeypatch)
    home, cache, state = (tmp_path / name for name in ("home", "cache", "state"))
    shutil.copytree(HOMES / version, home)
    watch = Watch()
    watch.set("2026-03-01T08:00:00+01:00")
    return Learner(Locations(home, cache, state, "laptop"), watch)


def files_of(home: Path) -> dict[str, bytes]:
    """Every file that progress and content are made of."""
    names = ("progress/*.jsonl", "seeds/*", "decks/*", "settings.yaml")
    files = (file for name in names for file in home.glob(name))
    return {file.relative_to(home).as_posix(): file.read_bytes() for file in files}


def where_cards_stand(learner: Learner) -> dict[str, object]:
    """Every card that the log speaks of, as golden files tell of it."""
    collection = learner.opens()
    cards = sorted({event.card for event in learner.saved()})
    return {card: told(collection.standing(card)) for card in cards}


def told(standing: Standing) -> dict[str, object]:
    state = standing.state
    return {
        "due_on": str(state.due_on) if state else None,
        "interval_days": state.interval_days if state else None,
        "ease_percent": ease_percent(state),
        "lapses": state.lapses if state else None,
        "reviews": standing.review_count,
        "is_suspended": standing.is_suspended,
        "buried_on": str(standing.buried_on) if standing.buried_on else None,
        "is_flagged": standing.is_flagged,
        "note": standing.note,
        "rev": standing.rev,
    }


def test_every_card_stands_where_it_stood(learner: Learner, version: str) -> None:
    expected = json.loads((HOMES / f"{version}-cards.json").read_text("utf-8"))
    assert where_cards_stand(learner) == expected


def test_opening_an_earlier_home_changes_nothing_in_it(
    learner: Learner, version: str
) -> None:
    collection = learner.opens()
    collection.overview()
    assert (collection.notices, collection.diagnostics) == ((), ())
    assert files_of(learner.locations.home) == files_of(HOMES / version)


def test_answers_are_added_behind_what_was_there(
    learner: Learner, version: str
) -> None:
    learner.opens().mark(EventKind.FLAG, "cells/wall/answer")
    before, after = files_of(HOMES / version), files_of(learner.locations.home)
    name = "progress/reviews-laptop.jsonl"
    assert after.pop(name).startswith(before.pop(name))
    assert after == before


def test_the_first_home_knows_every_kind_of_event() -> None:
    logs = (HOMES / "v1" / "progress").glob("*.jsonl")
    lines = [line for log in logs for line in log.read_text("utf-8").splitlines()]
    kinds = {json.loads(line).get("kind", "") for line in lines}
    assert kinds == {
        *("", "review", "drill", "cram", "undo", "suspend", "resume", "bury"),
        *("reset", "flag", "note"),
    }


def test_a_home_of_a_newer_version_is_refused_and_left_alone(learner: Learner) -> None:
    (line,) = encode_header("phone").splitlines()
    newer = line.replace(b'"format":%d' % FORMAT, b'"format":%d' % (FORMAT + 1))
    phone = learner.locations.progress / "reviews-phone.jsonl"
    phone.write_bytes(newer.partition(b',"sum"')[0] + b"}\n" + phone.read_bytes())
    before = files_of(learner.locations.home)
    with pytest.raises(StorageError, match="written by a newer pmflash"):
        learner.opens()
    assert files_of(learner.locations.home) == before
