from doctor.patient import findings, the_finding
from learner import Learner, deck_of
from pmflash.model.event import EventKind


def test_progress_without_a_fact_is_noted_with_its_answers(learner: Learner) -> None:
    deck = deck_of(3).replace("id: f01", "id: other")
    learner.writes("decks/biology.yaml", deck)
    finding = the_finding(learner)
    assert (finding.rule, finding.is_trouble) == ("gone-card", False)
    assert finding.details == ("biology/f01/answer: 1 answer",)


def test_a_mark_without_a_fact_is_noted_as_long_as_it_stands(learner: Learner) -> None:
    collection = learner.opens()
    session = collection.session()
    session = collection.marked(session, EventKind.FLAG, "biology/f03/answer")
    learner.writes("decks/biology.yaml", deck_of(2))
    assert the_finding(learner).details == ("biology/f03/answer: 0 answers",)
    collection.undo(session)
    assert findings(learner) == []


def test_a_fact_that_comes_back_has_its_progress(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(3).replace("id: f01", "id: other"))
    findings(learner)
    learner.writes("decks/biology.yaml", deck_of(3))
    assert findings(learner) == []
    assert learner.opens().standing("biology/f01/answer").review_count == 1


def test_a_renamed_fact_is_not_gone(learner: Learner) -> None:
    deck = deck_of(3).replace("id: f01", "id: other, formerly: f01")
    learner.writes("decks/biology.yaml", deck)
    assert findings(learner) == []
