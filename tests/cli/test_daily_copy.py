from collections.abc import Callable

import pytest

from builders import DAY_0
from learner import Learner, answered
from pmflash.cli.daily_copy import keep_daily_copy
from shell import Shell

Keep = Callable[[], None]


@pytest.fixture
def keep(learner: Learner) -> Keep:
    """Leaves a copy of a learner with one answer."""
    collection = learner.opens()
    answered(collection, collection.session(), ["Good"])
    return lambda: keep_daily_copy(learner.locations, DAY_0)


def test_a_day_leaves_a_copy(keep: Keep, learner: Learner) -> None:
    keep()
    assert [path.name for path in learner.locations.backups.iterdir()] == [
        "2026-01-05.zip"
    ]


def test_a_copy_that_cannot_be_made_is_told_and_stops_nothing(
    keep: Keep, learner: Learner, capsys: pytest.CaptureFixture[str]
) -> None:
    learner.locations.backups.parent.mkdir(parents=True)
    learner.locations.backups.write_text("in the way")
    keep()
    said = capsys.readouterr().err
    assert said.startswith("today's copy of your progress was not made: cannot keep")
    assert "\n  = help: move the file away" in said


def test_only_leaving_a_review_makes_a_copy(
    keep: Keep, learner: Learner, pmflash: Shell
) -> None:
    for words in (("due",), ("due", "--short"), ("stats",), ("check",)):
        pmflash(*words)
    assert not learner.locations.backups.exists()
    pmflash("review", "--plain")
    assert learner.locations.backups.exists()
