"""A start from `state.json` must know what a start without it knows."""

import json
import random
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import DAY_0, an_event
from histories import told
from learner import Learner, a_learner
from pmflash.log import Log
from pmflash.model.event import Event, EventKind
from pmflash.model.rating import Rating
from pmflash.model.renames import NO_RENAMES, Renames
from pmflash.model.settings import Settings
from pmflash.storage.journal import Journals
from pmflash.storage.journal_line import encode_event, encode_header, sealed
from pmflash.storage.journal_writer import append_line

CARDS = ("flexport/a/x", "flexport/a/y", "flexport/b/x")
DAYS = tuple(DAY_0 + timedelta(days=number) for number in range(24))
LAST_FIRST = DAYS[::-1]
RENAMES = ({"flexport/a": "flexport/c"}, {"flexport/b": "flexport/a"})
GOOD: dict[str, Any] = {
    "rating": Rating.GOOD,
    "quality": 4,
    "milliseconds": 4000,
    "spoken_seconds": 30,
}


@pytest.fixture(autouse=True)
def no_power_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here waits for the disk: what is tested is what files hold."""
    monkeypatch.setattr("os.fsync", lambda _: None)


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    return a_learner(tmp_path)


@pytest.fixture
def studied(learner: Learner) -> Learner:
    """A learner of three weeks with undos and marks, whose home has a snapshot."""
    for day in DAYS[:20]:
        studies(learner, day)
    return learner


def opened(learner: Learner, renames: Renames = NO_RENAMES) -> Log:
    return Log(learner.locations, learner.watch, Settings(), renames)


def state_file(learner: Learner) -> Path:
    return learner.locations.progress / "state.json"


def studies(learner: Learner, day: date) -> None:
    learner.watch.morning_of(day)
    log = opened(learner)
    for card in CARDS:
        last = log.save(EventKind.REVIEW, card, **GOOD)
    if day.day % 3 == 0:
        undo = log.save(EventKind.UNDO, last.card, target=last.id)
        log.save(EventKind.FLAG, CARDS[0])
        if day.day % 2 == 0:
            log.save(EventKind.UNDO, last.card, target=undo.id)
    log.keep_snapshot(at_least=1)


def knows(log: Log) -> dict[str, Any]:
    # That a log is gone, only a snapshot knows.
    notices = [notice for notice in log.notices if "was there" not in notice]
    return {**told(log.history, LAST_FIRST), "notices": notices}


def knows_without_snapshot(
    learner: Learner, renames: Renames = NO_RENAMES
) -> dict[str, Any]:
    state = state_file(learner)
    aside = state.with_name("aside")
    if state.exists():
        state.rename(aside)
    known = knows(opened(learner, renames))
    if aside.exists():
        aside.rename(state)
    return known


@pytest.fixture
def whole_reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many events each reading of logs has brought."""
    found: list[int] = []
    read_new = Journals.read_new

    def counted(journals: Journals) -> tuple[Event, ...]:
        events = read_new(journals)
        found.append(len(events))
        return events

    monkeypatch.setattr(Journals, "read_new", counted)
    return found


def test_a_start_reads_only_what_is_new(
    studied: Learner, whole_reads: list[int]
) -> None:
    studied.watch.morning_of(DAYS[20])
    opened(studied).save(EventKind.REVIEW, CARDS[0], **GOOD)
    log = opened(studied)
    today = DAYS[20]
    assert len(log.history.answers_on(today)) == 1
    assert log.history.standing_before(CARDS[0], today).state is not None
    assert len(log.history.study_days()) == 21
    assert log.history.standing(CARDS[1]).best_spoken_seconds == 30
    assert whole_reads == [0, 1]
    assert knows(log) == knows_without_snapshot(studied)


def test_a_log_that_is_gone_since_the_last_start_is_told(studied: Learner) -> None:
    log = studied.locations.progress / "reviews-laptop.jsonl"
    away = log.rename(log.with_name("away"))
    (notice,) = opened(studied).notices
    assert "reviews-laptop.jsonl` was there and is not any more" in notice
    away.rename(log)
    assert opened(studied).notices == ()


def test_a_few_new_events_are_not_worth_a_snapshot(learner: Learner) -> None:
    log = opened(learner)
    log.save(EventKind.REVIEW, CARDS[0], **GOOD)
    log.keep_snapshot()
    assert not state_file(learner).exists()


def test_a_snapshot_that_new_events_reach_behind_is_made_anew(
    studied: Learner, whole_reads: list[int]
) -> None:
    phone = studied.locations.progress / "reviews-phone.jsonl"
    phone.write_bytes(encode_event(an_event(CARDS[1], day=DAYS[1])))
    log = opened(studied)
    assert log.history.is_whole
    log.keep_snapshot()
    del whole_reads[:]
    assert not opened(studied).history.is_whole
    assert whole_reads == [0]


def test_every_cut_of_the_snapshot_leaves_all_as_it_was(studied: Learner) -> None:
    expected, whole = knows_without_snapshot(studied), state_file(studied).read_bytes()
    for length in range(0, len(whole), 61):
        state_file(studied).write_bytes(whole[:length])
        log = opened(studied)
        assert log.history.is_whole
    assert knows(log) == expected


def test_every_flipped_byte_of_the_snapshot_leaves_all_as_it_was(
    studied: Learner,
) -> None:
    expected, whole = knows_without_snapshot(studied), state_file(studied).read_bytes()
    for place in range(0, len(whole) - 1, 53):
        flipped = bytes([whole[place] ^ 1 << place % 8])
        state_file(studied).write_bytes(whole[:place] + flipped + whole[place + 1 :])
        log = opened(studied)
        assert log.history.is_whole
    assert knows(log) == expected


ODD: tuple[Any, ...] = (
    "x",
    "2026-99-01",
    None,
    1.5,
    True,
    7,
    [],
    {},
    ["x"],
    {"x": None},
)


def odd_versions(value: Any, depth: int = 0) -> Iterator[Any]:
    """What differs from `value`, any JSON, in one place, which holds an odd thing."""
    yield from (odd for odd in ODD if type(odd) is not type(value))
    if isinstance(value, dict):
        for name in [*value][:12]:
            yield {key: each for key, each in value.items() if key != name}
            yield from (
                {**value, name: odd} for odd in odd_versions(value[name], depth + 1)
            )
    if isinstance(value, list):
        for place in range(min(2, len(value)) if depth < 3 else len(value)):
            yield from (
                [*value[:place], odd, *value[place + 1 :]]
                for odd in odd_versions(value[place], depth + 1)
            )


def test_a_state_of_another_shape_stops_nobody_though_its_sum_is_right(
    studied: Learner,
) -> None:
    state = state_file(studied)
    record = json.loads(state.read_bytes())
    del record["sum"]
    for odd in odd_versions(record):
        state.write_bytes(sealed(odd) if isinstance(odd, dict) else b"")
        log = opened(studied)
        assert len(knows(log)["cards"]) >= len(CARDS)
        log.keep_snapshot(at_least=0)


def test_every_flipped_byte_of_a_log_counts_as_without_a_snapshot(
    studied: Learner,
) -> None:
    path = studied.locations.progress / "reviews-laptop.jsonl"
    whole = path.read_bytes()
    for place in range(5, len(whole), 997):
        flipped = bytes([whole[place] ^ 1])
        path.write_bytes(whole[:place] + flipped + whole[place + 1 :])
        log = opened(studied)
        assert log.history.is_whole
        assert knows(log) == knows_without_snapshot(studied)


def test_the_snapshot_of_another_home_is_of_no_use(
    studied: Learner, tmp_path: Path
) -> None:
    other = a_learner(tmp_path / "other")
    studies(other, DAYS[0])
    state_file(other).write_bytes(state_file(studied).read_bytes())
    assert opened(other).history.is_whole
    assert knows(opened(other)) == knows_without_snapshot(other)


def test_a_home_that_was_copied_keeps_the_use_of_its_snapshot(
    studied: Learner, tmp_path: Path
) -> None:
    other = a_learner(tmp_path / "other")
    other.locations.progress.mkdir(parents=True)
    for file in studied.locations.progress.iterdir():
        (other.locations.progress / file.name).write_bytes(file.read_bytes())
    other.watch.moment = studied.watch.moment
    assert not opened(other).history.is_whole
    assert knows(opened(other)) == knows_without_snapshot(studied)


@pytest.mark.parametrize("name", ["replay_mark", "__version__"])
def test_other_code_makes_no_use_of_the_snapshot(
    name: str, studied: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = "99" if name == "__version__" else lambda: "99"
    monkeypatch.setattr(f"pmflash.storage.snapshot.{name}", other)
    assert opened(studied).history.is_whole


def test_another_variant_of_sm2_makes_no_use_of_the_snapshot(studied: Learner) -> None:
    log = Log(studied.locations, studied.watch, Settings(sm2="text"))
    assert log.history.is_whole
    assert not opened(studied).history.is_whole


def test_other_renames_make_no_use_of_the_snapshot(studied: Learner) -> None:
    log = opened(studied, RENAMES[0])
    assert log.history.is_whole
    assert log.history.standing("flexport/c/x").review_count
    log.keep_snapshot(at_least=0)
    again = opened(studied, RENAMES[0])
    assert not again.history.is_whole
    assert knows(again) == knows(log)


def test_a_log_that_is_gone_takes_its_reviews_out_of_the_snapshot(
    studied: Learner,
) -> None:
    (studied.locations.progress / "reviews-laptop.jsonl").unlink()
    assert not opened(studied).history.reviewed_cards()


def test_damaged_lines_are_told_from_the_snapshot_as_from_the_log(
    studied: Learner,
) -> None:
    path = studied.locations.progress / "reviews-phone.jsonl"
    path.write_bytes(b"nonsense\n\xff\x00\n" + encode_event(an_event(CARDS[1])))
    opened(studied).keep_snapshot()
    log = opened(studied)
    assert not log.history.is_whole
    assert "lines 1, 2 are damaged" in log.notices[0]
    assert knows(log) == knows_without_snapshot(studied)


def test_what_was_appended_and_taken_away_again_is_in_no_snapshot(
    studied: Learner,
) -> None:
    path, before = (
        studied.locations.progress / "reviews-laptop.jsonl",
        state_file(studied).read_bytes(),
    )
    kept = path.read_bytes()
    log = opened(studied)
    log.save(EventKind.SUSPEND, CARDS[0])
    path.write_bytes(kept)
    log.keep_snapshot(at_least=1)
    assert state_file(studied).read_bytes() == before
    assert not opened(studied).history.standing(CARDS[0]).is_suspended


def test_an_event_whose_line_lacks_its_end_waits_for_another_snapshot(
    studied: Learner,
) -> None:
    path = studied.locations.progress / "reviews-phone.jsonl"
    path.write_bytes(encode_event(an_event(CARDS[1], day=DAYS[19]))[:-1])
    before = state_file(studied).read_bytes()
    opened(studied).keep_snapshot()
    assert state_file(studied).read_bytes() == before


def test_a_home_that_takes_no_file_does_without(
    studied: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, content: bytes, *, is_cache: bool) -> None:
        raise PermissionError

    state_file(studied).unlink()
    monkeypatch.setattr("pmflash.storage.snapshot.replace_file", refuse)
    log = opened(studied)
    log.keep_snapshot()
    assert not state_file(studied).exists()
    assert knows(log) == knows_without_snapshot(studied)


def test_a_home_that_went_away_is_not_made_anew_for_a_snapshot(
    studied: Learner,
) -> None:
    log = opened(studied)
    shutil.rmtree(studied.locations.home)
    log.keep_snapshot(at_least=0)
    assert not studied.locations.home.exists()


def test_other_programs_find_where_every_card_stands(studied: Learner) -> None:
    record = json.loads(state_file(studied).read_bytes())
    history = opened(studied).history
    assert record["fields"][:2] == ["answers", "due_on"]
    for card in CARDS:
        named = dict(zip(record["fields"], record["cards"][card], strict=False))
        state = history.standing(card).state
        assert state is not None
        assert named["due_on"] == state.due_on.isoformat()
        assert named["review_count"] == state.review_count
        assert named["answers"] == history.answer_count(card)


class Home:
    """Logs of several devices that random things happen to."""

    def __init__(self, learner: Learner, chance: random.Random) -> None:
        self.learner, self.chance = learner, chance
        self.progress = learner.locations.progress
        self.progress.mkdir(parents=True, exist_ok=True)
        self.events: list[Event] = []
        self.renames: Renames = NO_RENAMES

    def opened(self) -> Log:
        return opened(self.learner, self.renames)

    def is_known_by_snapshot(self) -> bool:
        without = knows_without_snapshot(self.learner, self.renames)
        return knows(self.opened()) == without

    def path(self) -> Path:
        return self.progress / f"reviews-{self.chance.choice('abc')}.jsonl"

    def lines(self, path: Path) -> list[bytes]:
        return path.read_bytes().splitlines(keepends=True) if path.exists() else []

    def append(self) -> None:
        """A device adds an answer or an undo, by a clock that may be days off."""
        chance, kind = self.chance, EventKind.REVIEW
        off_days = chance.choice((0, 0, 0, 0, 0, -1, 1, -12))
        day = self.learner.watch.moment.date() + timedelta(days=off_days)
        target = ""
        if self.events and chance.random() < 0.3:
            kind, target = EventKind.UNDO, chance.choice(self.events[-6:]).id
        elif chance.random() < 0.3:
            kind = chance.choice([each for each in EventKind if each is not kind])
        event = an_event(
            chance.choice(CARDS),
            id=f"{chance.getrandbits(64):016x}",
            kind=kind,
            target=target,
            day=day,
            at=f"{day}T{chance.randrange(24):02}:00:00.000000Z",
        )
        self.events.append(event)
        append_line(self.progress, self.chance.choice("abc"), encode_event(event))

    def own_answer(self) -> None:
        self.opened().save(EventKind.REVIEW, CARDS[0], **GOOD)

    def duplicate(self) -> None:
        """A program that syncs leaves a copy."""
        lines = self.lines(self.path())
        copy = self.progress / f"reviews-{self.chance.randrange(3)} (copy).jsonl"
        copy.write_bytes(b"".join(lines[: self.chance.randrange(len(lines) + 1)]))

    def shuffle(self) -> None:
        """A merge leaves lines in another order."""
        path = self.path()
        lines = self.lines(path)
        self.chance.shuffle(lines)
        path.write_bytes(b"".join(lines))

    def merge(self) -> None:
        """A merge puts two logs together."""
        path, other = self.path(), self.path()
        path.write_bytes(b"".join({*self.lines(path), *self.lines(other)}))

    def cut(self) -> None:
        """A log loses its end, or only the end of its last line."""
        path = self.path()
        whole = b"".join(self.lines(path))
        path.write_bytes(whole[: len(whole) - self.chance.choice((1, 30, 400))])

    def damage(self) -> None:
        path = self.path()
        whole = bytearray(b"".join(self.lines(path)) or encode_header("a"))
        whole[self.chance.randrange(len(whole))] ^= 1
        path.write_bytes(whole)

    def remove(self) -> None:
        self.path().unlink(missing_ok=True)

    def rename(self) -> None:
        """The learner gives facts other ids, or takes that back."""
        self.renames = self.chance.choice((NO_RENAMES, *RENAMES))

    def sleep(self) -> None:
        """Days pass, and rarely the other way round."""
        watch = self.learner.watch
        days = self.chance.choice((1, 1, 2, 9, -1, -10))
        watch.moment = max(watch.moment + timedelta(days=days), MORNING)

    def snapshot(self) -> None:
        self.opened().keep_snapshot(at_least=0)

    def later_snapshot(self) -> None:
        """A window that was open while others wrote keeps a snapshot."""
        log = self.opened()
        for deed in self.chance.choices((self.append, self.merge, self.cut), k=2):
            deed()
        log.save(EventKind.REVIEW, CARDS[1], **GOOD)
        log.keep_snapshot(at_least=0)


MORNING = a_learner(Path()).watch.moment
DEEDS: tuple[Callable[[Home], None], ...] = (
    *(Home.append,) * 8,
    *(Home.snapshot, Home.sleep, Home.own_answer) * 2,
    *(Home.later_snapshot, Home.duplicate, Home.shuffle, Home.merge),
    *(Home.cut, Home.damage, Home.remove, Home.rename),
)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9))
def test_whatever_happens_to_the_logs_a_snapshot_changes_no_answer(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    chance = random.Random(seed)
    home = Home(a_learner(tmp_path_factory.mktemp("learner")), chance)
    for deed in deeds(chance):
        deed(home)
        if chance.random() < 0.4:
            assert home.is_known_by_snapshot()
    assert home.is_known_by_snapshot()


def deeds(chance: random.Random) -> Iterator[Callable[[Home], None]]:
    for _ in range(chance.randrange(30)):
        yield chance.choice(DEEDS)
