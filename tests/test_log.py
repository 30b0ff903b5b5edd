from pathlib import Path

import pytest

from learner import Learner, a_learner
from pmflash.log import Log
from pmflash.model.event import EventKind
from pmflash.model.failure import StorageError
from pmflash.model.settings import Settings

CARD = "biology/f01/answer"


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    return a_learner(tmp_path)


def opened(learner: Learner) -> Log:
    return Log(learner.locations, learner.watch, Settings())


def test_what_is_saved_stands_in_the_history_at_once(learner: Learner) -> None:
    log = opened(learner)
    saved = log.save(EventKind.FLAG, CARD)
    assert log.history.standing(CARD).is_flagged
    assert learner.saved() == (saved,)


def test_every_event_is_later_than_the_one_before(learner: Learner) -> None:
    log = opened(learner)
    first = log.save(EventKind.FLAG, CARD)
    learner.watch.set("2026-01-05T07:00:00+01:00")
    assert log.save(EventKind.SUSPEND, CARD).at > first.at


def test_what_another_window_saves_is_news_once(learner: Learner) -> None:
    log, other = opened(learner), opened(learner)
    other.save(EventKind.SUSPEND, CARD)
    editions = [log.edition]
    for _ in range(2):
        log.take_news()
        editions.append(log.edition)
    assert editions[0] is not editions[1] is editions[2]
    assert log.history.standing(CARD).is_suspended


def test_what_cannot_be_saved_is_in_no_history(learner: Learner) -> None:
    log = opened(learner)
    learner.locations.home.mkdir()
    learner.locations.progress.write_text("in the way")
    with pytest.raises(StorageError):
        log.save(EventKind.FLAG, CARD)
    assert not log.history.standing(CARD).is_flagged
