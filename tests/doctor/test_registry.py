from doctor.patient import findings
from learner import Learner


def test_nothing_is_found_in_a_healthy_home(learner: Learner) -> None:
    assert findings(learner) == []


def test_nothing_is_found_before_there_is_a_home(learner: Learner) -> None:
    learner.locations.home.rename(learner.locations.home.with_name("away"))
    assert findings(learner) == []


def test_every_offer_to_mend_leaves_less_to_be_found(learner: Learner) -> None:
    with (learner.locations.progress / "reviews-laptop.jsonl").open("ab") as log:
        log.write(b"torn")
    first = findings(learner)
    for finding in first:
        assert finding.mend is not None
        finding.mend()
    assert findings(learner) == []
