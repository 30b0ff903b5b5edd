from dataclasses import replace
from datetime import timedelta

import pytest

from doctor.patient import findings, the_finding
from learner import Learner
from pmflash.study.history import History, Standing

CARD = "biology/f01/answer"


def test_a_card_that_is_not_where_the_log_puts_it_is_named(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    true = History.standing

    def wrong(history: History, card: str) -> Standing:
        standing = true(history, card)
        if card != CARD or standing.state is None:
            return standing
        later = standing.state.due_on + timedelta(days=9)
        return replace(standing, state=replace(standing.state, due_on=later))

    monkeypatch.setattr(History, "standing", wrong)
    finding = the_finding(learner)
    assert (finding.rule, finding.is_trouble) == ("wrong-due-date", True)
    assert finding.details == (f"{CARD}: due 2026-01-15, and by the log 2026-01-06",)


def test_mending_a_due_date_drops_what_may_be_stale(learner: Learner) -> None:
    state = learner.locations.progress / "state.json"
    state.write_text("{}")
    from pmflash.storage.caches import drop_caches

    drop_caches(learner.locations)
    assert not state.exists()
    assert not (learner.locations.cache / "cards.sqlite").exists()
    assert findings(learner) == []
