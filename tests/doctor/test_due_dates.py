import json
from dataclasses import replace
from datetime import timedelta

import pytest

from doctor.patient import findings, mend, rules, the_finding
from learner import Learner
from pmflash.storage.journal_line import sealed
from pmflash.study.history import History
from pmflash.study.standing import Standing

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
        return standing._replace(state=replace(standing.state, due_on=later))

    monkeypatch.setattr(History, "standing", wrong)
    finding = the_finding(learner)
    assert (finding.rule, finding.is_trouble) == ("wrong-due-date", True)
    assert finding.details == (f"{CARD}: due 2026-01-15, and by the log 2026-01-06",)


@pytest.mark.parametrize("card", [CARD, "biology/never/answer"])
def test_mending_a_due_date_reads_the_log_anew(learner: Learner, card: str) -> None:
    learner.watch.moment += timedelta(days=30)
    learner.opens().keep_snapshot(at_least=0)
    state = learner.locations.progress / "state.json"
    record = json.loads(state.read_bytes())
    del record["sum"]
    record["cards"][card] = [1, "2030-01-01", 9, "2026-01-05", 1, 0, 1, 250]
    state.write_bytes(sealed(record))
    (wrong,) = (each for each in findings(learner) if each.rule == "wrong-due-date")
    assert wrong.details[0].startswith(f"{card}: due 2030-01-01, and by the log ")
    mend(learner)
    assert "wrong-due-date" not in rules(learner)
