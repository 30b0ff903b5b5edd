from builders import a_card
from doctor.patient import findings, mend, rules
from learner import Learner
from pmflash.model.compiled import Compiled
from pmflash.model.settings import Settings
from pmflash.storage.card_cache import save_cards
from pmflash.storage.due_cache import save_due_line
from pmflash.storage.stamps import DUE_HOUR, content_stamp, due_stamp


def test_cached_cards_that_the_files_do_not_make_are_dropped_by_mending(
    learner: Learner,
) -> None:
    stamp = content_stamp(learner.locations)
    save_cards(learner.locations, stamp, Compiled((a_card(),)), Settings())
    assert rules(learner) == ["wrong-card-cache"]
    mend(learner)
    assert findings(learner) == []


def test_a_short_line_that_is_wrong_is_dropped_by_mending(learner: Learner) -> None:
    hour = learner.watch().strftime(DUE_HOUR)
    save_due_line(learner.locations, due_stamp(learner.locations, hour), "1 due")
    assert rules(learner) == ["wrong-due-line"]
    mend(learner)
    assert findings(learner) == []


def test_a_short_line_of_another_hour_is_no_concern(learner: Learner) -> None:
    save_due_line(learner.locations, "another hour", "1 due")
    assert findings(learner) == []
